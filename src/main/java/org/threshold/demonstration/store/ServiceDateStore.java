package org.threshold.demonstration.store;

import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how far the service's clock is ahead of real time. */
@Repository
@Profile("demonstration")
public class ServiceDateStore {

    private final JdbcClient jdbc;

    ServiceDateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Duration read() {
        return Duration.ofMillis(jdbc.sql("select offset_millis from service_date").query(Long.class).optional()
                .orElse(0L));
    }

    public void write(Duration offset) {
        jdbc.sql("""
                insert into service_date (offset_millis) values (?)
                    on conflict (only_row) do update set offset_millis = excluded.offset_millis
                """).param(Math.max(0, offset.toMillis())).update();
    }
}
