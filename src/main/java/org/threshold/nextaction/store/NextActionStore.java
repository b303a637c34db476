package org.threshold.nextaction.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.nextaction.ActionKind;
import org.threshold.nextaction.AnsweredAction;
import org.threshold.nextaction.Proposal;

/** The SQL of {@code next_action} and {@code next_action_done}. */
@Repository
public class NextActionStore {

    private static final String READ = """
            select answered.*, ended.done, ended.words as done_words, ended.recorded_by as done_by,
                ended.recorded_at as done_at
            from next_action answered left join next_action_done ended on ended.next_action_id = answered.id
            where %s""".formatted(Sight.of("answered.case_reference"));

    private final JdbcClient jdbc;
    private final Sight sight;

    NextActionStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** @return empty when somebody has answered it meanwhile */
    public Optional<Long> insert(Proposal proposal, boolean accepted, String reason, String by, Instant at) {
        return jdbc.sql("""
                insert into next_action (case_reference, kind, subject, detail, due_on, accepted, reason, answered_by,
                    answered_at)
                values (:reference, :kind, :subject, :detail, :due, :accepted, :reason, :by, :at)
                on conflict (case_reference, kind, subject) do nothing returning id""")
                .param("reference", proposal.caseReference().value()).param("kind", proposal.kind().name())
                .param("subject", proposal.subject()).param("detail", proposal.detail()).param("due", proposal.dueOn())
                .param("accepted", accepted).param("reason", reason).param("by", by).param("at", Columns.at(at))
                .query(Long.class).optional();
    }

    /** @return false when it was recorded already */
    public boolean done(long id, boolean done, String words, String by, Instant at) {
        return jdbc.sql("""
                insert into next_action_done (next_action_id, done, words, recorded_by, recorded_at)
                values (:id, :done, :words, :by, :at) on conflict do nothing""").param("id", id).param("done", done)
                .param("words", words).param("by", by).param("at", Columns.at(at)).update() == 1;
    }

    /** Newest first. */
    public List<AnsweredAction> of(CaseReference reference) {
        return jdbc.sql(READ + " and answered.case_reference = :reference order by answered.id desc")
                .param("reference", reference.value()).params(sight.parameters()).query((row, i) -> action(row)).list();
    }

    private static AnsweredAction action(ResultSet row) throws SQLException {
        String words = row.getString("done_words");
        return new AnsweredAction(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                Columns.code(row, "kind", ActionKind.class), row.getString("detail"), Columns.day(row, "due_on"),
                row.getBoolean("accepted"), row.getString("reason"), row.getString("answered_by"),
                Columns.instant(row, "answered_at"), words == null ? null : new AnsweredAction.Done(
                        row.getBoolean("done"), words, row.getString("done_by"), Columns.instant(row, "done_at")));
    }
}
