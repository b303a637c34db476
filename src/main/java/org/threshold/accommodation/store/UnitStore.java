package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.accommodation.DatedFacilities;
import org.threshold.accommodation.DatedRate;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.casefile.Columns;

/** The SQL of {@code unit}, {@code unit_rate} and {@code unit_facilities}. */
@Repository
public class UnitStore {

    /** Each unit with what it has and costs in the night {@code :night}. */
    static final String UNITS = """
            select unit.*, facilities.*, rate.* from unit
            join lateral (select run_by, private_dwelling, self_contained, cooking, toilet, washing from unit_facilities
                where unit_id = unit.id and from_date <= :night order by from_date desc, id desc limit 1) facilities on true
            join lateral (select charged_by, eligible_pence, ineligible_pence from unit_rate
                where unit_id = unit.id and from_date <= :night order by from_date desc, id desc limit 1) rate on true
            """;

    private final JdbcClient jdbc;

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Unit> find(long id, LocalDate night) {
        return jdbc.sql(UNITS + "where unit.id = :id").param("id", id).param("night", night)
                .query((row, i) -> unit(row)).optional();
    }

    public List<Unit> all(Collection<Long> ids, LocalDate night) {
        return jdbc.sql(UNITS + "where unit.id in (:ids) order by unit.name, unit.id").param("ids", ids)
                .param("night", night).query((row, i) -> unit(row)).list();
    }

    public Map<String, Long> named(Collection<String> names) {
        Map<String, Long> ids = new java.util.HashMap<>();
        jdbc.sql("select lower(name) as name, id from unit where lower(name) = any(:names)")
                .param("names", names.stream().map(name -> name.toLowerCase(java.util.Locale.ROOT))
                        .toArray(String[]::new))
                .query((row, i) -> ids.put(row.getString("name"), row.getLong("id"))).list();
        return ids;
    }

    public boolean nameTaken(String name, long besides) {
        return jdbc.sql("select exists (select from unit where lower(name) = lower(:name) and id <> :besides)")
                .param("name", name).param("besides", besides).query(Boolean.class).single();
    }

    public long insert(UnitDetails details) {
        return jdbc.sql("""
                insert into unit (name, address, postcode, district, provider_id, kind, bedrooms, holds, step_free,
                    adaptations, latitude, longitude)
                values (:name, :address, :postcode, :district, :provider, :kind, :bedrooms, :holds, :stepFree,
                    :adaptations, :latitude, :longitude)
                returning id""").params(parameters(details)).query(Long.class).single();
    }

    /** @return false when somebody else has changed it since that version */
    public boolean change(long id, int version, UnitDetails details) {
        return jdbc.sql("""
                update unit set name = :name, address = :address, postcode = :postcode, district = :district,
                    provider_id = :provider, kind = :kind, bedrooms = :bedrooms, holds = :holds, step_free = :stepFree,
                    adaptations = :adaptations, latitude = :latitude, longitude = :longitude, version = version + 1
                where id = :id and version = :version""").param("id", id).param("version", version)
                .params(parameters(details)).update() == 1;
    }

    /** @param on null: it is in use again; @return false when somebody else has changed it since that version */
    public boolean withdraw(long id, int version, LocalDate on) {
        return jdbc.sql("""
                update unit set withdrawn_on = :on, version = version + 1 where id = :id and version = :version""")
                .param("id", id).param("version", version).param("on", on, Types.DATE).update() == 1;
    }

    public void addRate(long unitId, LocalDate from, Rate rate, String why, Instant at, String by) {
        jdbc.sql("""
                insert into unit_rate (unit_id, from_date, charged_by, eligible_pence, ineligible_pence, why, made_at,
                    made_by)
                values (:unit, :from, :per, :eligible, :ineligible, :why, :at, :by)""")
                .param("unit", unitId).param("from", from).param("per", rate.per().name())
                .param("eligible", rate.eligible()).param("ineligible", rate.ineligible())
                .param("why", why, Types.VARCHAR).param("at", Columns.at(at)).param("by", by).update();
    }

