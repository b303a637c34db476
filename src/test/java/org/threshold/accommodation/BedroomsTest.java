package org.threshold.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.Sex;

/** How many bedrooms a household needs, by a table: people as relationship, age (? for not known) and sex. */
class BedroomsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @ParameterizedTest(name = "{0} need {1}")
    @CsvSource({
        "A30, 1",
        "A30 P30, 1",
        "A30 E0, 1",
        "A30 C2f, 2",
        "A30 P31 C2f, 2",
        "A30 C2f C5m, 2",
        "A30 C2f C5m C7m, 3",
        "A30 C8f C12m, 3",
        "A30 C8m C12m, 2",
        "A30 C9f C10m, 3",
        "A30 C11f C15f, 2",
        "A30 C11f C15m, 3",
        "A30 C11f C13f C15f, 3",
        "A30 C3m C11f C13f C15f, 4",
        "A30 C3f C11f C13f C15f, 3",
        "A30 C3f C4m C11f, 3",
        "A30 C16f, 2",
        "A30 C16f C15f, 3",
        "A30 P30 C17m C17m, 3",
        "A30 R60, 2",
        "A30 K40, 2",
        "A30 C?f, 2",
        "A30 C?f C4f, 2",
        "A30 C?x C4f, 3",
        "A30 C12x C13x, 3",
        "A30 C3x C4x, 2",
        "A30 O?m, 2",
        "A30 P30 C1f C3m C6f C9m C12m C14f, 4",
        "A?, 1"})
    void isByTheTable(String people, int needed) {
        List<HouseholdMember> household = new ArrayList<>();
        for (String each : people.split(" ")) {
            household.add(new HouseholdMember(household.size(), CaseReferences.ofNumber(100_001), person(each), null, 1));
        }
        assertThat(Bedrooms.needed(household, TODAY)).isEqualTo(needed);
    }

    private static Person person(String written) {
        Relationship relationship = switch (written.charAt(0)) {
            case 'A' -> Relationship.MAIN_APPLICANT;
            case 'P' -> Relationship.PARTNER;
            case 'C' -> Relationship.CHILD;
            case 'E' -> Relationship.EXPECTED_CHILD;
            case 'R' -> Relationship.PARENT;
            case 'K' -> Relationship.CARER;
            default -> Relationship.OTHER;
        };
        String rest = written.substring(1).replaceAll("[fmx]", "");
        LocalDate born = rest.equals("?") ? null : TODAY.minusYears(Integer.parseInt(rest));
        Sex sex = written.endsWith("f") ? Sex.FEMALE : written.endsWith("m") ? Sex.MALE
                : written.endsWith("x") ? Sex.NOT_SAID : null;
        return new Person("Alex", "Example", born, relationship, null, false, sex);
    }
}
