package org.threshold.clock.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.clock.CouncilDay;

/** The table {@code working_day_override}. */
@Repository
public class CouncilDayTable {

    private final JdbcClient jdbc;

    CouncilDayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CouncilDay> all() {
        return jdbc.sql("select day, working, reason, set_by from working_day_override order by day")
                .query((row, n) -> new CouncilDay(row.getObject("day", LocalDate.class), row.getBoolean("working"),
                        row.getString("reason"), row.getString("set_by")))
                .list();
    }

    public void insert(CouncilDay day, Instant at) {
        jdbc.sql("insert into working_day_override (day, working, reason, set_at, set_by) values (?, ?, ?, ?, ?)")
                .param(day.day()).param(day.working()).param(day.reason())
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).param(day.setBy()).update();
    }

    public boolean delete(LocalDate day) {
        return jdbc.sql("delete from working_day_override where day = ?").param(day).update() > 0;
    }
}
