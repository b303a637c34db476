package org.threshold.letter.store;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.DispatchWay;
import org.threshold.letter.LetterChase.Row;
import org.threshold.letter.LetterOutcome;
import org.threshold.letter.LetterReleases.Answer;

/** Tables {@code letter_outcome} and {@code letter_release}: rows are only added. */
@Repository
public class LetterOutcomeStore {

    private static final String TO_CHASE = """
            select l.id, l.case_reference, l.title, l.issued_on, concat_ws(' ', nullif(person.given_name, ''), person.family_name) as applicant,
                sent.way, sent.sent_on, became.outcome, became.next_step, release.released,
                l.template = any(:checked) and release.letter_id is null as waits
            from letter l
            join case_file f on f.reference = l.case_reference
            join household_member person on person.case_reference = l.case_reference
                and person.main_applicant
            left join lateral (select d.id, d.way, d.sent_on from letter_dispatch d where d.letter_id = l.id
                order by d.id desc limit 1) sent on true
            left join lateral (select o.outcome, o.next_step from letter_outcome o where o.dispatch_id = sent.id
                order by o.id desc limit 1) became on true
            left join letter_release release on release.letter_id = l.id
            where l.addressee is null and l.issued_on > :oldest and l.issued_on < :today
                and f.team = any(:teams) and f.status not in ('DECEASED', 'CREATED_IN_ERROR', 'MERGED')
                and not exists (select from letter copy where copy.copy_of = l.id)
                and (sent.way is null and coalesce(release.released, true)
                    or became.outcome in ('RETURNED', 'BOUNCED')
                    or became.outcome is null and sent.sent_on <= :silent
                        and (sent.way = 'KEPT_FOR_COLLECTION' or sent.way <> 'HANDED_OVER' and l.template = any(:proof)))
                and\s""" + Sight.of("l.case_reference") + " order by l.issued_on, l.id limit :most";

    private final JdbcClient jdbc;
    private final Sight sight;

    LetterOutcomeStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public void insert(LetterOutcome outcome, CaseReference reference) {
        jdbc.sql("""
                insert into letter_outcome (letter_id, dispatch_id, case_reference, outcome, on_day, next_step, recorded_by, recorded_at)
                values (:letter, (select max(id) from letter_dispatch where letter_id = :letter), :reference, :kind, :on, :next,
                    :by, :at)""")
                .param("letter", outcome.letterId()).param("reference", reference.value())
                .param("kind", outcome.kind().name()).param("on", outcome.on()).param("next", outcome.next())
                .param("by", outcome.by()).param("at", Timestamp.from(outcome.at())).update();
    }

    /** Oldest first. */
    public List<LetterOutcome> of(CaseReference reference) {
        return jdbc.sql("select * from letter_outcome where case_reference = ? order by id").param(reference.value())
                .query((row, i) -> new LetterOutcome(row.getLong("letter_id"),
                        LetterOutcome.Kind.valueOf(row.getString("outcome")), row.getObject("on_day", LocalDate.class),
                        row.getString("next_step"), row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant())).list();
    }

    /** @return false where it was answered before */
    public boolean answer(long letterId, CaseReference reference, Answer answer) {
        return jdbc.sql("""
                insert into letter_release (letter_id, case_reference, released, comments, answered_by, answered_at)
                values (:letter, :reference, :released, :comments, :by, :at) on conflict (letter_id) do nothing""")
                .param("letter", letterId).param("reference", reference.value()).param("released", answer.released())
                .param("comments", answer.comments()).param("by", answer.by())
                .param("at", Timestamp.from(answer.at())).update() == 1;
    }

    public Optional<Answer> answered(long letterId) {
        return jdbc.sql("select * from letter_release where letter_id = ?").param(letterId)
                .query((row, i) -> new Answer(row.getBoolean("released"), row.getString("comments"),
                        row.getString("answered_by"), row.getTimestamp("answered_at").toInstant())).optional();
    }

    /** Oldest first. */
    public List<Row> toChase(Map<String, Object> parameters) {
        return jdbc.sql(TO_CHASE).params(parameters).params(sight.parameters()).query((row, i) -> new Row(
                row.getLong("id"), new CaseReference(row.getString("case_reference")), row.getString("applicant"),
                row.getString("title"), row.getObject("issued_on", LocalDate.class),
                row.getString("way") == null ? null : DispatchWay.valueOf(row.getString("way")),
                row.getObject("sent_on", LocalDate.class),
                row.getString("outcome") == null ? null : LetterOutcome.Kind.valueOf(row.getString("outcome")),
                row.getString("next_step"), row.getBoolean("waits"))).list();
    }
}
