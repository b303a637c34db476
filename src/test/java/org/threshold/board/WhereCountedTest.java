package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.IntegrationTest;
import org.threshold.board.store.WhereStore;
import org.threshold.clock.ServiceClock;

/** What is counted in memory is what PostgreSQL counts from the table, whatever happens to its rows. */
class WhereCountedTest extends IntegrationTest {

    private static final int ROWS = 5_000;

    private final String team = "counted-" + UUID.randomUUID();

    @Autowired
    private WhereStore store;
    @Autowired
    private WhereItWaits where;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    private CountedByPostgres postgres;
    private Instant now;

    @BeforeEach
    void begin() {
        now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        clock.freeze(now);
        postgres = new CountedByPostgres(jdbc);
        as("leader");
    }

    @AfterEach
    void leave() {
        jdbc.sql("delete from step_measure where team in (?, ?)").params(team, team + "-b").update();
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyFilterGivesTheFiguresOfTheTable() {
        draw(ROWS);
        for (WhereFilter filter : filters()) {
            same(filter, List.of());
        }
        assertThat(count(filters().get(1), List.of())).as("the drawn rows have all elements").hasSize(7)
                .allSatisfy(figures -> assertThat(figures.took()).isNotNull())
                .anySatisfy(figures -> assertThat(figures.casesAgain()).isPositive());
    }

    @Test
    void hiddenCasesAreNotCounted() {
        draw(500);
        List<String> hidden = jdbc.sql("select distinct case_reference from step_measure where team = ? order by 1 "
                + "limit 20").param(team).query(String.class).list();
        WhereFilter filter = new WhereFilter(52, team, "", "", "", "");
        assertThat(count(filter, hidden)).isNotEqualTo(count(filter, List.of()));
        same(filter, hidden);
        same(WhereFilter.ALL, hidden);
    }

    @Test
    void rowsThatChangeOrGoAreFollowed() {
        draw(300);
        WhereFilter filter = new WhereFilter(26, team, "", "", "", "");
        same(filter, List.of());
        for (String change : List.of(
                "update step_measure set ended_at = :now, ended_how = 'COMPLETED', state = 'ENDED'"
                        + " where ended_at is null and team = :team",
                "update step_measure set ended_at = ended_at - interval '200 days' where lane = 'COUNTED_0'"
                        + " and ended_at is not null and team = :team",
                "update step_measure set element_id = 'moved', process_version = 9 where pass > 1 and team = :team",
                "update step_measure set team = :team || '-b' where office is null and team = :team",
                "delete from step_measure where lane = 'COUNTED_1' and team = :team")) {
            assertThat(jdbc.sql(change).param("team", team).param("now", Timestamp.from(now)).update())
                    .as(change).isPositive();
            same(filter, List.of());
        }
        draw(10);
        same(filter, List.of());
    }

    @Test
    void whatCommitsLateIsNotMissed() {
        WhereFilter filter = new WhereFilter(4, team, "", "", "", "");
        TransactionTemplate late = new TransactionTemplate(transactions);
        TransactionTemplate meanwhile = new TransactionTemplate(transactions);
        meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        late.executeWithoutResult(begun -> {
            ended("task_late");
            meanwhile.executeWithoutResult(other -> ended("task_meanwhile"));
            assertThat(count(filter, List.of())).extracting(WhereFigures::elementId).containsExactly("task_meanwhile");
        });
        assertThat(count(filter, List.of())).extracting(WhereFigures::elementId)
                .containsExactly("task_late", "task_meanwhile");
        late.executeWithoutResult(undone -> {
            ended("task_undone");
            assertThat(count(filter, List.of())).hasSize(2);
            undone.setRollbackOnly();
        });
        assertThat(count(filter, List.of())).hasSize(2);
    }

    @Test
    void theHistogramAndTheChoicesAreThoseOfTheTable() {
        draw(400);
        WhereFilter filter = new WhereFilter(52, team, "", "COUNTED_2", "", "");
        WhereElement element = where.element("counted-1", "task_1", filter);
        assertThat(element.buckets().stream().mapToLong(WhereElement.Bucket::steps).sum())
                .isEqualTo(element.figures().completed()).isPositive();
        WhereElement.Bucket first = element.buckets().get(0);
        assertThat(jdbc.sql("""
                select count(*) from step_measure where team = ? and lane = 'COUNTED_2' and element_id = 'task_1'
                    and process_key = 'counted-1' and ended_how = 'COMPLETED' and ended_at >= ?::timestamptz
                    and waiting_seconds + held_seconds + on_hold_seconds < ?""")
                .params(team, element.answer().from().toString(), first.until()).query(Long.class).single())
                .isEqualTo(first.steps());
        assertThat(element.answer().choices().lanes()).contains("COUNTED_0", "COUNTED_1", "COUNTED_2");
        assertThat(element.answer().choices().offices()).contains("Counted 1").doesNotContainNull().isSorted();
    }

    private void ended(String element) {
        new MeasuredSteps(jdbc, team, now).at(element).ended(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1),
                Duration.ofDays(1)).add();
    }

