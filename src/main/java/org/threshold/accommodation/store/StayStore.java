package org.threshold.accommodation.store;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.accommodation.StayNote;
import org.threshold.casefile.Columns;

/** The SQL of {@code stay_note}. Whoever reads has found the placement before. */
@Repository
public class StayStore {

    private final JdbcClient jdbc;

    StayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(StayNote note) {
        jdbc.sql("""
                insert into stay_note (placement_id, kind, codes, words, look_on, noted_by, noted_at)
                values (:placement, :kind, :codes, :words, :look, :by, :at)""").param("placement", note.placementId())
                .param("kind", note.kind().name())
                .param("codes", note.codes().stream().map(Enum::name).toArray(String[]::new))
                .param("words", note.words()).param("look", note.lookOn()).param("by", note.by())
                .param("at", Columns.at(note.at())).update();
    }

    /** Newest first; the last hundred. */
    public List<StayNote> of(long placementId) {
        return jdbc.sql("select * from stay_note where placement_id = ? order by id desc limit 100").param(placementId)
                .query((row, i) -> new StayNote(row.getLong("id"), placementId,
                        Columns.code(row, "kind", StayNote.Kind.class),
                        Arrays.stream((String[]) row.getArray("codes").getArray()).map(StayNote.Found::valueOf).toList(),
                        row.getString("words"), Columns.day(row, "look_on"), row.getString("noted_by"),
                        Columns.instant(row, "noted_at"))).list();
    }
}
