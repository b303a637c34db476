package org.threshold.board.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** Who owns the next move in cases, and what people hold. */
@Repository
public class NowOwners {

    /** A step whose model sets no date is due at the end of time. */
    private static final Instant NO_DUE = Instant.parse("9999-12-31T00:00:00Z");

    private static final String STEP = "s.step_id, s.name as step, s.team as step_team, s.owner, s.due_at";

    private static final String NEXT = """
            select c.reference, c.team, concat_ws(' ', nullif(m.given_name, ''), m.family_name) as applicant, %s
            from case_file c join household_member m on m.case_reference = c.reference and m.main_applicant
            left join lateral (select * from worklist_step w where w.case_reference = c.reference
                order by w.due_at, w.step_id limit 1) s on true
            where c.reference = any(:references) and %s""".formatted(STEP, Sight.of("c.reference"));

    private static final String STEPS = """
            select s.case_reference as reference, s.team, s.applicant_name as applicant, %s
            from worklist_step s where s.step_id = any(:steps) and %s""".formatted(STEP, Sight.of("s.case_reference"));

    private final JdbcClient jdbc;
    private final Sight sight;

    NowOwners(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /**
     * Whose case it is and what is next in it.
     *
     * @param stepId null where no step is open
     * @param owner  username, or null while nobody holds it
     * @param dueAt  null when it has no date
     */
    public record Next(String reference, String applicant, String team, String stepId, String step, String owner,
                       Instant dueAt) {
    }

    /** What somebody holds. */
    public record Holds(long open, long overdue) {

        public static final Holds NOTHING = new Holds(0, 0);
    }

    /** By reference; the step that is due first is the next one. */
    public Map<String, Next> ofCases(Collection<CaseReference> references) {
        Map<String, Next> found = new HashMap<>();
        jdbc.sql(NEXT).param("references", references.stream().map(CaseReference::value).distinct()
                .toArray(String[]::new)).params(sight.parameters()).query(row -> {
                    found.put(row.getString("reference"), next(row));
                });
        return found;
    }

    /** By step. */
    public Map<String, Next> ofSteps(Collection<String> steps) {
        Map<String, Next> found = new HashMap<>();
        jdbc.sql(STEPS).param("steps", steps.toArray(String[]::new)).params(sight.parameters()).query(row -> {
            found.put(row.getString("step_id"), next(row));
        });
        return found;
    }

    private static Next next(ResultSet row) throws SQLException {
        String step = row.getString("step_id");
        Instant due = Columns.instant(row, "due_at");
        return new Next(row.getString("reference"), row.getString("applicant"),
                step == null ? row.getString("team") : row.getString("step_team"), step, row.getString("step"),
                row.getString("owner"), NO_DUE.equals(due) ? null : due);
    }

    /** Of these people, as far as whoever asks may know; who holds nothing is missing. */
    public Map<String, Holds> held(List<String> usernames, Instant now) {
        Map<String, Holds> held = new HashMap<>();
        jdbc.sql("select owner, count(*) as open, count(*) filter (where due_at < :now) as overdue from worklist_step"
                        + " where owner = any(:people) and " + Sight.of("worklist_step.case_reference")
                        + " group by owner")
                .param("now", Columns.at(now)).param("people", usernames.toArray(String[]::new))
                .params(sight.parameters()).query(row -> {
                    held.put(row.getString("owner"), new Holds(row.getLong("open"), row.getLong("overdue")));
                });
        return held;
    }
}
