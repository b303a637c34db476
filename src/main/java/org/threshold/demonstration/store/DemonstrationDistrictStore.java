package org.threshold.demonstration.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds made-up districts, which nobody can do on a page: the real ones come with the service. */
@Repository
public class DemonstrationDistrictStore {

    private final JdbcClient jdbc;

    DemonstrationDistrictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not there yet */
    public boolean add(String code, String name, String email, String address, double latitude, double longitude) {
        return jdbc.sql("""
                insert into district (code, name, notice_email, notice_address, latitude, longitude)
                values (:code, :name, :email, :address, :latitude, :longitude) on conflict (code) do nothing""")
                .param("code", code).param("name", name).param("email", email).param("address", address)
                .param("latitude", latitude).param("longitude", longitude).update() == 1;
    }
}
