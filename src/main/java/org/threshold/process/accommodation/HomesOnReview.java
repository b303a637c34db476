package org.threshold.process.accommodation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.LeavingHome;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.HomesAfterReview;

/** The places of the council, for a household whose decision was overturned. */
@Component
class HomesOnReview implements HomesAfterReview {

    private final Placements placements;
    private final Leaving leaving;
    private final Clock clock;

    HomesOnReview(Placements placements, Leaving leaving, Clock clock) {
        this.placements = placements;
        this.leaving = leaving;
        this.clock = clock;
    }

    @Override
    public List<Long> livedIn(CaseReference reference) {
        return placements.livedIn(reference).stream().map(Placement::id).toList();
    }

    @Override
    public List<Long> letStay(CaseReference reference, String why) {
        List<Long> asked = placements.livedIn(reference).stream()
                .filter(each -> each.status() == PlacementStatus.NOTICE_GIVEN
                        || leaving.open(reference, each.id()).isPresent()).map(Placement::id).toList();
        leaving.callOffAll(reference, why);
        asked.stream().map(placements::get).filter(each -> each.status() == PlacementStatus.NOTICE_GIVEN)
                .forEach(each -> placements.changeStatus(each.id(), PlacementStatus.IN_OCCUPATION, why));
        return asked;
    }

    /** Where leaving had begun, it begins again by the same day, or by today where that has passed. */
    @Override
    public void askToLeaveAgain(CaseReference reference, List<Long> asked, String why) {
        List<LeavingHome> before = leaving.of(reference);
        LocalDate today = LocalDate.now(clock);
        for (long id : asked) {
            before.stream().filter(each -> each.placementId() == id).findFirst().ifPresentOrElse(
                    each -> leaving.begin(id, each.reason(), each.leaveBy().isBefore(today) ? today : each.leaveBy()),
                    () -> placements.changeStatus(id, PlacementStatus.NOTICE_GIVEN, why));
        }
    }
}
