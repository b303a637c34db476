package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.threshold.Acting.as;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.NotPermitted;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.board.WhereElement.Bucket;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/** What the figures of where it waits are, on rows with times that can be added up by hand. */
class WhereItWaitsTest extends IntegrationTest {

    private static final double DAY = 86_400;

    private final String team = "where-" + UUID.randomUUID();
    private final WhereFilter fourWeeks = new WhereFilter(4, team, "", "", "", "");

    @Autowired
    private WhereItWaits where;
    @Autowired
    private Approaches approaches;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private JdbcClient jdbc;

    private MeasuredSteps steps;

    @BeforeEach
    void begin() {
        clock.freeze(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        steps = new MeasuredSteps(jdbc, team, clock.instant());
        as("leader");
    }

    @AfterEach
    void leave() {
        steps.remove();
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    void delayIsTheElapsedTimeWithinThePeriod() {
        ended("task_a", 1, 2, 3, 1);
        // Began before the period: of its forty days, thirty-five waited, ten lie in it.
        steps.at("task_a").ended(days(18), days(35), days(5), days(0)).add();
        // Ended before the period.
        ended("task_a", 29, 2, 2, 0);
        WhereFigures figures = only("task_a");
        assertThat(figures.steps()).isEqualTo(2);
        assertThat(figures.delay()).isEqualTo(16 * DAY);
        assertThat(figures.waiting()).isCloseTo((2 + 10 * 35 / 40.0) * DAY, within(1.0));
        assertThat(figures.held()).isCloseTo((3 + 10 * 5 / 40.0) * DAY, within(1.0));
        assertThat(figures.onHoldOrForOthers()).isEqualTo(DAY);
        assertThat(answer().caseDaysAWeek(figures.delay())).isEqualTo(4);
    }

    @Test
    void openStepsGoOnInTheirStateUntilNow() {
        steps.at("task_a").open("WAITING", days(3), days(0), days(0)).add();
        steps.at("task_a").open("HELD", days(2), days(1), days(0)).with("owner", "officer")
                .with("due_at", clock.instant().minus(days(1))).add();
        steps.at("task_a").open("ON_HOLD", days(4), days(0), days(0)).with("hold_reason", "DOCUMENTS").add();
        steps.at("task_a").open("ON_HOLD", days(5), days(0), days(0)).with("hold_reason", "THIRD_PARTY").add();
        steps.at("task_a").open("ON_HOLD", days(6), days(0), days(0)).with("hold_reason", "APPOINTMENT").add();
        WhereFigures figures = only("task_a");
        assertThat(figures.open()).isEqualTo(5);
        assertThat(figures.overdue()).isOne();
        assertThat(figures.completed()).isZero();
        assertThat(figures.took()).isNull();
        assertThat(List.of(figures.waiting(), figures.held(), figures.applicant(), figures.thirdParty(),
                figures.otherHold())).containsExactly(4 * DAY, 2 * DAY, 4 * DAY, 5 * DAY, 6 * DAY);
        assertThat(figures.delay()).isEqualTo(21 * DAY);
    }

    @Test
    void percentilesAreOfTheCompletedAndInterpolated() {
        for (int took = 1; took <= 10; took++) {
            ended("task_a", 1, took, 0, 0);
        }
        steps.at("task_a").ended(days(1), days(50), days(0), days(0)).with("ended_how", "CANCELLED").add();
        WhereFigures.Took took = only("task_a").took();
        assertThat(only("task_a").completed()).isEqualTo(10);
        // R: quantile(1:10, c(.5, .85, .9), type = 7) is 5.5, 8.65, 9.1.
        assertThat(took.p50()).isCloseTo(5.5 * DAY, within(1.0));
        assertThat(took.p85()).isCloseTo(8.65 * DAY, within(1.0));
        assertThat(took.p90()).isCloseTo(9.1 * DAY, within(1.0));
        assertThat(took.mean()).isCloseTo(5.5 * DAY, within(1.0));
        assertThat(took.max()).isEqualTo(10 * DAY);
    }

    @Test
    void elementsRankByTotalAndNotByTheLongestStep() {
        for (int i = 0; i < 40; i++) {
            ended("task_often", 1, 1, 0, 0);
        }
        ended("task_long", 1, 20, 0, 0);
        assertThat(only("task_often").delay()).isGreaterThan(only("task_long").delay());
        assertThat(only("task_often").took().p50()).isLessThan(only("task_long").took().p50());
    }

    @Test
    void eachFilterNarrowsAndIsOffered() {
        steps.at("task_a").ended(days(1), days(1), days(0), days(0)).with("office", "Office of " + team)
                .with("lane", "WHERE_LANE").with("household_type", "WHERE_FAMILY").with("placement_kind", "WHERE_HOTEL")
                .add();
        ended("task_a", 1, 1, 0, 0);
        for (WhereFilter filter : List.of(new WhereFilter(4, team, "Office of " + team, "", "", ""),
                new WhereFilter(4, team, "", "WHERE_LANE", "", ""),
                new WhereFilter(4, team, "", "", "WHERE_FAMILY", ""),
                new WhereFilter(4, team, "", "", "", "WHERE_HOTEL"))) {
            assertThat(where.everywhere(filter).figures()).as(filter.toString()).singleElement()
                    .satisfies(each -> assertThat(each.steps()).isOne());
        }
        WhereChoices choices = answer().choices();
        assertThat(choices.offices()).contains("Office of " + team);
        assertThat(choices.lanes()).contains("WHERE_LANE");
        assertThat(choices.households()).contains("WHERE_FAMILY");
        assertThat(choices.placements()).contains("WHERE_HOTEL");
    }

    @Test
    void reworkHandoversAndMissedDays() {
        Instant end = clock.instant().minus(days(2));
        steps.at("task_a").ended(days(2), days(1), days(1), days(0)).with("pass", 2).with("handovers", 3)
                .with("ping_pongs", 1).with("due_at", end.minus(days(1))).with("redated", 2).add();
        steps.at("task_a").ended(days(2), days(1), days(1), days(0)).with("due_at", end.plus(days(1))).add();
        WhereFigures figures = only("task_a");
        assertThat(figures.repeated()).isOne();
        assertThat(figures.handovers()).isEqualTo(3);
        assertThat(figures.pingPongs()).isOne();
        assertThat(figures.due()).isEqualTo(2);
        assertThat(figures.missed()).isOne();
        assertThat(figures.redated()).isEqualTo(2);
    }

    @Test
    void theHistogramHasEachCompletedStepOnce() {
        for (int took = 1; took <= 20; took++) {
            ended("task_a", 1, took, 0, 0);
        }
        ended("task_a", 1, 300, 0, 0);
        List<Bucket> buckets = where.element("relief-duty", "task_a", fourWeeks).buckets();
        assertThat(buckets.stream().mapToLong(Bucket::steps).sum()).isEqualTo(21);
        assertThat(buckets.get(0)).isEqualTo(new Bucket(0, 2 * DAY, 1));
        assertThat(buckets.get(1)).isEqualTo(new Bucket(2 * DAY, 4 * DAY, 2));
        assertThat(buckets.get(buckets.size() - 1)).isEqualTo(new Bucket(22 * DAY, Double.POSITIVE_INFINITY, 1));
    }

    @Test
    void theOldestOpenCasesComeFirstWithWhoHoldsThem() {
        String younger = steps.at("task_a").open("WAITING", days(3), days(0), days(0)).add();
        String older = steps.at("task_a").open("HELD", days(2), days(9), days(0)).with("owner", "officer").add();
        steps.at("task_b").open("WAITING", days(30), days(0), days(0)).add();
        List<WhereElement.OldStep> oldest = where.element("relief-duty", "task_a", fourWeeks).oldest();
        assertThat(oldest).extracting(WhereElement.OldStep::stepId).containsExactly(older, younger);
        assertThat(oldest).extracting(WhereElement.OldStep::owner).containsExactly("officer", null);
    }

    @Test
    void aHiddenCaseIsNeitherListedNorCounted() {
        String hiddenOffice = "Office of " + team;
        CaseReference reference = as("officer", () -> approaches.take(new NewApproach(NewCase.atTheDesk("north",
                Person.applicant("Wanda", "Wherever", LocalDate.of(1990, 1, 1)), "Asked to leave"))));
        String hidden = steps.at("task_a").open("WAITING", days(9), days(0), days(0))
                .with("case_reference", reference.value()).with("office", hiddenOffice).add();
        as("leader", () -> restricted.restrict(reference, RestrictionKind.values()[0], "Known to staff", "leader",
                Set.of("officer")));
        assertThat(only("task_a").open()).isOne();
        assertThat(where.element("relief-duty", "task_a", fourWeeks).oldest())
                .extracting(WhereElement.OldStep::stepId).contains(hidden);
        as("manager");
        assertThat(answer().figures()).isEmpty();
        assertThat(answer().choices().offices()).doesNotContain(hiddenOffice);
        assertThat(where.element("relief-duty", "task_a", fourWeeks).oldest()).isEmpty();
    }

    @Test
    void isCountedAnewEachTime() {
        ended("task_a", 1, 1, 0, 0);
        assertThat(only("task_a").completed()).isOne();
        ended("task_a", 1, 1, 0, 0);
        assertThat(only("task_a").completed()).isEqualTo(2);
    }

    @Test
    void isForWhoeverMaySeeTheBoard() {
        as("officer");
        assertThatThrownBy(() -> where.everywhere(fourWeeks)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> where.element("relief-duty", "task_a", fourWeeks)).isInstanceOf(NotPermitted.class);
    }

    private void ended(String element, int ago, int waited, int held, int onHold) {
        steps.at(element).ended(days(ago), days(waited), days(held), days(onHold)).add();
    }

    private WhereAnswer answer() {
        return where.everywhere(fourWeeks);
    }

    private WhereFigures only(String element) {
        return answer().figures().stream().filter(each -> each.elementId().equals(element)).findFirst().orElseThrow();
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
