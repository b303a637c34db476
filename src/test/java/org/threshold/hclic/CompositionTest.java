package org.threshold.hclic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;

/** Household composition as the return groups it, from who is there on the day. */
class CompositionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    /** Each person beside the applicant is a relationship, an age and 'e' for in education: {@code CHILD 17e}. */
    @ParameterizedTest(name = "{0} with [{1}]: {2}, {3} children")
    @CsvSource({"FEMALE, '', SINGLE_F, 0", "MALE, '', SINGLE_M, 0", "OTHER, '', SINGLE_O, 0", ", '', SINGLE_O, 0",
            "NOT_SAID, '', SINGLE_O, 0", "FEMALE, 'CHILD 3', SP_F_DEP, 1", "MALE, 'CHILD 15', SP_M_DEP, 1",
            "NOT_SAID, 'CHILD 3', SP_O_DEP, 1", "FEMALE, 'CHILD 16', COUPLE_NODEP, 0",
            "FEMALE, 'CHILD 18e', SP_F_DEP, 1", "FEMALE, 'CHILD 19e', COUPLE_NODEP, 0",
            "MALE, 'PARTNER 30', COUPLE_NODEP, 0", "FEMALE, 'PARTNER 30;CHILD 1;CHILD 2', COUPLE_DEP, 2",
            "FEMALE, 'PARENT 60', COUPLE_NODEP, 0", "FEMALE, 'PARTNER 30;PARENT 60', THREE_PLUS_NODEP, 0",
            "MALE, 'PARTNER 30;BROTHER_OR_SISTER 25;STEP_OR_FOSTER_CHILD 9', THREE_PLUS_DEP, 1",
            "FEMALE, 'BROTHER_OR_SISTER 12', SP_F_DEP, 1"})
    void theHouseholdOnTheDay(String sex, String others, String composition, long children) {
        List<Person> present = new java.util.ArrayList<>(List.of(Person.applicant("A", "B", DAY.minusYears(30))));
        Arrays.stream(others.split(";")).filter(each -> !each.isEmpty()).map(CompositionTest::person)
                .forEach(present::add);
        assertThat(Composition.of(present, sex, DAY)).isEqualTo(composition);
        assertThat(Composition.dependent(present, DAY)).isEqualTo(children);
    }

    @org.junit.jupiter.api.Test
    void anExpectedChildIsNoneYet() {
        List<Person> present = List.of(Person.applicant("A", "B", DAY.minusYears(30)),
                Person.member(Relationship.EXPECTED_CHILD, null, "B", DAY.plusMonths(3)));
        assertThat(Composition.dependent(present, DAY)).isZero();
    }

    private static Person person(String text) {
        String[] parts = text.split(" ");
        boolean studies = parts[1].endsWith("e");
        int age = Integer.parseInt(parts[1].replace("e", ""));
        return new Person("C", "B", DAY.minusYears(age), Relationship.valueOf(parts[0]), null, studies);
    }
}