    /** With and without each choice, some of which nothing has, over every period. */
    private List<WhereFilter> filters() {
        List<WhereFilter> filters = new ArrayList<>(List.of(WhereFilter.ALL));
        for (int weeks : WhereFilter.PERIODS) {
            filters.add(new WhereFilter(weeks, team, "", "", "", ""));
            filters.add(new WhereFilter(weeks, team, "Counted 1", "", "", ""));
            filters.add(new WhereFilter(weeks, team, "", "COUNTED_2", "", ""));
            filters.add(new WhereFilter(weeks, team, "", "", "COUNTED_FAMILY_0", ""));
            filters.add(new WhereFilter(weeks, team, "", "", "", "COUNTED_HOTEL_1"));
            filters.add(new WhereFilter(weeks, team, "Counted 0", "COUNTED_1", "COUNTED_FAMILY_1", "COUNTED_HOTEL_0"));
            filters.add(new WhereFilter(weeks, team, "Nowhere", "", "", ""));
        }
        return filters;
    }

    private List<WhereFigures> count(WhereFilter filter, List<String> hidden) {
        return store.count(filter, from(filter), now, hidden).figures();
    }

    private Instant from(WhereFilter filter) {
        return now.minus(Duration.ofDays(7L * filter.weeks()));
    }

    /** To the last digit, but for sums of doubles, which depend on the order in which PostgreSQL finds its rows. */
    private void same(WhereFilter filter, List<String> hidden) {
        List<WhereFigures> table = postgres.figures(filter, from(filter), now, hidden);
        assertThat(count(filter, hidden)).as(filter.toString()).usingRecursiveComparison()
                .withComparatorForType(WhereCountedTest::nearly, Double.class).isEqualTo(table);
        assertThat(exact(count(filter, hidden))).as(filter.toString()).isEqualTo(exact(table));
    }

    private static int nearly(Double one, Double other) {
        return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)) + 1e-3 ? 0 : Double.compare(one, other);
    }

    private static List<Object> exact(List<WhereFigures> figures) {
        return figures.stream().map(each -> each.took() == null ? "none" : List.of(each.took().p50(),
                each.took().p85(), each.took().p90(), each.took().max())).map(Object.class::cast).toList();
    }

    /** Over two years, one in ten open; all that a row can be, in no order. */
    private void draw(int rows) {
        jdbc.sql("""
                insert into step_measure (step_id, case_reference, process_key, process_version, first_element_id,
                    element_id, team, lane, waits_for, household_type, office, placement_kind, created_at, ended_at,
                    ended_how, state, hold_reason, since, waiting_seconds, held_seconds, on_hold_seconds,
                    applicant_seconds, third_party_seconds, handovers, ping_pongs, due_at, redated, pass)
                select gen_random_uuid(), :team || n % 97, 'counted-' || n % 7 % 3, 1 + n % 4, 'task', 'task_' || n % 7,
                    :team, 'COUNTED_' || n % 4, (array['officer', 'applicant', 'third-party', 'statutory'])[1 + n % 4],
                    case when n % 5 > 0 then 'COUNTED_FAMILY_' || n % 2 end,
                    case when n % 6 > 0 then 'Counted ' || n % 3 end, case when n % 8 > 0 then 'COUNTED_HOTEL_' || n % 3 end,
                    least(ended, :now::timestamptz) - make_interval(secs => waits + holds + rests + part),
                    case when not open then ended end, case when not open then case when n % 11 = 0 then 'CANCELLED' else 'COMPLETED' end end,
                    case when open then (array['WAITING', 'HELD', 'ON_HOLD'])[1 + n % 3] else 'ENDED' end,
                    (array['APPLICANT', 'DOCUMENTS', 'THIRD_PARTY', 'APPOINTMENT', null])[1 + n / 10 % 5],
                    case when open then :now::timestamptz - make_interval(secs => part * 86400) else ended end,
                    waits, holds, rests, rests / 3, rests / 4, n % 3, n % 2,
                    case when n % 9 > 0 then ended + make_interval(days => 4 - n % 8) end, n % 4,
                    1 + n % 13 / 12
                from (select n, n % 10 = 0 as open, :now::timestamptz - make_interval(secs => random() * 63e6) as ended,
                        (exp(random() * 13))::bigint as waits, (exp(random() * 13))::bigint as holds,
                        (exp(random() * 12))::bigint as rests, random() as part
                    from generate_series(1, :rows) n) drawn""")
                .param("team", team).param("rows", rows).param("now", Timestamp.from(now)).update();
    }
}
