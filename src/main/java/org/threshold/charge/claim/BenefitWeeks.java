package org.threshold.charge.claim;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.threshold.accommodation.ClaimsForKeys.Kind;

/**
 * The days of a Housing Benefit claim. A benefit week is Monday to Sunday (Housing Benefit Regulations 2006 reg 2(1)).
 */
public final class BenefitWeeks {

    private static final int MONTHS_BACK = 1;
    private static final int MONTHS_BACK_AT_PENSION_AGE = 3;

    private BenefitWeeks() {
    }

    /** The Monday of the benefit week in which the day lies. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The Sunday of the benefit week: the last day on which a claim still reaches back to a night of that week. */
    public static LocalDate sundayOf(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /**
     * The same day of the next month, or that month's last day: the last day of "within one month of" the day (regs 83
     * and 86).
     */
    public static LocalDate monthAfter(LocalDate day) {
        return day.plusMonths(1);
    }

    /**
     * The first night that is paid. A new claim counts from the first night where it is made in the benefit week in which
     * liability begins, or before; otherwise from the Monday after it (reg 76). A move told within a month counts from
     * the move, and later from the day on which it was told (reg 79, and reg 8(3) of the Decisions and Appeals
     * Regulations 2001).
     */
    public static LocalDate firstNightPaid(Kind kind, LocalDate liableFrom, LocalDate madeOn) {
        if (kind == Kind.CHANGE_OF_ADDRESS) {
            return madeOn.isAfter(monthAfter(liableFrom)) ? madeOn : liableFrom;
        }
        return madeOn.isAfter(sundayOf(liableFrom)) ? mondayOf(madeOn).plusWeeks(1) : liableFrom;
    }

    /** Nights that the claim came too late for. */
    public static int nightsLost(Kind kind, LocalDate liableFrom, LocalDate madeOn) {
        return Math.toIntExact(ChronoUnit.DAYS.between(liableFrom, firstNightPaid(kind, liableFrom, madeOn)));
    }

    /**
     * The earliest day on which a claim can be treated as made: one month before the claim and one month before the
     * question, whichever is later (reg 83(12) and (12A)). From pension age a claim reaches back three months by itself,
     * and nothing has to be asked (reg 64(1) of the Regulations for persons of pension age).
     */
    public static LocalDate earliestBackdate(boolean pensionAge, LocalDate madeOn, LocalDate requestedOn) {
        if (pensionAge) {
            return madeOn.minusMonths(MONTHS_BACK_AT_PENSION_AGE);
        }
        LocalDate before = madeOn.minusMonths(MONTHS_BACK);
        LocalDate beforeAsking = requestedOn.minusMonths(MONTHS_BACK);
        return before.isAfter(beforeAsking) ? before : beforeAsking;
    }
}
