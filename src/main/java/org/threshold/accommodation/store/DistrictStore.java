package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.accommodation.District;
import org.threshold.accommodation.Unit;

/** The SQL of {@code district}. */
@Repository
public class DistrictStore {

    private final JdbcClient jdbc;

    DistrictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<District> find(String code) {
        return jdbc.sql("select * from district where code = :code").param("code", code)
                .query((row, i) -> district(row)).optional();
    }

    /** @param withoutAddress only those without any; null for all */
    public List<District> named(String part, Boolean withoutAddress, int offset, int limit) {
        return jdbc.sql("""
                select * from district
                where position(lower(:part) in lower(name)) > 0
                    and (not :without or (notice_email is null and notice_address is null))
                order by name limit :limit offset :offset""")
                .param("part", part).param("without", withoutAddress != null && withoutAddress)
                .param("offset", offset).param("limit", limit).query((row, i) -> district(row)).list();
    }

    /** @return false when somebody else has changed it since that version */
    public boolean change(String code, int version, String email, String address, Unit.Place middle) {
        return jdbc.sql("""
                update district set notice_email = :email, notice_address = :address, latitude = :latitude,
                    longitude = :longitude, version = version + 1
                where code = :code and version = :version""")
                .param("code", code).param("version", version).param("email", email, Types.VARCHAR)
                .param("address", address, Types.VARCHAR).param("latitude", Coordinates.latitude(middle), Types.DOUBLE)
                .param("longitude", Coordinates.longitude(middle), Types.DOUBLE).update() == 1;
    }

    private static District district(ResultSet row) throws SQLException {
        return new District(row.getString("code"), row.getString("name"), row.getString("notice_email"),
                row.getString("notice_address"), Coordinates.of(row), row.getInt("version"));
    }
}
