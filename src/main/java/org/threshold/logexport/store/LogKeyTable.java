package org.threshold.logexport.store;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The installation's key, made at the first export by whichever node is first. Not kept between two files. */
@Repository
public class LogKeyTable {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;

    LogKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public byte[] key() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into event_log_key (key) values (?) on conflict (one) do nothing").param(fresh).update();
        return jdbc.sql("select key from event_log_key").query((row, n) -> row.getBytes(1)).single();
    }
}
