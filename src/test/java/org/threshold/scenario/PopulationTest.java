package org.threshold.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.Sex;
import org.threshold.casefile.SupportNeed;

/** What is drawn has the published proportions, and each household could exist. */
class PopulationTest {

    private static final int DRAWS = 20_000;
    private static final double TOLERANCE = 0.02;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final int LEAST_MONTHS_BETWEEN_BIRTHS = 9;

    @ParameterizedTest
    @EnumSource(Need.class)
    void hasThePublishedProportions(Need need) {
        Tables tables = Tables.of(Scenario.PEER_REVIEW_2023);
        List<MadeUpHousehold> drawn = draw(need, 7);
        assertShares(tables.draw("composition." + need), drawn, MadeUpHousehold::composition);
        assertShares(tables.draw("reason." + need), drawn, MadeUpHousehold::reason);
        assertShares(tables.draw("ethnicity." + need), drawn, MadeUpHousehold::ethnicity);
        if (need != Need.TEMPORARY) {
            // Published at assessment only, where more are over 65.
            assertShares(tables.draw("employment"), drawn, MadeUpHousehold::employment);
        }
        assertShares(tables.draw("age." + need), drawn, each -> band(tables, need, each));
        assertShares(tables.draw("needs-count"), drawn, each -> String.valueOf(Math.min(3,
                each.supportNeeds().size())));
    }

    @Test
    void hasThePublishedSupportNeeds() {
        Draw table = Tables.of(Scenario.PEER_REVIEW_2023).draw("need");
        List<MadeUpHousehold> drawn = draw(Need.PREVENTION, 7);
        for (SupportNeed need : SupportNeed.values()) {
            double share = drawn.stream().filter(each -> each.supportNeeds().contains(need)).count() / (double) DRAWS;
            assertThat(share).as(need.name()).isCloseTo(table.weight(need.name()) / 100, within(0.045));
        }
    }

    @Test
    void familiesInTemporaryAccommodationHaveTheChildrenOfTheCount() {
        Draw ages = Tables.of(Scenario.PEER_REVIEW_2023).draw("child-age");
        List<MadeUpHousehold> families = draw(Need.TEMPORARY, 7).stream().filter(MadeUpHousehold::withChildren)
                .toList();
        List<Person> children = families.stream().flatMap(each -> each.others().stream())
                .filter(each -> each.relationship() == Relationship.CHILD && age(each) < 18).toList();
        assertThat((double) families.size() / DRAWS).isCloseTo(0.86, within(TOLERANCE));
        assertThat((double) children.size() / families.size()).isCloseTo(2.33, within(0.1));
        Map<Integer, Long> byAge = children.stream().collect(Collectors.groupingBy(PopulationTest::age,
                Collectors.counting()));
        ages.values().forEach(age -> assertThat((double) byAge.get(Integer.valueOf(age)) / children.size())
                .as("children of " + age).isCloseTo(ages.share(age), within(TOLERANCE)));
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void everyHouseholdCouldExist(Need need) {
        draw(need, 11).forEach(PopulationTest::assertCoherent);
    }

    @Test
    void theSameSeedGivesTheSameHouseholds() {
        Population whole = new Population(Scenario.STRESSED_2024, 5);
        List<MadeUpHousehold> inOrder = LongStream.range(0, 50).mapToObj(i -> whole.household(Need.RELIEF, i, DAY))
                .toList();
        Population again = new Population(Scenario.STRESSED_2024, 5);
        for (int i = 49; i >= 0; i--) {
            assertThat(again.household(Need.RELIEF, i, DAY)).isEqualTo(inOrder.get(i));
        }
        Population other = new Population(Scenario.STRESSED_2024, 6);
        assertThat(LongStream.range(0, 50).mapToObj(i -> other.household(Need.RELIEF, i, DAY)).toList())
                .isNotEqualTo(inOrder);
    }

    @Test
    void waitsGoThroughTheirMedianAndTheirNineInTen() {
        Wait wait = Tables.of(Scenario.PEER_REVIEW_2023).wait("prevention");
        var random = Seeds.of(3, "wait", 0);
        int[] days = java.util.stream.IntStream.range(0, DRAWS).map(i -> wait.days(random)).sorted().toArray();
        assertThat(days[DRAWS / 2]).isCloseTo(49, within(2));
        assertThat(days[DRAWS * 9 / 10]).isCloseTo(110, within(5));
    }

    private static List<MadeUpHousehold> draw(Need need, long seed) {
        Population population = new Population(Scenario.PEER_REVIEW_2023, seed);
        return LongStream.range(0, DRAWS).mapToObj(i -> population.household(need, i, DAY)).toList();
    }

    private static void assertShares(Draw table, List<MadeUpHousehold> drawn, Function<MadeUpHousehold, String> of) {
        Map<String, Long> counted = drawn.stream().collect(Collectors.groupingBy(of, Collectors.counting()));
        table.values().forEach(value -> assertThat(counted.getOrDefault(value, 0L) / (double) DRAWS).as(value)
                .isCloseTo(table.share(value), within(TOLERANCE)));
        assertThat(table.values()).containsAll(counted.keySet());
    }

    private static String band(Tables tables, Need need, MadeUpHousehold household) {
        int age = age(household.applicant());
        return tables.draw("age." + need).values().stream().filter(band -> Bands.of(band)[0] <= age
                && age <= Bands.of(band)[1]).findFirst().orElseThrow();
    }

    private static int age(Person person) {
        return person.dateOfBirth().until(DAY).getYears();
    }

    private static void assertCoherent(MadeUpHousehold household) {
        int applicant = age(household.applicant());
        List<Person> children = household.others().stream().filter(each -> each.relationship() == Relationship.CHILD)
                .toList();
        assertThat(household.withChildren()).as(household.toString())
                .isEqualTo(children.stream().anyMatch(child -> age(child) < 18));
        for (Person child : children) {
            assertThat(applicant - age(child)).as(household.toString()).isGreaterThanOrEqualTo(16);
            if (household.applicant().sex() == Sex.FEMALE) {
                assertThat(applicant - age(child)).as(household.toString()).isLessThanOrEqualTo(50);
            }
        }
        for (int i = 1; i < children.size(); i++) {
            assertThat(ChronoUnit.MONTHS.between(children.get(i - 1).dateOfBirth(), children.get(i).dateOfBirth()))
                    .as(household.toString()).isGreaterThanOrEqualTo(LEAST_MONTHS_BETWEEN_BIRTHS);
        }
        household.others().stream().filter(each -> each.relationship() == Relationship.PARTNER
                || each.relationship() == Relationship.PARENT).forEach(each -> assertThat(age(each))
                .isGreaterThanOrEqualTo(18));
        assertThat(household.applicant().familyName()).matches("(Example|Sample|Specimen|Placeholder|Pretend|Mock|"
                + "Fiction|Invented|Draft|Testing)-[A-Z][a-z]+");
        assertThat(household.employment().equals("RETIRED")).isEqualTo(applicant >= 66);
    }
}
