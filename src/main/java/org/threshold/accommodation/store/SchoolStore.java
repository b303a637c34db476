package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.NamedPlace;
import org.threshold.accommodation.Unit;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of {@code known_place} and {@code member_school}. */
@Repository
public class SchoolStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    SchoolStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Those in the household now, in the order of the household. */
    public Map<Long, NamedPlace> of(CaseReference reference) {
        Map<Long, NamedPlace> found = new LinkedHashMap<>();
        jdbc.sql("""
                select member.id as member_id, place.* from household_member member
                join member_school school on school.member_id = member.id
                join known_place place on place.id = school.place_id
                where member.case_reference = :reference and member.left_on is null and %s
                order by member.id""".formatted(Sight.of("member.case_reference")))
                .param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> found.put(row.getLong("member_id"), place(row))).list();
        return found;
    }

    public List<NamedPlace> all() {
        return jdbc.sql("select * from known_place order by name").query((row, i) -> place(row)).list();
    }

    public Optional<NamedPlace> find(long id) {
        return jdbc.sql("select * from known_place where id = :id").param("id", id)
                .query((row, i) -> place(row)).optional();
    }

    public void put(long memberId, long placeId, Instant at, String by) {
        jdbc.sql("""
                insert into member_school (member_id, place_id, made_at, made_by) values (:member, :place, :at, :by)
                on conflict (member_id) do update set place_id = :place, made_at = :at, made_by = :by""")
                .param("member", memberId).param("place", placeId).param("at", Columns.at(at)).param("by", by).update();
    }

    public void remove(long memberId) {
        jdbc.sql("delete from member_school where member_id = :member").param("member", memberId).update();
    }

    public long insert(String name, String postcode, Unit.Place place) {
        return jdbc.sql("""
                insert into known_place (name, postcode, latitude, longitude)
                values (:name, :postcode, :latitude, :longitude) returning id""")
                .param("name", name).param("postcode", postcode, Types.VARCHAR)
                .param("latitude", Coordinates.latitude(place), Types.DOUBLE)
                .param("longitude", Coordinates.longitude(place), Types.DOUBLE).query(Long.class).single();
    }

    /** @return false when somebody else has changed it since that version */
    public boolean change(long id, int version, String name, String postcode, Unit.Place place) {
        return jdbc.sql("""
                update known_place set name = :name, postcode = :postcode, latitude = :latitude,
                    longitude = :longitude, version = version + 1
                where id = :id and version = :version""")
                .param("id", id).param("version", version).param("name", name)
                .param("postcode", postcode, Types.VARCHAR)
                .param("latitude", Coordinates.latitude(place), Types.DOUBLE)
                .param("longitude", Coordinates.longitude(place), Types.DOUBLE).update() == 1;
    }

    private static NamedPlace place(ResultSet row) throws SQLException {
        return new NamedPlace(row.getLong("id"), row.getString("name"), row.getString("postcode"),
                Coordinates.of(row), row.getInt("version"));
    }
}
