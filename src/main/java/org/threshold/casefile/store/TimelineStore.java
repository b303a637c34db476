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
import org.threshold.casefile.TimelineEntry;

/** The SQL of {@code timeline_entry}. */
@Repository
public class TimelineStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    TimelineStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void insert(CaseReference reference, Instant at, String by, String kind, String headline, String detail) {
        jdbc.sql("""
                insert into timeline_entry (case_reference, happened_at, by_username, kind, headline, detail)
                values (:reference, :at, :by, :kind, :headline, :detail)""")
                .param("reference", reference.value()).param("at", Timestamp.from(at)).param("by", by)
                .param("kind", kind).param("headline", headline).param("detail", detail)
                .update();
    }

    /** What happened before the case came here, oldest first, in one batch. */
    public void insertAll(CaseReference reference, List<FormerLife.Event> past) {
        batches.batchUpdate("""
                insert into timeline_entry (case_reference, happened_at, by_username, kind, headline, detail)
                values (:reference, :at, :by, :kind, :headline, :detail)""", past.stream()
                .map(event -> new MapSqlParameterSource().addValue("reference", reference.value())
                        .addValue("at", Timestamp.from(event.at())).addValue("by", event.by())
                        .addValue("kind", event.kind()).addValue("headline", event.headline())
                        .addValue("detail", event.detail())).toArray(MapSqlParameterSource[]::new));
    }

    public List<TimelineEntry> page(CaseReference reference, String kind, Long before, int size) {
        return jdbc.sql("""
                select * from timeline_entry
                where case_reference = :reference and id < :before and (:kind = '' or kind = :kind)
                order by id desc limit :size""")
                .param("reference", reference.value())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("kind", kind == null ? "" : kind)
                .param("size", size)
                .query((row, i) -> new TimelineEntry(row.getLong("id"), reference,
                        row.getTimestamp("happened_at").toInstant(), row.getString("by_username"),
                        row.getString("kind"), row.getString("headline"), row.getString("detail")))
                .list();
    }
}
