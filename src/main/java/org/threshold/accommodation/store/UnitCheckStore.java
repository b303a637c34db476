package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.accommodation.CheckKind;
import org.threshold.accommodation.UnitCheck;
import org.threshold.accommodation.UnitChecks;
import org.threshold.casefile.Columns;

/** The SQL of {@code unit_check}. */
@Repository
public class UnitCheckStore {

    private final JdbcClient jdbc;

    UnitCheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(UnitCheck check) {
        jdbc.sql("""
                insert into unit_check (unit_id, kind, expires_on, reference, not_needed, made_at, made_by)
                values (:unit, :kind, :expires, :reference, :notNeeded, :at, :by)""")
                .param("unit", check.unitId()).param("kind", check.kind().name())
                .param("expires", check.expiresOn(), Types.DATE).param("reference", check.reference(), Types.VARCHAR)
                .param("notNeeded", check.notNeeded(), Types.VARCHAR).param("at", Columns.at(check.madeAt()))
                .param("by", check.madeBy()).update();
    }

    public Map<Long, List<UnitCheck>> latest(Collection<Long> units) {
        Map<Long, List<UnitCheck>> found = new HashMap<>();
        jdbc.sql("""
                select distinct on (unit_id, kind) * from unit_check where unit_id in (:units)
                order by unit_id, kind, id desc""").param("units", units).query((row, i) -> check(row)).list()
                .forEach(check -> found.computeIfAbsent(check.unitId(), none -> new ArrayList<>()).add(check));
        return found;
    }

    public List<UnitChecks.Expiry> expiringBy(LocalDate day, LocalDate today, int offset, int limit) {
        return jdbc.sql("""
                select latest.*, unit.name from unit
                join (select distinct on (unit_id, kind) * from unit_check order by unit_id, kind, id desc) latest
                    on latest.unit_id = unit.id
                where latest.expires_on <= :day and (unit.withdrawn_on is null or unit.withdrawn_on > :today)
                order by latest.expires_on, unit.name, latest.kind limit :limit offset :offset""")
                .param("day", day).param("today", today).param("limit", limit).param("offset", offset)
                .query((row, i) -> new UnitChecks.Expiry(row.getString("name"), check(row))).list();
    }

    private static UnitCheck check(ResultSet row) throws SQLException {
        return new UnitCheck(row.getLong("unit_id"), Columns.code(row, "kind", CheckKind.class),
                Columns.day(row, "expires_on"), row.getString("reference"), row.getString("not_needed"),
                Columns.instant(row, "made_at"), row.getString("made_by"));
    }
}
