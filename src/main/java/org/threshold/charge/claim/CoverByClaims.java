package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.charge.ClaimCover;
import org.threshold.charge.claim.store.ClaimStore;

/** Tells the account for which nights no benefit can be expected, and why. */
@Service
class CoverByClaims implements ClaimCover {

    private final ClaimStore store;

    CoverByClaims(ClaimStore store) {
        this.store = store;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Map<Long, List<Uncovered>> uncovered(Collection<Long> placementIds, LocalDate asOf) {
        Map<Long, List<Uncovered>> found = new HashMap<>();
        store.ofPlacements(placementIds).stream().collect(Collectors.groupingBy(BenefitClaim::placementId))
                .forEach((placement, claims) -> found.put(placement, of(claims, asOf)));
        return found;
    }

    /** @param claims of one placement, in the order in which they were recorded; the last one tells how it stands */
    static List<Uncovered> of(List<BenefitClaim> claims, LocalDate asOf) {
        BenefitClaim last = claims.get(claims.size() - 1);
        boolean refusedBefore = claims.stream().limit(claims.size() - 1L)
                .anyMatch(claim -> claim.status() == ClaimStatus.REFUSED);
        Periods periods = new Periods(last.liableFrom(), asOf);
        switch (last.status()) {
            case NOT_STARTED -> periods.until(asOf, refusedBefore ? Cause.REFUSED : Cause.NO_CLAIM);
            case NOT_DUE -> notDue(last.whyNone(), periods, asOf);
            case WITHDRAWN -> periods.until(asOf, Cause.NO_CLAIM);
            case REFUSED -> periods.until(asOf, Cause.REFUSED);
            case AWARDED_FULL, AWARDED_PART -> {
                periods.until(last.awardedFrom(), before(refusedBefore));
                periods.awarded(asOf, last.awardedWeekly());
            }
            default -> {
                periods.until(last.paidFrom(), before(refusedBefore));
                periods.until(asOf, Cause.NOT_DECIDED);
            }
        }
        return periods.found;
    }

    /** Nights before a claim reaches back were lost because it came late, or to the refusal of the one before it. */
    private static Cause before(boolean refusedBefore) {
        return refusedBefore ? Cause.REFUSED : Cause.LATE_CLAIM;
    }

    private static void notDue(BenefitClaim.WhyNone why, Periods periods, LocalDate asOf) {
        if (why == BenefitClaim.WhyNone.REFUSES || why == BenefitClaim.WhyNone.OTHER) {
            periods.until(asOf, Cause.NO_CLAIM);
        }
    }

    /** Periods one after the other, none beyond the last day. */
    private static final class Periods {

        private final List<Uncovered> found = new ArrayList<>();
        private final LocalDate end;
        private LocalDate at;

        private Periods(LocalDate from, LocalDate end) {
            this.at = from;
            this.end = end;
        }

        void until(LocalDate day, Cause cause) {
            add(day, cause, null);
        }

        /** The account knows which of these nights were credited, and leaves them out. */
        void awarded(LocalDate day, Integer weekly) {
            add(day, Cause.AWARDED_NOT_CREDITED, weekly);
        }

        private void add(LocalDate day, Cause cause, Integer weekly) {
            LocalDate last = day.isBefore(end) ? day : end;
            if (at.isBefore(last)) {
                found.add(new Uncovered(at, last, cause, weekly));
                at = last;
            }
        }
    }
}
