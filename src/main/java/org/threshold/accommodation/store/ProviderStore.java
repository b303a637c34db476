package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.accommodation.Provider;

/** The SQL of {@code provider}. */
@Repository
public class ProviderStore {

    private final JdbcClient jdbc;

    ProviderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Provider> all() {
        return jdbc.sql("select * from provider order by name").query((row, i) -> provider(row)).list();
    }

    public Optional<Provider> find(long id) {
        return jdbc.sql("select * from provider where id = :id").param("id", id)
                .query((row, i) -> provider(row)).optional();
    }

    public long insert(String name, String phone, String email) {
        return jdbc.sql("insert into provider (name, phone, email) values (:name, :phone, :email) returning id")
                .param("name", name).param("phone", phone, Types.VARCHAR).param("email", email, Types.VARCHAR)
                .query(Long.class).single();
    }

    /** @return false when somebody else has changed it since that version */
    public boolean change(long id, int version, String name, String phone, String email) {
        return jdbc.sql("""
                update provider set name = :name, phone = :phone, email = :email, version = version + 1
                where id = :id and version = :version""")
                .param("id", id).param("version", version).param("name", name)
                .param("phone", phone, Types.VARCHAR).param("email", email, Types.VARCHAR).update() == 1;
    }

    private static Provider provider(ResultSet row) throws SQLException {
        return new Provider(row.getLong("id"), row.getString("name"), row.getString("phone"),
                row.getString("email"), row.getInt("version"));
    }
}
