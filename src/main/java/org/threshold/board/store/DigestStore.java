package org.threshold.board.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;

/**
 * What stands out in some teams, for a message to their leader: never a restricted case, nor one whose people the
 * leader has said to know.
 */
@Repository
public class DigestStore {

    private static final String MAY_BE_TOLD = "not " + Sight.restricted("step.case_reference") + " and "
            + Sight.impartial("step.case_reference");

    private static final String STEPS = """
            select step.step_id, step.case_reference, step.name, step.owner, step.team, step.due_at,
                   step.clock_last_day, step.created_at, count(*) over () as total
              from worklist_step step %s
             where step.team = any(:teams) and %s and %s order by %s, step.step_id limit :most""";

    private static final String BREACHED = STEPS.formatted("", MAY_BE_TOLD,
            "(step.due_at >= :since and step.due_at < :now"
            + " or step.clock_last_day >= :sinceDay and step.clock_last_day < :today)", "step.due_at");

    private static final String SOON = STEPS.formatted("", MAY_BE_TOLD, "(step.due_at >= :now and step.due_at < :until"
            + " or step.clock_last_day between :today and :lastDay)",
            "least(step.due_at, step.clock_last_day::timestamptz)");

    /** What 85 of 100 of the last quarter's steps of the kind waited at most; a day at least, two if few are known. */
    private static final String UNOWNED = """
            with expected as (
                select process_key, element_id,
                       greatest(86400, percentile_cont(0.85) within group (order by waiting_seconds)) as seconds
                  from step_measure where ended_at >= :quarter group by process_key, element_id having count(*) >= 10)
            """ + STEPS.formatted("""
            left join expected using (process_key, element_id)
            left join step_measure measure on measure.step_id = step.step_id""", MAY_BE_TOLD, """
            step.owner is null and (step.hold_until is null or step.hold_until <= :today)
                   and measure.waiting_seconds + case when measure.state = 'WAITING'
                       then greatest(extract(epoch from cast(:now as timestamptz) - measure.since), 0) else 0 end
                       > coalesce(expected.seconds, 172800)""",
            "step.created_at");

    /** By the days on which messages were written, so that each is found by its key. */
    private static final String HEARD = """
            select message.queued_at from board_digest digest
              join message on message.idempotency_key = :keys || to_char(digest.day, 'YYYY-MM-DD')
             where digest.day < :before and message.ended_at is not null order by digest.day desc limit 1""";

    private static final String AWAY = STEPS.formatted("", MAY_BE_TOLD, """
            step.clock_last_day is not null and exists (select from officer_leave away where away.username = step.owner
                   and :today between away.first_day and away.last_day)""", "step.clock_last_day");

    private static final String GROWING = """
            with flow as (
                select process_key, element_id, week,
                       count(*) filter (where created_at >= began and created_at < over) as came,
                       count(*) filter (where ended_at >= began and ended_at < over) as went
                  from step_measure step cross join lateral (
                       select week, cast(:now as timestamptz) - make_interval(days => 7 * week) as began,
                              cast(:now as timestamptz) - make_interval(days => 7 * week - 7) as over
                         from generate_series(1, 3) as week) weeks
                 where team = any(:teams) and (ended_at is null or ended_at >= :threeWeeks) and %s
                 group by process_key, element_id, week)
            select coalesce((select min(name) from worklist_step named where named.process_key = flow.process_key
                        and named.element_id = flow.element_id and named.team = any(:teams)), flow.element_id) as name,
                   sum(came) as came, sum(went) as went
              from flow group by process_key, element_id
            having count(*) = 3 and min(came - went) > 0 order by sum(came - went) desc, element_id
            """.formatted(MAY_BE_TOLD);

    private final JdbcClient jdbc;
    private final Sight sight;

    DigestStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /**
     * @param owner        null where nobody holds it
     * @param clockLastDay last day of the case's nearest statutory clock, or null
     * @param total        how many there are, this one included
     */
    public record Told(String stepId, String caseReference, String name, String owner, String team, Instant dueAt,
                       LocalDate clockLastDay, Instant createdAt, int total) {
    }

