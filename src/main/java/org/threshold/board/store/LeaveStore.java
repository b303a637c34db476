package org.threshold.board.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.board.Leave;

/** The table {@code officer_leave}. */
@Repository
public class LeaveStore {

    private final JdbcClient jdbc;

    LeaveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody's leave that has not ended before the day, in order. */
    public List<Leave> from(LocalDate day) {
        return jdbc.sql("select * from officer_leave where last_day >= ? order by first_day, id").param(day)
                .query(LeaveStore::leave).list();
    }

    public Optional<Leave> find(long id) {
        return jdbc.sql("select * from officer_leave where id = ?").param(id).query(LeaveStore::leave).optional();
    }

    public void add(String username, LocalDate first, LocalDate last, String by, Instant at) {
        jdbc.sql("insert into officer_leave (username, first_day, last_day, recorded_by, recorded_at)"
                + " values (?, ?, ?, ?, ?)").params(username, first, last, by, Timestamp.from(at)).update();
    }

    public void remove(long id) {
        jdbc.sql("delete from officer_leave where id = ?").param(id).update();
    }

    private static Leave leave(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Leave(row.getLong("id"), row.getString("username"), row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
