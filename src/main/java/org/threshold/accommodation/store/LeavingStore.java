package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.LeavingHome;
import org.threshold.accommodation.LeavingHome.Note;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of {@code leaving} and {@code leaving_note}. */
@Repository
public class LeavingStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    LeavingStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** @return empty where one goes on for the placement already */
    public Optional<Long> insert(Placement placement, PlacementEnd reason, LocalDate leaveBy, String by, Instant at) {
        return jdbc.sql("""
                insert into leaving (placement_id, case_reference, reason, leave_by, begun_by, begun_at)
                values (:placement, :reference, :reason, :leaveBy, :by, :at)
                on conflict (placement_id) where closed_on is null do nothing returning id""")
                .param("placement", placement.id()).param("reference", placement.caseReference().value())
                .param("reason", reason.name()).param("leaveBy", leaveBy).param("by", by).param("at", Columns.at(at))
                .query(Long.class).optional();
    }

    public void leaveBy(long id, LocalDate leaveBy) {
        jdbc.sql("update leaving set leave_by = :day where id = :id").param("day", leaveBy).param("id", id).update();
    }

    /** @return false when it was closed meanwhile */
    public boolean close(long id, LeavingHome.Closed as, LocalDate on) {
        return jdbc.sql("update leaving set closed_as = :as, closed_on = :on where id = :id and closed_on is null")
                .param("as", as.name()).param("on", on).param("id", id).update() == 1;
    }

    public void note(long id, Note note) {
        jdbc.sql("""
                insert into leaving_note (leaving_id, kind, on_day, codes, words, noted_by, noted_at)
                values (:leaving, :kind, :day, :codes, :words, :by, :at)""").param("leaving", id)
                .param("kind", note.kind().name()).param("day", note.onDay())
                .param("codes", note.codes().toArray(String[]::new)).param("words", note.words())
                .param("by", note.by()).param("at", Columns.at(note.at())).update();
    }

    /** Newest first, each with its notes. */
    public List<LeavingHome> of(CaseReference reference) {
        Map<Long, List<Note>> notes = new HashMap<>();
        jdbc.sql("""
                select note.* from leaving_note note join leaving on leaving.id = note.leaving_id
                where leaving.case_reference = :reference order by note.id""").param("reference", reference.value())
                .query(row -> {
                    notes.computeIfAbsent(row.getLong("leaving_id"), none -> new ArrayList<>()).add(noteOf(row));
                });
        return jdbc.sql("select leaving.* from leaving where leaving.case_reference = :reference and " + Sight.of("leaving.case_reference")
                + " order by leaving.id desc").param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> leaving(row, notes.getOrDefault(row.getLong("id"), List.of()))).list();
    }

    private static Note noteOf(ResultSet row) throws SQLException {
        return new Note(Columns.code(row, "kind", LeavingHome.Kind.class), Columns.day(row, "on_day"),
                List.of((String[]) row.getArray("codes").getArray()), row.getString("words"),
                row.getString("noted_by"), Columns.instant(row, "noted_at"));
    }

    private static LeavingHome leaving(ResultSet row, List<Note> notes) throws SQLException {
        return new LeavingHome(row.getLong("id"), row.getLong("placement_id"),
                new CaseReference(row.getString("case_reference")), Columns.code(row, "reason", PlacementEnd.class),
                Columns.day(row, "leave_by"), row.getString("begun_by"), Columns.instant(row, "begun_at"),
                Columns.day(row, "closed_on"), Columns.code(row, "closed_as", LeavingHome.Closed.class), notes);
    }
}
