package org.threshold.launch;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deadlines shift by an hour where a part of the service does not run in UTC; better not to start at all. */
@Component
class UtcCheck implements SmartInitializingSingleton {

    private final JdbcClient jdbc;

    UtcCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!ZoneId.systemDefault().normalized().equals(ZoneOffset.UTC)) {
            throw new CannotStart("Threshold’s program runs in the time zone " + ZoneId.systemDefault()
                    + ". Start it with -Duser.timezone=UTC");
        }
        String session = jdbc.sql("show timezone").query(String.class).single();
        if (!session.equals("UTC")) {
            throw new CannotStart("The database’s sessions are in the time zone " + session + ". Take "
                    + "‘set time zone 'UTC'’ back into spring.datasource.hikari.connection-init-sql");
        }
    }
}
