package org.threshold.message.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.message.Attachment;
import org.threshold.message.Messages.Undelivered;
import org.threshold.message.OutgoingMessage;

/** The SQL of {@code message}. Each statement that takes or ends a message is a commit of its own. */
@Repository
public class MessageStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    MessageStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** @param attempts how often it was tried, this time included */
    public record Taken(long id, int attempts, OutgoingMessage message) {
    }

    /** @return false when there is one with that key already */
    public boolean insert(OutgoingMessage message, Instant now) {
        Attachment file = message.attachment();
        return jdbc.sql("""
                insert into message (idempotency_key, case_reference, kind, recipient, subject, body, queued_at, state,
                    attempts, next_at, member_id, attachment_name, attachment_type, attachment)
                values (:key, :reference, :kind, :recipient, :subject, :body, :now, 'WAITING', 0, :now, :member,
                    :fileName, :fileType, :file)
                on conflict (idempotency_key) do nothing""")
                .param("key", message.idempotencyKey()).param("reference", text(message.caseReference()))
                .param("kind", message.kind()).param("recipient", message.recipient())
                .param("subject", message.subject()).param("body", message.body())
                .param("member", message.memberId(), java.sql.Types.BIGINT)
                .param("fileName", file == null ? null : file.name()).param("fileType", file == null ? null : file.type())
                .param("file", file == null ? null : file.content(), java.sql.Types.BINARY)
                .param("now", Timestamp.from(now)).update() == 1;
    }

    /** Takes the oldest message that is due; another node that asks at the same moment gets another one. */
    public Optional<Taken> take(Instant now, Instant until) {
        return jdbc.sql("""
                update message set state = 'SENDING', attempts = attempts + 1, next_at = :until
                where id = (select id from message where state = 'WAITING' and next_at <= :now
                            order by next_at, id limit 1 for update skip locked)
                returning *""")
                .param("now", Timestamp.from(now)).param("until", Timestamp.from(until))
                .query((row, i) -> taken(row)).optional();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(row.getLong("id"), row.getInt("attempts"), message(row));
    }

    private static OutgoingMessage message(ResultSet row) throws SQLException {
        byte[] file = row.getBytes("attachment");
        return new OutgoingMessage(reference(row), row.getString("kind"),
                row.getString("recipient"), row.getString("subject"), row.getString("body"),
                row.getString("idempotency_key"), row.getObject("member_id", Long.class), file == null ? null
                : new Attachment(row.getString("attachment_name"), row.getString("attachment_type"), file));
    }

    /** @return false when it is not being sent any more */
    public boolean sent(long id, Instant now) {
        return jdbc.sql("update message set state = 'SENT', ended_at = :now, problem = null where id = :id"
                + " and state = 'SENDING'").param("id", id).param("now", Timestamp.from(now)).update() == 1;
    }

    public void later(long id, Instant at, String problem) {
        jdbc.sql("update message set state = 'WAITING', next_at = :at, problem = :problem where id = :id"
                + " and state = 'SENDING'")
                .param("id", id).param("at", Timestamp.from(at)).param("problem", problem).update();
    }

    /** @return false when it is not being sent any more */
    public boolean failed(long id, String problem) {
        return jdbc.sql("update message set state = 'FAILED', problem = :problem where id = :id and state = 'SENDING'")
                .param("id", id).param("problem", problem).update() == 1;
    }

    /** @return those that were given up */
    public List<OutgoingMessage> giveUpOn(String problem, Instant now) {
        return jdbc.sql("update message set state = 'FAILED', problem = :problem where state = 'SENDING'"
                        + " and next_at < :now returning *")
                .param("problem", problem).param("now", Timestamp.from(now)).query((row, i) -> message(row)).list();
    }

    /** Only of cases that whoever asks may know of. */
    public List<Undelivered> failed(int most) {
        return jdbc.sql("select * from message where state = 'FAILED' and " + Sight.of("message.case_reference")
                        + " order by queued_at, id limit :most")
                .params(sight.parameters()).param("most", most)
                .query((row, i) -> new Undelivered(row.getLong("id"),
                        reference(row), row.getString("kind"),
                        row.getString("recipient"), row.getString("subject"),
                        row.getTimestamp("queued_at").toInstant(), row.getInt("attempts"), row.getString("problem")))
                .list();
    }

    /** @return the case of the message, null in it where it is about none; empty when it was not undelivered any more */
    public List<String> waitAgain(long id, Instant now) {
        return ended("update message set state = 'WAITING', attempts = 0, next_at = :now", id, now, null);
    }

    /** @return as {@link #waitAgain} */
    public List<String> toldByHand(long id, String by, Instant now) {
        return ended("update message set state = 'BY_HAND', ended_at = :now, ended_by = :by", id, now, by);
    }

    private List<String> ended(String change, long id, Instant now, String by) {
        return jdbc.sql(change + " where id = :id and state = 'FAILED' and " + Sight.of("message.case_reference")
                        + " returning case_reference")
                .params(sight.parameters()).param("id", id).param("now", Timestamp.from(now)).param("by", by)
                .query((row, i) -> row.getString(1)).list();
    }

    private static CaseReference reference(ResultSet row) throws SQLException {
        String reference = row.getString("case_reference");
        return reference == null ? null : new CaseReference(reference);
    }

    /** The reference as it is kept; null where a message is about no case. */
    public static String text(CaseReference reference) {
        return reference == null ? null : reference.value();
    }
}
