package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.accommodation.store.NightsStore;
import org.threshold.casefile.CaseReference;

/** Who may not be placed in bed and breakfast at all. */
@Component
public class BedAndBreakfastRules {

    private static final int ADULT = 18;

    private final NightsStore store;
    private final AccommodationRecord record;

    BedAndBreakfastRules(NightsStore store, AccommodationRecord record) {
        this.store = store;
        this.record = record;
    }

    /**
     * Why this unit cannot be chosen for the household, in words to the officer; empty when it can. Bed and breakfast is
     * not to be used for applicants of 16 and 17, even in an emergency (Homelessness Code of Guidance ch 17; joint
     * guidance on 16 and 17-year-olds).
     */
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference, Unit unit) {
        return unit.bedAndBreakfast() && under18(reference, record.today()) ? Optional.of("This unit is bed and"
                + " breakfast, and the applicant or their partner is under 18. Bed and breakfast is not to be used for"
                + " anyone of 16 or 17, even in an emergency. Choose another unit, and tell children’s services.")
                : Optional.empty();
    }

    private boolean under18(CaseReference reference, LocalDate on) {
        return store.adults(reference).stream().anyMatch(born -> under18(born).covers(on));
    }

    /** The days on which someone born then is not yet of age. */
    static Span under18(LocalDate born) {
        return new Span(born, born.plusYears(ADULT));
    }
}
