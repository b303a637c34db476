package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.HostNotice;
import org.threshold.accommodation.HostNotice.Acknowledged;
import org.threshold.accommodation.HostNotice.Kind;
import org.threshold.accommodation.HostNotice.Sending;
import org.threshold.accommodation.HostNotice.Way;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of notices to host councils. */
@Repository
public class HostNoticeStore {

    private static final String FROM = " from host_notice join placement on placement.id = host_notice.placement_id"
            + " join district on district.code = host_notice.district"
            + " left join host_notice_acknowledged ack on ack.notice_id = host_notice.id where "
            + Sight.of("placement.case_reference");

    private final JdbcClient jdbc;
    private final Sight sight;

    HostNoticeStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Whose notice a message in the outbox is. */
    public record Whose(CaseReference caseReference, long placementId, Kind kind) {
    }

    /** Does nothing when there is one of the kind for the placement already. */
    public void insert(long placementId, Kind kind, String district, String address, LocalDate on,
                       AccommodationFunction function, LocalDate dueOn, String by, Instant now) {
        jdbc.sql("""
                insert into host_notice (placement_id, kind, district, address, on_day, function, due_on, made_at, made_by)
                values (:placement, :kind, :district, :address, :on, :function, :due, :at, :by)
                on conflict (placement_id, kind) do nothing""")
                .param("placement", placementId).param("kind", kind.name()).param("district", district)
                .param("address", address).param("on", on).param("function", function.name()).param("due", dueOn)
                .param("at", Columns.at(now)).param("by", by).update();
    }

    /** Whoever writes or sends a notice holds it until their commit, so that two jobs do not do so at once. */
    public void lock(long placementId, Kind kind) {
        jdbc.sql("select id from host_notice where placement_id = :placement and kind = :kind for update")
                .param("placement", placementId).param("kind", kind.name()).query(Long.class).optional();
    }

    public Optional<HostNotice> find(long placementId, Kind kind) {
        return read(" and host_notice.placement_id = :placement and host_notice.kind = :kind",
                Map.of("placement", placementId, "kind", kind.name()), 1).stream().findFirst();
    }

    /** Oldest first. */
    public List<HostNotice> of(CaseReference reference) {
        return read(" and placement.case_reference = :reference", Map.of("reference", reference.value()),
                Integer.MAX_VALUE);
    }

    /** What is not sent yet, the next to be due first; those that the Act does not ask for come last. */
    public List<HostNotice> open(int most) {
        return read(" and not exists (select 1 from host_notice_sending s where s.notice_id = host_notice.id"
                + " and s.state = 'SENT')", Map.of(), most);
    }

    /** What was sent after its last day since that day, latest first. */
    public List<HostNotice> sentLate(LocalDate since, int most) {
        return read(" and exists (select 1 from host_notice_sending s where s.notice_id = host_notice.id"
                + " and s.state = 'SENT' group by s.notice_id having min(s.sent_on) > host_notice.due_on"
                + " and min(s.sent_on) >= :since)", Map.of("since", since), most);
    }

    private List<HostNotice> read(String where, Map<String, Object> parameters, int most) {
        Map<Long, List<Sending>> sendings = new LinkedHashMap<>();
        jdbc.sql("select * from host_notice_sending where notice_id in (select host_notice.id" + FROM + where
                        + ") order by id").params(parameters).params(sight.parameters())
                .query(row -> {
                    sendings.computeIfAbsent(row.getLong("notice_id"), id -> new ArrayList<>()).add(sending(row));
                });
        return jdbc.sql("select host_notice.*, placement.case_reference, district.name as district_name,"
                        + " ack.on_day as ack_on, ack.words as ack_words, ack.made_by as ack_by" + FROM + where
                        + " order by host_notice.due_on nulls last, host_notice.id limit :most")
                .params(parameters).params(sight.parameters()).param("most", most)
                .query((row, i) -> notice(row, sendings.getOrDefault(row.getLong("id"), List.of()))).list();
    }

