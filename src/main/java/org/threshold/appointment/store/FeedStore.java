package org.threshold.appointment.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of {@code calendar_feed}. */
@Repository
public class FeedStore {

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one before stops to work. */
    public void put(String username, String digest, Instant now) {
        jdbc.sql("""
                insert into calendar_feed (username, digest, made_at) values (:username, :digest, :now)
                on conflict (username) do update set digest = excluded.digest, made_at = excluded.made_at""")
                .param("username", username).param("digest", digest).param("now", Timestamp.from(now)).update();
    }

    public boolean remove(String username) {
        return jdbc.sql("delete from calendar_feed where username = :username").param("username", username)
                .update() == 1;
    }

    public Optional<String> ownerOf(String digest) {
        return jdbc.sql("select username from calendar_feed where digest = :digest").param("digest", digest)
                .query(String.class).optional();
    }

    public Optional<Instant> madeAt(String username) {
        return jdbc.sql("select made_at from calendar_feed where username = :username").param("username", username)
                .query(Timestamp.class).optional().map(Timestamp::toInstant);
    }
}
