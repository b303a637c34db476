package org.threshold.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.ThresholdApplication;
import org.threshold.board.NowBoard;
import org.threshold.board.TileMeasure;
import org.threshold.demonstration.Desk;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepFilter;
import org.threshold.worklist.StepList;
import org.threshold.worklist.StepSort;
import org.threshold.worklist.Worklist;

/**
 * The same ten days on two databases, on one of them interrupted: every step is done, what happened is the same, and the
 * board says what is published.
 */
class PlayTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 2, 24);
    private static final int DAYS = 10;
    /** A handful who come, and as few who live in temporary accommodation as a council can have. */
    private static final PlayedYear TEN_DAYS = new PlayedYear(Scenario.PEER_REVIEW_2023, 7, 50, FIRST,
            FIRST.plusDays(DAYS - 1), FIRST);

    @TempDir
    Path folder;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        ClockUtil.reset();
    }

    @Test
    void tenDaysArePlayedToTheirEndAndAlikeWhenTheyWereInterrupted() {
        List<String> atOnce = played("at-once", play -> play.play(TEN_DAYS));
        List<String> interrupted = played("interrupted", play -> {
            play.play(TEN_DAYS, FIRST.plusDays(5));
            return play.play(TEN_DAYS);
        });
        assertThat(atOnce).hasSizeGreaterThan(20).anyMatch(entry -> entry.contains("They left on"))
                .anyMatch(entry -> entry.contains("The home outside the borough is approved"));
        assertThat(interrupted).isEqualTo(atOnce);
    }

    /** A fiftieth of what is published, as near as whole households come to it; the tiles are the board's own. */
    private static void theBoardSaysWhatIsPublished(YearCheck check) {
        Map<TileMeasure, YearCheck.Line> lines = check.of(TEN_DAYS).stream()
                .collect(Collectors.toMap(YearCheck.Line::measure, Function.identity()));
        assertThat(lines.values()).allSatisfy(line -> assertThat(line.holds()).as(line.toString()).isTrue());
        assertThat(lines.get(TileMeasure.APPROACHES).measured()).isPositive();
        assertThat(lines.get(TileMeasure.IN_TA).measured()).isEqualTo(21);
        assertThat(lines.get(TileMeasure.NIGHTLY).measured()).isEqualTo(5);
        assertThat(lines.get(TileMeasure.BED_AND_BREAKFAST).measured()).isEqualTo(2);
        assertThat(lines.get(TileMeasure.PLACED_OUTSIDE).measured()).isPositive();
        assertThat(check.table(TEN_DAYS)).hasSize(9).anyMatch(line -> line.contains("1,069"));
    }

    /** Letters have words from April 2025 on; what cannot be played is said before anything is. */
    private static void aYearBeforeTheFirstLettersIsRefused(Play play, JdbcClient jdbc) {
        LocalDate first = LocalDate.of(2025, 3, 31);
        assertThatThrownBy(() -> play.play(new PlayedYear(Scenario.PEER_REVIEW_2023, 7, 50, first, first, first)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no wording before 2025-04-01");
        assertThat(jdbc.sql("select count(*) from played_year").query(Long.class).single()).isZero();
    }

    /** Nobody who has left is owed what they were owed there. */
    private static void whoLeftIsOwedNoMore(JdbcClient jdbc) {
        assertThat(jdbc.sql("select count(*) from played_leaving").query(Long.class).single()).isPositive();
        assertThat(jdbc.sql("select count(*) from played_leaving where not duty_over").query(Long.class).single())
                .isZero();
    }

    /** 922, 35 and 300 of the whole council. */
    private static void theTargetsAreThePublishedOnes(NowBoard board, Desk desk) {
        assertThat(desk.as("manager", () -> Stream.of(TileMeasure.IN_TA, TileMeasure.NIGHTLY, TileMeasure.APPROACHES)
                .map(measure -> board.tile(measure).target().value()).toList())).containsExactly(18L, 1L, 6L);
    }

    /** On the first Monday, and at the end of a stay. */
    private static void benefitAndHouseholdsHavePaid(JdbcClient jdbc) {
        for (String kind : List.of("BENEFIT", "PAYMENT")) {
            assertThat(jdbc.sql("select count(*) from charge_line where kind = ? and on_day = ?").param(kind)
                    .param(LocalDate.of(2027, 3, 1)).query(Long.class).single()).as(kind).isPositive();
        }
    }

    /** The whole charge or three quarters of it, from the first night that the day of the claim reaches. */
    private static void awardsAreOfTheCharge(ConfigurableApplicationContext service, JdbcClient jdbc) {
        done(service, "task_collectEvidence");
        done(service, "task_followClaim");
        List<Boolean> awards = jdbc.sql("""
                select claim.awarded_weekly in (charge, charge * 3 / 4) and claim.awarded_from = case
                        when claim.made_on <= date_trunc('week', claim.liable_from)::date + 6 then claim.liable_from
                        else date_trunc('week', claim.made_on)::date + 7 end
                from benefit_claim claim
                join placement on placement.id = claim.placement_id
                join lateral (select eligible_pence * case charged_by when 'NIGHT' then 7 else 1 end as charge from unit_rate
                    where unit_rate.unit_id = placement.unit_id order by from_date limit 1) rate on true
                where claim.decided_on >= ? and not claim.pension_age""").param(FIRST).query(Boolean.class).list();
        assertThat(awards).isNotEmpty().containsOnly(true);
    }

    /** Every such step that is open, with the answers of a played year. */
    private static void done(ConfigurableApplicationContext service, String element) {
        Tables tables = Tables.of(TEN_DAYS.scenario());
        Habits habits = new Habits(tables, TEN_DAYS.seed(), YearPlan.of(tables, TEN_DAYS));
        LocalDate today = LocalDate.now(service.getBean(Clock.class));
        StepFilter those = new StepFilter(Set.of(), Set.of(), Set.of(element), null, false, false, false, false);
        for (OpenStep step : service.getBean(Desk.class).as("manager", () -> service.getBean(Worklist.class)
                .list(StepList.ALL, those, StepSort.WAITING, null).steps())) {
            Team team = Team.named(step.team());
            assertThat(service.getBean(Colleague.class).does(team.whoMayDo(step).get(0), team.office(), step,
                    habits.answers(element, null, step.applicantName(), null, today))).isEmpty();
        }
    }

    private interface Played {
        Play.Report by(Play play);
    }

    private List<String> played(String name, Played played) {
        ClockUtil.reset();
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(ThresholdApplication.class)
                .profiles("demonstration", "test").run("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                        "--threshold.postgres.folder=" + folder.resolve(name).resolve("postgres"),
                        "--threshold.postgres.program=target/postgres-program")) {
            JdbcClient jdbc = service.getBean(JdbcClient.class);
            aYearBeforeTheFirstLettersIsRefused(service.getBean(Play.class), jdbc);
            Play.Report report = played.by(service.getBean(Play.class));
            assertThat(report.couldNot()).isEmpty();
            theTargetsAreThePublishedOnes(service.getBean(NowBoard.class), service.getBean(Desk.class));
            theBoardSaysWhatIsPublished(service.getBean(YearCheck.class));
            whoLeftIsOwedNoMore(jdbc);
            benefitAndHouseholdsHavePaid(jdbc);
            awardsAreOfTheCharge(service, jdbc);
            // Households are brought over side by side, so which of them has which number is a matter of the moment.
            return jdbc.sql("""
                    select concat_ws(' | ', given_name, family_name, date_of_birth,
                        (happened_at at time zone 'Europe/London')::date,
                        regexp_replace(headline, 'placement [0-9]+', 'placement'))
                    from timeline_entry join household_member using (case_reference) where main_applicant order by 1""")
                    .query(String.class).list();
        }
    }
}