    private static Sending sending(ResultSet row) throws SQLException {
        return new Sending(Columns.code(row, "way", Way.class), row.getString("sent_to"),
                Columns.code(row, "state", Sending.State.class), Columns.instant(row, "made_at"), row.getString("made_by"),
                Columns.instant(row, "sent_at"), Columns.day(row, "sent_on"), row.getString("proof"));
    }

    private static HostNotice notice(ResultSet row, List<Sending> sendings) throws SQLException {
        Acknowledged acknowledged = row.getString("ack_by") == null ? null : new Acknowledged(Columns.day(row, "ack_on"),
                row.getString("ack_words"), row.getString("ack_by"));
        return new HostNotice(row.getLong("id"), row.getLong("placement_id"),
                new CaseReference(row.getString("case_reference")), Columns.code(row, "kind", Kind.class),
                row.getString("district"), row.getString("district_name"), row.getString("address"),
                Columns.day(row, "on_day"), Columns.code(row, "function", AccommodationFunction.class),
                Columns.day(row, "due_on"), Columns.number(row, "letter_id"), sendings, acknowledged);
    }

    public void written(long id, long letterId) {
        jdbc.sql("update host_notice set letter_id = :letter where id = :id and letter_id is null")
                .param("id", id).param("letter", letterId).update();
    }

    /** The day and the last day are different now; only of one that was not written yet. */
    public boolean moved(long id, LocalDate on, LocalDate dueOn) {
        return jdbc.sql("update host_notice set on_day = :on, due_on = :due where id = :id and letter_id is null")
                .param("id", id).param("on", on).param("due", dueOn).update() == 1;
    }

    public void queued(long id, String to, String key, String by, Instant now) {
        jdbc.sql("""
                insert into host_notice_sending (notice_id, way, sent_to, message_key, state, made_at, made_by)
                values (:id, 'OUTBOX', :to, :key, 'QUEUED', :at, :by)""")
                .param("id", id).param("to", to).param("key", key).param("at", Columns.at(now)).param("by", by).update();
    }

    public void sentByHand(long id, Way way, String to, LocalDate on, String proof, String by, Instant now) {
        jdbc.sql("""
                insert into host_notice_sending (notice_id, way, sent_to, state, made_at, made_by, sent_on, proof)
                values (:id, :way, :to, 'SENT', :at, :by, :on, :proof)""")
                .param("id", id).param("way", way.name()).param("to", to).param("on", on).param("proof", proof)
                .param("at", Columns.at(now)).param("by", by).update();
    }

    /** @return whose notice it is; empty when the message is no notice that is on its way */
    public Optional<Whose> delivered(String key, Instant at, LocalDate on) {
        return ended("update host_notice_sending s set state = 'SENT', sent_at = :at, sent_on = :on", key, at, on, null);
    }

    /** @return as {@link #delivered} */
    public Optional<Whose> failed(String key, String problem) {
        return ended("update host_notice_sending s set state = 'FAILED', proof = :problem", key, null, null, problem);
    }

    /** A supervisor may have had it tried again after it failed. */
    private Optional<Whose> ended(String change, String key, Instant at, LocalDate on, String problem) {
        return jdbc.sql(change + " from host_notice n join placement p on p.id = n.placement_id"
                        + " where s.message_key = :key and n.id = s.notice_id and s.state <> 'SENT'"
                        + " returning p.case_reference, p.id, n.kind")
                .param("key", key).param("at", Columns.at(at)).param("on", on).param("problem", problem)
                .query((row, i) -> new Whose(new CaseReference(row.getString(1)), row.getLong(2),
                        Kind.valueOf(row.getString(3)))).optional();
    }

    /** @return false when it was acknowledged before */
    public boolean acknowledged(long id, LocalDate on, String words, String by, Instant now) {
        return jdbc.sql("""
                insert into host_notice_acknowledged (notice_id, on_day, words, made_at, made_by)
                values (:id, :on, :words, :at, :by) on conflict (notice_id) do nothing""")
                .param("id", id).param("on", on).param("words", words).param("at", Columns.at(now)).param("by", by)
                .update() == 1;
    }
}
