package org.threshold.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.threshold.charge.claim.BenefitClaim;

/**
 * What Housing Benefit pays of the nights of an award up to a day, and what the household owes itself of the same nights.
 *
 * @param from    the first of the nights
 * @param until   the day after the last
 * @param benefit in pence; nothing or less where there are no such nights
 * @param share   of the household, in pence
 */
record Instalment(LocalDate from, LocalDate until, long benefit, long share) {

    private static final int DAYS_OF_WEEK = 7;

    /**
     * An award that was made since the last pay day is paid from its first night, every other one from that pay day on.
     *
     * @param claim  awarded
     * @param day    on which it is paid
     * @param until  the day after the last night that is paid for
     * @param charge for a week, in pence
     */
    static Instalment of(PlayedYear year, BenefitClaim claim, LocalDate day, LocalDate until, long charge) {
        LocalDate before = PayDays.paidUntil(year, day);
        boolean isNew = claim.decidedOn() != null && !claim.decidedOn().isBefore(before);
        LocalDate earliest = isNew ? year.firstDay().minusDays(1) : before;
        LocalDate from = claim.awardedFrom().isAfter(earliest) ? claim.awardedFrom() : earliest;
        long nights = ChronoUnit.DAYS.between(from, until);
        return new Instalment(from, until, claim.awardedWeekly() * nights / DAYS_OF_WEEK,
                (charge - claim.awardedWeekly()) * nights / DAYS_OF_WEEK);
    }
}
