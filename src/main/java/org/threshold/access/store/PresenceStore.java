package org.threshold.access.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the rota and of the day's own declarations. */
@Repository
public class PresenceStore {

    /** @param office null when remote */
    public record Row(String username, LocalDate day, String office, boolean declared, boolean onVisits) {
    }

    private final JdbcClient jdbc;

    PresenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The declaration of the day, or else its plan. */
    public Optional<Row> find(String username, LocalDate day) {
        return jdbc.sql("""
                select username, day, office, true as declared, on_visits from declared_presence
                 where username = :username and day = :day
                 union all
                select username, day, office, false, false from planned_presence
                 where username = :username and day = :day
                 order by declared desc limit 1
                """).param("username", username).param("day", day).query(Row.class).optional();
    }

    public List<Row> plans(Set<String> usernames, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select username, day, office, false as declared, false as on_visits from planned_presence
                 where username = any(:usernames) and day between :from and :to
                """).param("usernames", usernames.toArray(String[]::new)).param("from", from).param("to", to)
                .query(Row.class).list();
    }

    /** The declaration of each day, or else its plan. */
    public List<Row> places(Set<String> usernames, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select distinct on (username, day) username, day, office, declared, on_visits from (
                    select username, day, office, true as declared, on_visits from declared_presence
                     where username = any(:usernames) and day between :from and :to
                     union all
                    select username, day, office, false, false from planned_presence
                     where username = any(:usernames) and day between :from and :to) place
                 order by username, day, declared desc
                """).param("usernames", usernames.toArray(String[]::new)).param("from", from).param("to", to)
                .query(Row.class).list();
    }

    public void declare(String username, LocalDate day, String office, boolean onVisits) {
        jdbc.sql("""
                insert into declared_presence (username, day, office, on_visits) values (?, ?, ?, ?)
                    on conflict (username, day) do update set office = excluded.office, on_visits = excluded.on_visits
                """).params(username, day, office, onVisits).update();
    }

    public void plan(String username, LocalDate day, String office) {
        jdbc.sql("""
                insert into planned_presence (username, day, office) values (?, ?, ?)
                    on conflict (username, day) do update set office = excluded.office
                """).params(username, day, office).update();
    }

    public void unplan(String username, LocalDate day) {
        jdbc.sql("delete from planned_presence where username = ? and day = ?").params(username, day).update();
    }
}
