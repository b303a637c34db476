package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.threshold.Acting.as;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.NotPermitted;
import org.threshold.board.store.GoesWithStore;
import org.threshold.clock.ServiceClock;
import org.threshold.statistics.GoesWith;
import org.threshold.statistics.GoesWith.Finding;

/** What long times at a step go with, on steps that can be added up by hand. */
class WhereGoesWithTest extends IntegrationTest {

    private static final double DAY = 86_400;
    private static final String STEP = "task_goesWith";

    private final String team = "goes-with-" + UUID.randomUUID();
    private final WhereFilter fourWeeks = new WhereFilter(4, team, "", "", "", "");

    @Autowired
    private WhereItWaits where;
    @Autowired
    private WhereGoesWith goesWith;
    @Autowired
    private GoesWithStore store;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private JdbcClient jdbc;

    private MeasuredSteps steps;
    private FlowRows rows;

    /** 50 steps of four days, and 25 of ten days that were handed over once: on average six. */
    @BeforeEach
    void begin() {
        // A Monday in winter, when London's hours are those of UTC.
        clock.freeze(Instant.parse("2027-02-01T18:00:00Z"));
        steps = new MeasuredSteps(jdbc, team, clock.instant());
        rows = new FlowRows(jdbc);
        as("leader");
        for (int i = 0; i < 50; i++) {
            took(4).with("household_type", "SINGLE").with("owner", "officer").add();
        }
        for (int i = 0; i < 25; i++) {
            took(10).with("handovers", 1).with("household_type", "ONE_PARENT").with("owner", "senior")
                    .with("ended_by", "senior").with("lane", "YOUNG_PERSON").with("office", i < 19 ? "Rare" : "Other")
                    .add();
        }
    }

    @AfterEach
    void leave() {
        steps.remove();
        rows.takeAway();
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    void theContributionIsWhatWouldNotHavePassed() {
        took(90).with("ended_how", "CANCELLED").with("handovers", 1).add();
        steps.at(STEP).open("HELD", days(20), days(0), days(9)).with("handovers", 1).add();
        steps.at(STEP).ended(days(29), days(0), days(90), days(0)).with("handovers", 1).add();
        steps.at("task_other").ended(days(2), days(0), days(90), days(0)).with("handovers", 1).add();
        WhereGoesWith.Ranking ranking = ranking();
        assertThat(ranking.n()).isEqualTo(75);
        Finding first = finding(WhereAttribute.HANDED_OVER);
        assertThat(first.value()).isEqualTo("ONCE");
        assertThat(first.n()).isEqualTo(25);
        assertThat(first.others()).isEqualTo(50);
        assertThat(first.median()).isEqualTo(10 * DAY);
        assertThat(first.othersMedian()).isEqualTo(4 * DAY);
        assertThat(first.ratio()).isEqualTo(2.5);
        assertThat(first.contribution()).as("25 times ten less six").isCloseTo(100 * DAY, within(1.0));
        assertThat(first.delta()).isEqualTo(1);
        assertThat(first.p()).isLessThan(1e-9);
    }

    /** The longer ones are all lone parents, of a lane given by age, of one officer: each would stand first. */
    @Test
    void nothingThatTellsWhoSomebodyIsIsCompared() {
        assertThat(ranking().findings()).extracting(Finding::value)
                .doesNotContain("ONE_PARENT", "SINGLE", "YOUNG_PERSON", "senior", "officer");
    }

    /** Standard stands beside lanes that are given for abuse and by age, and a refuge is for who fled abuse. */
    @Test
    void neitherLaneNorPlacementTellsOfAbuseOrAge() {
        assertThat(WhereAttribute.values()).as("what is added here must tell nobody's characteristics")
                .extracting(WhereAttribute::name).containsExactly("TEAM", "OFFICE", "LANE", "PLACEMENT", "IN_PERSON",
                        "AGAIN", "HANDED_OVER", "DAY_MOVED", "HOLD_APPLICANT", "HOLD_ORGANISATION", "HOLD_OTHER",
                        "WEEKDAY", "HOUR");
        for (String[] each : new String[][]{{"STANDARD", "HOSTEL_REFUGE"}, {"TWENTY_FOUR_HOURS", "HOSTEL_REFUGE"},
            {"EMERGENCY", "NIGHTLY_PAID"}}) {
            for (int i = 0; i < 20; i++) {
                took(8).with("lane", each[0]).with("placement_kind", each[1])
                        .with("process_version", 1 + i % 2).add();
            }
        }
        assertThat(ranking().findings()).filteredOn(each -> List.of("LANE", "PLACEMENT", "VERSION")
                .contains(each.attribute())).extracting(Finding::value)
                .containsExactlyInAnyOrder("EMERGENCY", "NIGHTLY_PAID");
    }

    @Test
    void whatFewerThanTwentyHaveIsNotTold() {
        assertThat(ranking().findings()).extracting(Finding::value).doesNotContain("Rare", "Other");
        took(10).with("office", "Rare").add();
        assertThat(ranking().findings()).extracting(Finding::value).contains("Rare").doesNotContain("Other");
    }

    /** Ended on Saturday 30 January at noon: four days earlier is a Tuesday, ten a Wednesday. */
    @Test
    void whenItBeganIsLondons() {
        assertThat(finding(WhereAttribute.WEEKDAY).value()).isEqualTo("WEDNESDAY");
        assertThat(ranking().findings()).filteredOn(each -> each.attribute().equals(WhereAttribute.WEEKDAY.name()))
                .extracting(Finding::value).containsExactly("WEDNESDAY", "TUESDAY");
        assertThat(ranking().findings()).as("all began at noon: nothing to compare it with")
                .noneMatch(each -> each.attribute().equals(WhereAttribute.HOUR.name()));
    }

    /** So that no page needs more memory than a bounded number of steps does, however busy the step is. */
    @Test
    void ofTooManyTheNewestAreRead() {
        steps.at(STEP).ended(Duration.ofHours(1), days(0), days(77), days(0)).add();
        WhereAnswer answer = where.everywhere(fourWeeks);
        assertThat(store.completed("relief-duty", STEP, fourWeeks, answer.from(), answer.asOf(), 3))
                .hasSize(3).extracting(GoesWith.Case::duration).contains(77 * DAY);
        assertThat(store.completed("relief-duty", STEP, fourWeeks, answer.from(), answer.asOf(), WhereGoesWith.MOST))
                .hasSize(76);
    }

    @Test
    void aHiddenCaseIsNotCounted() {
        String hidden = rows.addCase(java.time.LocalDate.of(2027, 1, 4), null);
        took(10).with("handovers", 1).with("case_reference", hidden).add();
        assertThat(ranking().n()).isEqualTo(76);
        rows.hide(hidden, "manager");
        assertThat(ranking().n()).isEqualTo(75);
    }

    @Test
    void itIsForWhoSeesTheBoard() {
        WhereAnswer answer = where.everywhere(fourWeeks);
        as("officer");
        assertThatThrownBy(() -> goesWith.of("relief-duty", STEP, answer)).isInstanceOf(NotPermitted.class);
    }

    private WhereGoesWith.Ranking ranking() {
        return goesWith.of("relief-duty", STEP, where.everywhere(fourWeeks));
    }

    private Finding finding(WhereAttribute attribute) {
        return ranking().findings().stream().filter(each -> each.attribute().equals(attribute.name())).findFirst()
                .orElseThrow();
    }

    private MeasuredSteps.Row took(int days) {
        return steps.at(STEP).ended(Duration.ofHours(54), days(0), days(days), days(0));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
