package org.threshold.charge.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.casefile.CaseReference;

/**
 * The claim for one placement.
 *
 * @param kind          null, as the reference and the day, while it is not made
 * @param liableFrom    the first night for which the household is charged
 * @param pensionAge    whether the applicant, and a partner, had reached pension age when it was made
 * @param whyNone       null unless no claim is to be made
 * @param completedOn   when everything that was asked for was there; null until then
 * @param awardedFrom   the first night that is paid; null where nothing is
 * @param awardedWeekly in pence; null where nothing is
 */
public record BenefitClaim(long id, long placementId, CaseReference caseReference, ClaimStatus status, Kind kind,
                           String reference, LocalDate madeOn, LocalDate liableFrom, boolean pensionAge,
                           WhyNone whyNone, LocalDate completedOn, LocalDate decidedOn, LocalDate awardedFrom,
                           Integer awardedWeekly, String words, int version) {

    /** Why no claim is made for a placement. */
    public enum WhyNone {
        PAYS_IN_FULL("They pay the whole charge themselves"),
        NOT_ENTITLED("They cannot get Housing Benefit, such as for their immigration status"),
        LEFT("They left within the benefit week and owe nothing that it would cover"),
        REFUSES("They will not claim, and know what it costs them"),
        OTHER("Another reason");

        private final String words;

        WhyNone(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean made() {
        return reference != null;
    }

    public boolean undecided() {
        return ClaimStatus.UNDECIDED.contains(status);
    }

    public boolean open() {
        return ClaimStatus.OPEN.contains(status);
    }

    /** Whether keys can be given on it: it was made, and was neither refused nor withdrawn. */
    public boolean covers() {
        return made() && status != ClaimStatus.REFUSED && status != ClaimStatus.WITHDRAWN;
    }

    /**
     * The first night that is paid for by the day of the claim alone; null for one that is not made. From pension age it
     * counts as made up to three months earlier.
     */
    public LocalDate paidFrom() {
        if (!made()) {
            return null;
        }
        boolean reachesBack = pensionAge && kind == Kind.NEW_CLAIM && madeOn.isAfter(liableFrom);
        LocalDate from = reachesBack ? BenefitWeeks.earliestBackdate(true, madeOn, madeOn) : madeOn;
        return BenefitWeeks.firstNightPaid(kind, liableFrom, reachesBack && from.isBefore(liableFrom) ? liableFrom : from);
    }

    /** Nights lost because it was made late; 0 for one that is not made yet. */
    public int nightsLost() {
        return made() ? Math.toIntExact(ChronoUnit.DAYS.between(liableFrom, paidFrom())) : 0;
    }
}
