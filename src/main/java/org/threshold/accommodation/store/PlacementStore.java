package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementEvent;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of {@code placement} and {@code placement_event}. */
@Repository
public class PlacementStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    PlacementStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** @return its id, or empty when one is on its way on this case already */
    public Optional<Long> insert(CaseReference reference, AccommodationFunction function, Long movedFrom, String by,
                                 Instant now) {
        return jdbc.sql("""
                insert into placement (case_reference, function, status, moved_from, requested_at, requested_by)
                values (:reference, :function, 'REQUESTED', :movedFrom, :at, :by)
                on conflict do nothing returning id""")
                .param("reference", reference.value()).param("function", function.name()).param("movedFrom", movedFrom)
                .param("at", Columns.at(now)).param("by", by).query(Long.class).optional();
    }

    public Optional<Placement> find(long id) {
        return jdbc.sql("select * from placement where id = :id and " + Sight.of("placement.case_reference"))
                .param("id", id).params(sight.parameters()).query((row, i) -> placement(row)).optional();
    }

    /** Oldest first. */
    public List<Placement> of(CaseReference reference) {
        return jdbc.sql("select * from placement where case_reference = :reference and "
                        + Sight.of("placement.case_reference") + " order by id")
                .param("reference", reference.value()).params(sight.parameters()).query((row, i) -> placement(row))
                .list();
    }

    /** Oldest first. */
    public List<Placement> of(CaseReference reference, Collection<PlacementStatus> statuses) {
        return jdbc.sql("select * from placement where case_reference = :reference and status in (:statuses) and "
                        + Sight.of("placement.case_reference") + " order by id")
                .param("reference", reference.value())
                .param("statuses", statuses.stream().map(Enum::name).toList()).params(sight.parameters())
                .query((row, i) -> placement(row)).list();
    }

    private static Placement placement(ResultSet row) throws SQLException {
        return new Placement(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                Columns.code(row, "function", AccommodationFunction.class),
                Columns.code(row, "status", PlacementStatus.class), Columns.number(row, "unit_id"),
                Columns.day(row, "starts_on"), Columns.day(row, "expected_until"), Columns.day(row, "ended_on"),
                Columns.code(row, "end_reason", PlacementEnd.class), Columns.number(row, "moved_from"),
                row.getInt("version"));
    }

    /** @return false when somebody else changed it since {@code after} was read */
    public boolean update(Placement after) {
        return jdbc.sql("""
                update placement set function = :function, status = :status, unit_id = :unit, starts_on = :starts,
                    expected_until = :expected, ended_on = :ended, end_reason = :end, version = version + 1
                where id = :id and version = :version""")
                .param("id", after.id()).param("version", after.version()).param("function", after.function().name())
                .param("status", after.status().name()).param("unit", after.unitId())
                .param("starts", after.startsOn()).param("expected", after.expectedUntil())
                .param("ended", after.endedOn())
                .param("end", after.endReason() == null ? null : after.endReason().name()).update() == 1;
    }

    public void insertEvent(long placementId, PlacementStatus status, String words, String by, Instant now) {
        jdbc.sql("""
                insert into placement_event (placement_id, status, happened_at, by_whom, words)
                values (:id, :status, :at, :by, :words)""")
                .param("id", placementId).param("status", status.name()).param("at", Columns.at(now)).param("by", by)
                .param("words", words).update();
    }

    /** Oldest first; of a placement that was found. */
    public List<PlacementEvent> events(long placementId) {
        return jdbc.sql("select * from placement_event where placement_id = :id order by id").param("id", placementId)
                .query((row, i) -> new PlacementEvent(Columns.code(row, "status", PlacementStatus.class),
                        Columns.instant(row, "happened_at"), row.getString("by_whom"), row.getString("words"))).list();
    }
}
