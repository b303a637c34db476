package org.threshold.hclic;

import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;

/**
 * What kind of household it is on a day, as the return groups households. Two adults count as a couple, as the
 * published tables have 'couple or two adults'.
 */
final class Composition {

    private Composition() {
    }

    /**
     * @param present      everyone in the household on the day, the main applicant among them
     * @param applicantSex FEMALE, MALE, OTHER, NOT_SAID, or null when not known
     */
    static String of(List<Person> present, String applicantSex, LocalDate day) {
        long children = dependent(present, day);
        long adults = present.size() - children;
        boolean withChildren = children > 0;
        if (adults > 2) {
            return withChildren ? "THREE_PLUS_DEP" : "THREE_PLUS_NODEP";
        }
        if (adults == 2) {
            return withChildren ? "COUPLE_DEP" : "COUPLE_NODEP";
        }
        String sex = "FEMALE".equals(applicantSex) ? "F" : "MALE".equals(applicantSex) ? "M" : "O";
        return withChildren ? "SP_" + sex + "_DEP" : "SINGLE_" + sex;
    }

    /** Dependent children who are born; an expected child makes priority need and is no child in these counts. */
    static long dependent(List<Person> present, LocalDate day) {
        return present.stream().filter(person -> person.relationship() != Relationship.EXPECTED_CHILD)
                .filter(person -> person.isDependentChildOn(day)).count();
    }
}
