package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.Sex;

/**
 * How many bedrooms a household needs, by the size criteria of Housing Benefit (Housing Benefit Regulations 2006, reg
 * B13): one each for a couple, for anybody else of 16 or over, for two children of the same sex under 16, for two
 * children under 10, and for any other child. Whose age is not known counts as grown up unless recorded as a child; a
 * child whose sex or age is not known shares with nobody who is 10 or over. An expected child has none yet.
 */
final class Bedrooms {

    private static final int GROWN_UP = 16;
    private static final int SEPARATE_SEXES = 10;

    private Bedrooms() {
    }

    /** @param household those who are in it now */
    static int needed(List<HouseholdMember> household, LocalDate on) {
        List<Person> people = household.stream().map(HouseholdMember::person)
                .filter(person -> person.relationship() != Relationship.EXPECTED_CHILD).toList();
        boolean couple = people.stream().anyMatch(person -> person.relationship() == Relationship.PARTNER);
        List<Person> children = people.stream().filter(person -> isChild(person, on)).toList();
        int grownUps = people.size() - children.size();
        return Math.max(1, grownUps - (couple ? 1 : 0) + forChildren(children, on));
    }

    private static boolean isChild(Person person, LocalDate on) {
        return switch (person.relationship()) {
            case MAIN_APPLICANT, PARTNER, PARENT, CARER -> false;
            default -> person.dateOfBirth() == null ? isNamedAsChild(person)
                    : person.dateOfBirth().plusYears(GROWN_UP).isAfter(on);
        };
    }

    private static boolean isNamedAsChild(Person person) {
        return person.relationship() == Relationship.CHILD
                || person.relationship() == Relationship.STEP_OR_FOSTER_CHILD;
    }

    /**
     * Those of 10 and over pair up with their own sex first; one who is left over takes a younger one of the same sex;
     * the younger ones who are left pair up whatever their sex.
     */
    private static int forChildren(List<Person> children, LocalDate on) {
        int rooms = 0;
        int young = (int) children.stream().filter(child -> isYoung(child, on)).count();
        for (Sex sex : List.of(Sex.FEMALE, Sex.MALE)) {
            long older = children.stream().filter(child -> !isYoung(child, on) && child.sex() == sex).count();
            boolean takesOneIn = older % 2 == 1
                    && children.stream().anyMatch(child -> isYoung(child, on) && child.sex() == sex);
            rooms += (int) (older + 1) / 2;
            young -= takesOneIn ? 1 : 0;
        }
        rooms += (int) children.stream().filter(child -> !isYoung(child, on) && child.sex() != Sex.FEMALE
                && child.sex() != Sex.MALE).count();
        return rooms + (young + 1) / 2;
    }

    private static boolean isYoung(Person child, LocalDate on) {
        return child.dateOfBirth() != null && child.dateOfBirth().plusYears(SEPARATE_SEXES).isAfter(on);
    }
}
