package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.KeysRelease;
import org.threshold.accommodation.KeysRelease.Reason;
import org.threshold.accommodation.KeysRelease.State;
import org.threshold.accommodation.KeysReleases.NewRelease;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of {@code keys_release} and {@code keys_given}. */
@Repository
public class KeysStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    KeysStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** How often keys were released for a reason. */
    public record Count(Reason reason, long count) {
    }

    /** @return its id, or empty when one waits for this placement already */
    public Optional<Long> insert(CaseReference reference, long placementId, NewRelease asked, String by, Instant at) {
        return jdbc.sql("""
                insert into keys_release (placement_id, unit_id, case_reference, reason, words, officer_gives, state,
                    asked_by, asked_at) values (:placement, (select unit_id from placement where id = :placement),
                    :reference, :reason, :words, :officer, 'WAITING', :by, :at)
                on conflict do nothing returning id""")
                .param("placement", placementId).param("reference", reference.value())
                .param("reason", asked.reason().name()).param("words", asked.words())
                .param("officer", asked.officerGives()).param("by", by).param("at", Columns.at(at)).query(Long.class)
                .optional();
    }

    /** Newest first. */
    public List<KeysRelease> of(long placementId) {
        return jdbc.sql("select * from keys_release r where r.placement_id = :id and " + Sight.of("r.case_reference")
                        + " order by r.id desc").param("id", placementId).params(sight.parameters())
                .query((row, i) -> release(row)).list();
    }

    /** The last answer about the unit that is chosen for the placement now; one about another unit stands for nothing. */
    public Optional<KeysRelease> standing(long placementId) {
        return jdbc.sql("""
                select r.* from keys_release r join placement p on p.id = r.placement_id and p.unit_id = r.unit_id
                where r.placement_id = :id and r.state in ('RELEASED', 'SENT_BACK') and\s"""
                        + Sight.of("r.case_reference") + " order by r.id desc limit 1").param("id", placementId)
                .params(sight.parameters()).query((row, i) -> release(row)).optional();
    }

    /** Those that wait, the longest first. */
    public List<KeysRelease> waiting(int most) {
        return jdbc.sql("select * from keys_release r where r.state = 'WAITING' and " + Sight.of("r.case_reference")
                        + " order by r.asked_at, r.id limit :most").param("most", most).params(sight.parameters())
                .query((row, i) -> release(row)).list();
    }

    /** Of those that were released from one moment to before another, by reason; without those of cases that are hidden. */
    public List<Count> released(Instant from, Instant until) {
        return jdbc.sql("""
                select r.reason, count(*) as count from keys_release r where r.state = 'RELEASED'
                and r.answered_at >= :from and r.answered_at < :until and\s""" + Sight.of("r.case_reference")
                        + " group by r.reason order by count desc, r.reason")
                .param("from", Columns.at(from)).param("until", Columns.at(until)).params(sight.parameters())
                .query(Count.class).list();
    }

    /** The same one by one, newest first; without those of cases that are hidden. */
    public List<KeysRelease> released(Reason reasonOrNull, Instant from, Instant until, int most) {
        return jdbc.sql("""
                select * from keys_release r where r.state = 'RELEASED' and r.answered_at >= :from
                and r.answered_at < :until and (cast(:reason as text) is null or r.reason = :reason) and\s"""
                        + Sight.of("r.case_reference") + " order by r.answered_at desc, r.id desc limit :most")
                .param("from", Columns.at(from)).param("until", Columns.at(until))
                .param("reason", reasonOrNull == null ? null : reasonOrNull.name()).param("most", most)
                .params(sight.parameters()).query((row, i) -> release(row)).list();
    }

    /** @return false when somebody else has answered meanwhile */
    public boolean answer(long id, State state, String by, Instant at, String words) {
        return jdbc.sql("""
                update keys_release set state = :state, answered_by = :by, answered_at = :at, answer = :words
                where id = :id and state = 'WAITING'""")
                .param("id", id).param("state", state.name()).param("by", by).param("at", Columns.at(at))
                .param("words", words).update() == 1;
    }

    /** On what the keys were given: a claim's reference, or a release, or both. */
    public void given(CaseReference reference, long placementId, String claimReference, Long releaseId,
                      String givenThereBy, String by, Instant at) {
        jdbc.sql("""
                insert into keys_given (placement_id, case_reference, claim_reference, release_id, given_there_by,
                    recorded_by, recorded_at) values (:placement, :reference, :claim, :release, :there, :by, :at)""")
                .param("placement", placementId).param("reference", reference.value()).param("claim", claimReference)
                .param("release", releaseId).param("there", givenThereBy).param("by", by).param("at", Columns.at(at))
                .update();
    }

    private static KeysRelease release(ResultSet row) throws SQLException {
        return new KeysRelease(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                row.getLong("placement_id"), Columns.code(row, "reason", Reason.class), row.getString("words"),
                row.getBoolean("officer_gives"), Columns.code(row, "state", State.class), row.getString("asked_by"),
                Columns.instant(row, "asked_at"), row.getString("answered_by"), Columns.instant(row, "answered_at"),
                row.getString("answer"));
    }
}
