package org.threshold.charge.claim;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;

/**
 * Who has reached pension age: 66, and for those born from 6 April 1960 a month more for each month, up to 67 for those
 * born from 6 March 1961 (Pensions Act 2014 s26).
 */
final class PensionAge {

    private static final int YEARS = 66;
    private static final int MOST_MONTHS_MORE = 12;
    private static final LocalDate RISES_FROM = LocalDate.of(1960, 4, 6);

    private PensionAge() {
    }

    static LocalDate reachedOn(LocalDate born) {
        return born.plusYears(YEARS).plusMonths(monthsMore(born));
    }

    private static int monthsMore(LocalDate born) {
        return born.isBefore(RISES_FROM) ? 0
                : (int) Math.min(MOST_MONTHS_MORE, Period.between(RISES_FROM, born).toTotalMonths() + 1);
    }

    /** Whether the applicant and a partner have all reached it; false where an age is not known. */
    static boolean ofAll(List<HouseholdMember> household, LocalDate on) {
        return household.stream().filter(HouseholdMember::present).map(HouseholdMember::person)
                .filter(PensionAge::claims).map(Person::dateOfBirth)
                .allMatch(born -> Objects.nonNull(born) && !reachedOn(born).isAfter(on));
    }

    private static boolean claims(Person person) {
        return person.relationship() == Relationship.MAIN_APPLICANT || person.relationship() == Relationship.PARTNER;
    }
}