    /** A kind of step of which more came than went in each of the last three weeks. */
    public record Growing(String name, int came, int went) {
    }

    /** Whose message it is, and the moments that it is about. */
    public record Question(String leader, Collection<String> teams, Instant since, Instant now, LocalDate sinceDay,
                           LocalDate today, LocalDate lastDay, Instant until) {
    }

    /** Steps past their date, and statutory clocks past their last day, since the last message. */
    public List<Told> breached(Question question, int most) {
        return steps(BREACHED, question, most);
    }

    /** Steps and statutory clocks that come to their end until the given last day. */
    public List<Told> soon(Question question, int most) {
        return steps(SOON, question, most);
    }

    /** Steps that nobody has taken for longer than is usual for their kind; longest first. */
    public List<Told> unowned(Question question, int most) {
        return steps(UNOWNED, question, most);
    }

    /** Steps of cases with a running statutory clock that are held by people who are away today. */
    public List<Told> heldByAbsent(Question question, int most) {
        return steps(AWAY, question, most);
    }

    public List<Growing> growing(Question question) {
        return ask(GROWING, question).query((row, n) -> new Growing(row.getString("name"), row.getInt("came"),
                row.getInt("went"))).list();
    }

    /** @return false when another node writes, or has written, this day's messages */
    public boolean begin(LocalDate day, Instant now) {
        return jdbc.sql("insert into board_digest (day, written_at) values (?, ?) on conflict (day) do nothing")
                .params(day, Timestamp.from(now)).update() == 1;
    }

    public void finish(LocalDate day, int sent, int nothing, int unreachable) {
        jdbc.sql("update board_digest set sent = ?, nothing = ?, unreachable = ? where day = ?")
                .params(sent, nothing, unreachable, day).update();
    }

    /** @param sent messages; {@code nothing}: leaders with nothing to be told; {@code unreachable}: with no address */
    public record Written(LocalDate day, Instant at, int sent, int nothing, int unreachable) {
    }

    /** The last before the day; that of the day itself is not it. */
    public Optional<Written> lastBefore(LocalDate day) {
        return jdbc.sql("select * from board_digest where day < ? order by day desc limit 1").param(day)
                .query((row, n) -> new Written(row.getObject("day", LocalDate.class),
                        row.getTimestamp("written_at").toInstant(), row.getInt("sent"), row.getInt("nothing"),
                        row.getInt("unreachable"))).optional();
    }

    /**
     * When the message was written that a leader got last; empty where they got none, for want of an address or because
     * it did not go out.
     *
     * @param keys   of the leader's messages, without the day
     * @param before a message of this day itself is not it
     */
    public Optional<Instant> lastHeard(String keys, LocalDate before) {
        return jdbc.sql(HEARD).param("keys", keys).param("before", before)
                .query((row, n) -> row.getTimestamp("queued_at").toInstant()).optional();
    }

    private List<Told> steps(String sql, Question question, int most) {
        return ask(sql, question).param("most", most).query(DigestStore::told).list();
    }

    private JdbcClient.StatementSpec ask(String sql, Question question) {
        Map<String, Object> values = new HashMap<>(sight.parameters(question.leader()));
        values.put("teams", question.teams().toArray(String[]::new));
        values.put("since", Timestamp.from(question.since()));
        values.put("now", Timestamp.from(question.now()));
        values.put("until", Timestamp.from(question.until()));
        values.put("sinceDay", question.sinceDay());
        values.put("today", question.today());
        values.put("lastDay", question.lastDay());
        values.put("threeWeeks", Timestamp.from(question.now().minus(Duration.ofDays(21))));
        values.put("quarter", Timestamp.from(question.now().minus(Duration.ofDays(91))));
        return jdbc.sql(sql).params(values);
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(row.getString("step_id"), row.getString("case_reference"), row.getString("name"),
                row.getString("owner"), row.getString("team"), row.getTimestamp("due_at").toInstant(),
                row.getObject("clock_last_day", LocalDate.class), row.getTimestamp("created_at").toInstant(),
                row.getInt("total"));
    }
}