    public void addFacilities(long unitId, LocalDate from, Facilities has, String why, Instant at, String by) {
        jdbc.sql("""
                insert into unit_facilities (unit_id, from_date, run_by, private_dwelling, self_contained, cooking,
                    toilet, washing, why, made_at, made_by)
                values (:unit, :from, :runBy, :dwelling, :selfContained, :cooking, :toilet, :washing, :why, :at, :by)""")
                .param("unit", unitId).param("from", from).param("runBy", has.runBy().name())
                .param("dwelling", has.privateDwelling()).param("selfContained", has.selfContained())
                .param("cooking", has.cooking().name()).param("toilet", has.toilet().name())
                .param("washing", has.washing().name()).param("why", why, Types.VARCHAR)
                .param("at", Columns.at(at)).param("by", by).update();
    }

    public Map<Long, List<DatedRate>> rates(Collection<Long> ids) {
        Map<Long, List<DatedRate>> rates = new LinkedHashMap<>();
        jdbc.sql("select * from unit_rate where unit_id in (:ids) order by unit_id, from_date, id").param("ids", ids)
                .query((row, i) -> rates.computeIfAbsent(row.getLong("unit_id"), none -> new ArrayList<>())
                        .add(new DatedRate(Columns.day(row, "from_date"), rate(row), row.getString("why"),
                                Columns.instant(row, "made_at"), row.getString("made_by")))).list();
        return rates;
    }

    public Map<Long, List<DatedFacilities>> facilities(Collection<Long> ids) {
        Map<Long, List<DatedFacilities>> all = new LinkedHashMap<>();
        jdbc.sql("select * from unit_facilities where unit_id in (:ids) order by unit_id, from_date, id")
                .param("ids", ids)
                .query((row, i) -> all.computeIfAbsent(row.getLong("unit_id"), none -> new ArrayList<>())
                        .add(new DatedFacilities(Columns.day(row, "from_date"), facilities(row), row.getString("why"),
                                Columns.instant(row, "made_at"), row.getString("made_by")))).list();
        return all;
    }

    private static Map<String, Object> parameters(UnitDetails details) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("name", details.name());
        parameters.put("address", details.address());
        parameters.put("postcode", details.postcode());
        parameters.put("district", details.district());
        parameters.put("provider", details.providerId());
        parameters.put("kind", details.kind().name());
        parameters.put("bedrooms", details.bedrooms());
        parameters.put("holds", details.holds());
        parameters.put("stepFree", details.stepFree());
        parameters.put("adaptations", details.adaptations());
        parameters.put("latitude", Coordinates.latitude(details.place()));
        parameters.put("longitude", Coordinates.longitude(details.place()));
        return parameters;
    }

    static Unit unit(ResultSet row) throws SQLException {
        return new Unit(row.getLong("id"), row.getString("name"), row.getString("address"), row.getString("postcode"),
                row.getString("district"), row.getLong("provider_id"), Columns.code(row, "kind", Unit.Kind.class),
                facilities(row), row.getInt("bedrooms"), row.getInt("holds"), row.getBoolean("step_free"),
                row.getString("adaptations"), rate(row), Coordinates.of(row), Columns.day(row, "withdrawn_on"),
                row.getInt("version"));
    }

    private static Rate rate(ResultSet row) throws SQLException {
        return new Rate(Columns.code(row, "charged_by", Rate.Per.class), row.getInt("eligible_pence"),
                row.getInt("ineligible_pence"));
    }

    private static Facilities facilities(ResultSet row) throws SQLException {
        return new Facilities(Columns.code(row, "run_by", Facilities.RunBy.class), row.getBoolean("private_dwelling"),
                row.getBoolean("self_contained"), Columns.code(row, "cooking", Facilities.Share.class),
                Columns.code(row, "toilet", Facilities.Share.class), Columns.code(row, "washing", Facilities.Share.class));
    }
}
