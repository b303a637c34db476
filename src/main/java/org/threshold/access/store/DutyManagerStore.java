package org.threshold.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of {@code duty_manager}. */
@Repository
public class DutyManagerStore {

    /** @param endedAt when it was ended before its time, or null */
    public record DutyRow(long id, String username, Instant from, Instant until, String namedBy, Instant namedAt,
                          Instant endedAt) {
    }

    private final JdbcClient jdbc;

    DutyManagerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<String> onDuty(Instant at) {
        return Set.copyOf(jdbc.sql("""
                select distinct username from duty_manager where ended_at is null and begins_at <= :at
                and ends_at > :at""").param("at", Instants.at(at)).query(String.class).list());
    }

    /** Those that run or are to come, the next first. */
    public List<DutyRow> after(Instant at, int most) {
        return jdbc.sql("""
                select * from duty_manager where ended_at is null and ends_at > :at order by begins_at, id limit :most""")
                .param("at", Instants.at(at)).param("most", most).query(DutyManagerStore::row).list();
    }

    /** @return its id, or empty where the same person is on duty in part of that time already */
    public Optional<Long> insert(String username, Instant from, Instant until, String by, Instant at) {
        return jdbc.sql("""
                insert into duty_manager (username, begins_at, ends_at, named_by, named_at)
                values (?, ?, ?, ?, ?) on conflict do nothing returning id""")
                .params(username, Instants.at(from), Instants.at(until), by, Instants.at(at)).query(Long.class)
                .optional();
    }

    /** @return whose it was, or empty where it was over already */
    public Optional<String> end(long id, String by, Instant at) {
        return jdbc.sql("""
                update duty_manager set ended_at = :at, ended_by = :by where id = :id and ended_at is null
                and ends_at > :at returning username""")
                .param("id", id).param("by", by).param("at", Instants.at(at)).query(String.class).optional();
    }

    private static DutyRow row(ResultSet row, int number) throws SQLException {
        return new DutyRow(row.getLong("id"), row.getString("username"), Instants.of(row, "begins_at"),
                Instants.of(row, "ends_at"), row.getString("named_by"), Instants.of(row, "named_at"),
                Instants.of(row, "ended_at"));
    }
}
