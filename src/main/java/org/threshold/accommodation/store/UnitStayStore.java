package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.accommodation.StayKind;
import org.threshold.accommodation.UnitStay;
import org.threshold.casefile.Columns;

/** The SQL of {@code unit_stay}: rows that are not released share no night of a unit. */
@Repository
public class UnitStayStore {

    private static final String RUNNING = """
            select id, unit_id, placement_id, kind, lower(nights) as from_night, upper(nights) as until_night, reason
            from unit_stay where released_at is null
            """;

    /** No placement has this id; a void has none at all, and is always among the others. */
    private static final long NOBODY = -1;

    private final JdbcClient jdbc;

    UnitStayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One change of a unit's nights at a time, so that two do not wait for each other; false when there is no unit. */
    public boolean lock(long unitId) {
        return jdbc.sql("select id from unit where id = :id for no key update").param("id", unitId)
                .query(Long.class).optional().isPresent();
    }

    public Optional<UnitStay> ofPlacement(long placementId) {
        return jdbc.sql(RUNNING + "and placement_id = :placement").param("placement", placementId)
                .query((row, i) -> stay(row)).optional();
    }

    /** Those that share a night with these, besides the ones of a placement; earliest first. */
    public List<UnitStay> sharing(long unitId, LocalDate from, LocalDate until, Long besides) {
        return jdbc.sql(RUNNING + """
                and unit_id = :unit and nights && daterange(:from, cast(:until as date))
                and placement_id is distinct from :besides order by lower(nights)""")
                .param("unit", unitId).param("from", from).param("until", until, Types.DATE)
                .param("besides", besides == null ? NOBODY : besides).query((row, i) -> stay(row)).list();
    }

    /** All of these units that share a night with these, by unit and then earliest first. */
    public List<UnitStay> of(Collection<Long> unitIds, LocalDate from, LocalDate until) {
        return jdbc.sql(RUNNING + """
                and unit_id in (:units) and nights && daterange(:from, cast(:until as date))
                order by unit_id, lower(nights)""")
                .param("units", unitIds).param("from", from).param("until", until, Types.DATE)
                .query((row, i) -> stay(row)).list();
    }

    public void insert(long unitId, Long placementId, StayKind kind, LocalDate from, LocalDate until, String reason,
                       Instant at, String by) {
        jdbc.sql("""
                insert into unit_stay (unit_id, placement_id, kind, nights, reason, made_at, made_by)
                values (:unit, :placement, :kind, daterange(:from, cast(:until as date)), :reason, :at, :by)""")
                .param("unit", unitId).param("placement", placementId, Types.BIGINT).param("kind", kind.name())
                .param("from", from).param("until", until, Types.DATE).param("reason", reason, Types.VARCHAR)
                .param("at", Columns.at(at)).param("by", by).update();
    }

    public void change(long id, StayKind kind, LocalDate from, LocalDate until) {
        jdbc.sql("""
                update unit_stay set kind = :kind, nights = daterange(:from, cast(:until as date)) where id = :id""")
                .param("id", id).param("kind", kind.name()).param("from", from).param("until", until, Types.DATE)
                .update();
    }

    public void release(long id, Instant at) {
        jdbc.sql("update unit_stay set released_at = :at where id = :id").param("id", id).param("at", Columns.at(at))
                .update();
    }

    private static UnitStay stay(ResultSet row) throws SQLException {
        return new UnitStay(row.getLong("id"), row.getLong("unit_id"), Columns.number(row, "placement_id"),
                Columns.code(row, "kind", StayKind.class), Columns.day(row, "from_night"), Columns.day(row, "until_night"),
                row.getString("reason"));
    }
}
