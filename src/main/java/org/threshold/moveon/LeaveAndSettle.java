package org.threshold.moveon;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.casefile.CaseReference;

/** A household that has a new home leaves each placement that it lives in, and is looked after in the new one. */
@Component
class LeaveAndSettle implements AfterTheMove {

    private final Leaving leaving;
    private final Sustainments sustainments;
    private final Clock clock;

    LeaveAndSettle(Leaving leaving, Sustainments sustainments, Clock clock) {
        this.leaving = leaving;
        this.sustainments = sustainments;
        this.clock = clock;
    }

    /** They may stay until they have the keys, or until today where they have had them for some days. */
    @Override
    public void moved(CaseReference reference, NewHome home) {
        LocalDate today = LocalDate.now(clock);
        leaving.beginAll(reference, endOfTheStay(home.letBy()), home.keysOn().isBefore(today) ? today : home.keysOn());
        sustainments.begin(reference, home.offerId(), home.address(), home.keysOn());
    }

    private static PlacementEnd endOfTheStay(NewHome.LetBy letBy) {
        return switch (letBy) {
            case COUNCIL, REGISTERED_PROVIDER -> PlacementEnd.PART6_ACCEPTED;
            case PRIVATE -> PlacementEnd.PRSO_ACCEPTED;
            case SUPPORTED, FAMILY -> PlacementEnd.DUTY_ENDED;
        };
    }
}
