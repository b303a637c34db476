package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Stock.Count;
import org.threshold.accommodation.Stock.Housed;
import org.threshold.accommodation.Stock.Placed;
import org.threshold.accommodation.Unit;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of who sleeps where: whole nights at once, never a statement for each household. */
@Repository
public class StockStore {

    /** Where each household sleeps in each of the nights; of two homes the later one. */
    private static final String SLEEPS = """
            select distinct on (night, p.case_reference) night, p.id, p.case_reference, p.unit_id, p.starts_on
            from unnest(cast(:nights as date[])) night
            join placement p on p.starts_on <= night and (p.ended_on is null or p.ended_on > night)
            where p.unit_id is not null and %s
            order by night, p.case_reference, p.starts_on desc, p.id desc""".formatted(Sight.of("p.case_reference"));

    private static final String HOMES = """
            from (%s) sleeps join unit on unit.id = sleeps.unit_id
            join lateral (select run_by, private_dwelling, self_contained, cooking, toilet, washing from unit_facilities
                where unit_id = sleeps.unit_id and from_date <= sleeps.night order by from_date desc, id desc limit 1)
                facilities on true
            join lateral (select charged_by, eligible_pence, ineligible_pence from unit_rate
                where unit_id = sleeps.unit_id and from_date <= sleeps.night order by from_date desc, id desc limit 1)
                rate on true
            """.formatted(SLEEPS);

    private static final String WHAT = "unit.kind, " + OccupancyStore.BED_AND_BREAKFAST + " as bnb,"
            + " unit.district <> :home as outside, charged_by, eligible_pence, ineligible_pence";

    private final JdbcClient jdbc;
    private final Sight sight;

    StockStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public List<Housed> on(LocalDate night, String home) {
        return jdbc.sql("select sleeps.*, unit.name, " + WHAT + ", (select min(starts_on) from placement before"
                        + " where before.case_reference = sleeps.case_reference) as first_placed " + HOMES
                        + "order by sleeps.case_reference")
                .param("nights", days(List.of(night))).param("home", home).params(sight.parameters())
                .query((row, i) -> new Housed(new CaseReference(row.getString("case_reference")), row.getLong("id"),
                        row.getString("name"), type(row), row.getBoolean("outside"), rate(row),
                        Columns.day(row, "starts_on"), Columns.day(row, "first_placed"))).list();
    }

    public List<Count> counts(List<LocalDate> nights, String home) {
        return jdbc.sql("select sleeps.night, " + WHAT + ", count(*) as households " + HOMES
                        + "group by 1, 2, 3, 4, 5, 6, 7")
                .param("nights", days(nights)).param("home", home).params(sight.parameters())
                .query((row, i) -> new Count(Columns.day(row, "night"), type(row), row.getBoolean("outside"), rate(row),
                        row.getLong("households"))).list();
    }

    public List<Placed> placedOutside(LocalDate first, LocalDate last, String home) {
        return jdbc.sql("""
                select p.case_reference, p.id, unit.name, district.name as district, p.starts_on, p.ended_on
                from placement p join unit on unit.id = p.unit_id join district on district.code = unit.district
                where p.starts_on between :first and :last and unit.district <> :home and\s"""
                + Sight.of("p.case_reference") + " order by p.starts_on desc, p.id desc")
                .param("first", first).param("last", last).param("home", home).params(sight.parameters())
                .query((row, i) -> new Placed(new CaseReference(row.getString("case_reference")), row.getLong("id"),
                        row.getString("name"), row.getString("district"), Columns.day(row, "starts_on"),
                        Columns.day(row, "ended_on"))).list();
    }

    private static String[] days(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static String type(ResultSet row) throws SQLException {
        return row.getBoolean("bnb") ? Unit.BED_AND_BREAKFAST : Columns.code(row, "kind", Unit.Kind.class).returnType();
    }

    private static Rate rate(ResultSet row) throws SQLException {
        return new Rate(Columns.code(row, "charged_by", Rate.Per.class), row.getInt("eligible_pence"),
                row.getInt("ineligible_pence"));
    }
}
