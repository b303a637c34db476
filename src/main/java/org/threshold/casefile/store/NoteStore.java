package org.threshold.casefile.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.FormerLife;
import org.threshold.casefile.Note;

/** The SQL of {@code case_note}. */
@Repository
public class NoteStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    NoteStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public long insert(CaseReference reference, Instant at, String by, String text, Long corrects) {
        return jdbc.sql("""
                insert into case_note (case_reference, written_at, written_by, text, corrects)
                values (:reference, :at, :by, :text, :corrects) returning id""")
                .param("reference", reference.value()).param("at", Timestamp.from(at)).param("by", by)
                .param("text", text).param("corrects", corrects)
                .query(Long.class).single();
    }

    /** Notes of the case's years elsewhere, in one batch. */
    public void insertAll(CaseReference reference, List<FormerLife.FormerNote> notes) {
        batches.batchUpdate("""
                insert into case_note (case_reference, written_at, written_by, text)
                values (:reference, :at, :by, :text)""", notes.stream().map(note -> new MapSqlParameterSource()
                .addValue("reference", reference.value()).addValue("at", Timestamp.from(note.writtenAt()))
                .addValue("by", note.by()).addValue("text", note.text())).toArray(MapSqlParameterSource[]::new));
    }

    public boolean exists(CaseReference reference, long id) {
        return jdbc.sql("select exists (select from case_note where case_reference = :reference and id = :id)")
                .param("reference", reference.value()).param("id", id).query(Boolean.class).single();
    }

    public List<Note> of(CaseReference reference) {
        return jdbc.sql("select * from case_note where case_reference = :reference order by id desc")
                .param("reference", reference.value())
                .query((row, i) -> new Note(row.getLong("id"), reference, row.getTimestamp("written_at").toInstant(),
                        row.getString("written_by"), row.getString("text"), row.getObject("corrects", Long.class)))
                .list();
    }
}
