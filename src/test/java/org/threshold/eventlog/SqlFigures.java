package org.threshold.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.data.Offset;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The same figures by another way: PostgreSQL's windows and {@code percentile_cont} on the rows of a made log. */
public final class SqlFigures {

    private static final Offset<Double> NEAR = within(1e-7);
    private static final String DAYS = "/ 86400000.0";
    private static final String STEPS = """
            with step as (select of_case, activity, by_whom, at,
                                 lag(activity) over w as before, lag(at) over w as since,
                                 lag(by_whom) over w as by_before
                            from made_log window w as (partition by of_case order by at, seq))
            """;

    private final JdbcClient jdbc;

    private SqlFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fails where any figure differs. The rows are in a table of one connection, gone with it. */
    public static void check(DataSource database, List<MadeLog.Row> rows, LogAnalysis found) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            SqlFigures figures = new SqlFigures(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            figures.jdbc.sql("create temporary table made_log (seq int, of_case text, activity text, at bigint,"
                    + " by_whom text)").update();
            try {
                copy(connection, rows);
                figures.jdbc.sql("analyze made_log").update();
                figures.checkCases(found);
                figures.checkEdges(found);
                figures.checkActivities(found);
                figures.checkReworkAndHandovers(found);
            } finally {
                figures.jdbc.sql("drop table made_log").update();
            }
        }
    }

    private static void copy(Connection connection, List<MadeLog.Row> rows) throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int seq = 0;
        for (MadeLog.Row row : rows) {
            text.write((seq++ + "\t" + row.of() + "\t" + row.activity() + "\t" + row.at() + "\t" + row.by() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy made_log from stdin",
                new ByteArrayInputStream(text.toByteArray()));
    }

    private void checkCases(LogAnalysis found) {
        Map<String, Object> cases = jdbc.sql("""
                with one as (select min(at) as began, (max(at) - min(at)) %1$s as days,
                                    string_agg(activity, '>' order by at, seq) as path
                               from made_log group by of_case)
                select count(*) as n, count(distinct path) as variants, avg(days) as mean, max(days) as longest,
                       (max(began) - min(began)) %1$s / (count(*) - 1) as arrival,
                       percentile_cont(0.5) within group (order by days) as p50,
                       percentile_cont(0.85) within group (order by days) as p85,
                       percentile_cont(0.9) within group (order by days) as p90 from one""".formatted(DAYS)).query()
                .singleRow();
        assertThat(found.cases()).isEqualTo(number(cases, "n"));
        assertThat(found.arrivalDays()).isCloseTo(decimal(cases, "arrival"), NEAR);
        assertThat(found.variants()).isEqualTo(number(cases, "variants"));
        assertThat(found.caseDays().mean()).isCloseTo(decimal(cases, "mean"), NEAR);
        assertThat(found.caseDays().p50()).isCloseTo(decimal(cases, "p50"), NEAR);
        assertThat(found.caseDays().p85()).isCloseTo(decimal(cases, "p85"), NEAR);
        assertThat(found.caseDays().p90()).isCloseTo(decimal(cases, "p90"), NEAR);
        assertThat(found.caseDays().max()).isCloseTo(decimal(cases, "longest"), NEAR);
    }

    private void checkEdges(LogAnalysis found) {
        List<Map<String, Object>> edges = jdbc.sql(STEPS + """
                select before, activity, count(*) as n, sum(at - since) %1$s as total,
                       percentile_cont(0.5) within group (order by at - since) %1$s as p50,
                       percentile_cont(0.9) within group (order by at - since) %1$s as p90
                  from step where before is not null group by 1, 2 order by total desc, 1, 2""".formatted(DAYS)).query()
                .listOfRows();
        assertThat(found.byEdge()).extracting(edge -> edge.from() + ">" + edge.to()).containsExactlyElementsOf(
                edges.stream().map(edge -> edge.get("before") + ">" + edge.get("activity")).toList());
        for (int i = 0; i < edges.size(); i++) {
            same(found.byEdge().get(i).waiting(), edges.get(i));
        }
    }

    private static void same(Spans found, Map<String, Object> wanted) {
        assertThat(found.n()).isEqualTo(number(wanted, "n"));
        assertThat(found.median()).isCloseTo(decimal(wanted, "p50"), NEAR);
        assertThat(found.p90()).isCloseTo(decimal(wanted, "p90"), NEAR);
        assertThat(found.total()).isCloseTo(decimal(wanted, "total"), within(1e-5));
    }

    private void checkActivities(LogAnalysis found) {
        List<Map<String, Object>> activities = jdbc.sql(STEPS + """
                select activity, count(*) as events, count(distinct of_case) as cases, count(since) as n,
                       sum(at - since) %1$s as total,
                       percentile_cont(0.5) within group (order by at - since) %1$s as p50,
                       percentile_cont(0.9) within group (order by at - since) %1$s as p90
                  from step group by 1 order by events desc, 1""".formatted(DAYS)).query().listOfRows();
        assertThat(found.byActivity()).hasSameSizeAs(activities);
        for (int i = 0; i < activities.size(); i++) {
            assertThat(found.byActivity().get(i).activity()).isEqualTo(activities.get(i).get("activity"));
            assertThat(found.byActivity().get(i).events()).isEqualTo(number(activities.get(i), "events"));
            assertThat(found.byActivity().get(i).cases()).isEqualTo(number(activities.get(i), "cases"));
            same(found.byActivity().get(i).waiting(), activities.get(i));
        }
    }

    private void checkReworkAndHandovers(LogAnalysis found) {
        List<Map<String, Object>> rework = jdbc.sql("""
                with again as (select of_case, activity, by_whom, row_number() over w as nth,
                                      lag(by_whom) over w as prior
                                 from made_log window w as (partition by of_case, activity order by at, seq))
                select activity, count(*) filter (where nth = 1) as cases, count(*) filter (where nth = 2) as again,
                       count(*) filter (where nth > 1 and by_whom = prior) as repeats,
                       count(*) filter (where nth > 1 and by_whom <> prior) as redos
                  from again group by 1 having count(*) filter (where nth = 2) > 0 order by 3 desc, 1""").query()
                .listOfRows();
        assertThat(found.rework()).containsExactlyElementsOf(rework.stream().map(row -> new LogAnalysis.ReworkFigures(
                (String) row.get("activity"), number(row, "cases"), number(row, "again"), number(row, "repeats"),
                number(row, "redos"), 0)).toList());
        Map<String, Object> handovers = jdbc.sql(STEPS + """
                select count(*) filter (where by_whom <> by_before) as n, count(distinct (by_before, by_whom)) as pairs
                  from step where before is not null""").query().singleRow();
        assertThat(found.handovers().count()).isEqualTo(number(handovers, "n"));
        assertThat(found.handovers().pairs()).isEqualTo(number(handovers, "pairs"));
    }

    private static long number(Map<String, Object> row, String name) {
        return ((Number) row.get(name)).longValue();
    }

    private static double decimal(Map<String, Object> row, String name) {
        return ((Number) row.get(name)).doubleValue();
    }
}
