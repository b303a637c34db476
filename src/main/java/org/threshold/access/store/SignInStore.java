package org.threshold.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of where people are signed in, and of the secret that signs what browsers carry. */
@Repository
public class SignInStore {

    private static final String SELECT = """
            select id, username, way, began_at, last_seen_at, address, browser, provider_subject, provider_session
              from sign_in_session
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SignInStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void insert(SessionRow row) {
        jdbc.sql("""
                insert into sign_in_session (id, username, way, began_at, last_seen_at, address, browser,
                                             provider_subject, provider_session)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).params(row.id(), row.username(), row.way(), utc(row.beganAt()), utc(row.lastSeenAt()),
                row.address(), row.browser(), row.providerSubject(), row.providerSession()).update();
    }

    /** Those that nobody ended and that are within both limits, the latest first. */
    public List<SessionRow> running(String username, Instant seenSince, Instant begunSince) {
        return jdbc.sql(SELECT + """
                 where username = ? and ended_at is null and last_seen_at > ? and began_at > ?
                 order by last_seen_at desc, id
                """).params(username, utc(seenSince), utc(begunSince)).query(SignInStore::session).list();
    }

    public Optional<SessionRow> find(UUID id) {
        return jdbc.sql(SELECT + " where id = ? and ended_at is null").param(id).query(SignInStore::session).optional();
    }

    /** Those of one person at the provider, or of one session there, begun until then; either of the first may be null. */
    public List<UUID> atProvider(String subject, String session, Instant begunUntil) {
        return jdbc.sql("""
                select id from sign_in_session
                 where ended_at is null and way = 'PROVIDER' and began_at <= :until
                   and (cast(:session as text) is null or provider_session = :session)
                   and (cast(:subject as text) is null or provider_subject = :subject)
                   and coalesce(:session, :subject) is not null
                """).param("until", utc(begunUntil)).param("subject", subject).param("session", session).query(UUID.class).list();
    }

    /** @return false when it had ended before */
    public boolean end(UUID id, Instant at, String reason) {
        return jdbc.sql("update sign_in_session set ended_at = ?, end_reason = ? where id = ? and ended_at is null")
                .params(utc(at), reason, id).update() == 1;
    }

    public void endAllOf(String username, Instant at, String reason) {
        jdbc.sql("update sign_in_session set ended_at = ?, end_reason = ? where username = ? and ended_at is null")
                .params(utc(at), reason, username).update();
    }

    /** Why each session ended that ended since then. */
    public Map<UUID, String> endedSince(Instant since) {
        return jdbc.sql("select id, end_reason from sign_in_session where ended_at > ?").param(utc(since))
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2))).list().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One statement for all that this node saw. */
    public void seen(Map<UUID, Instant> seen) {
        batches.batchUpdate("""
                update sign_in_session set last_seen_at = greatest(last_seen_at, ?) where id = ? and ended_at is null
                """, seen.entrySet(), 500, (statement, entry) -> {
            statement.setObject(1, utc(entry.getValue()));
            statement.setObject(2, entry.getKey());
        });
    }

    /** What is long over; the audit keeps who signed in. */
    public void forgetBefore(Instant began) {
        jdbc.sql("delete from sign_in_session where began_at < ?").param(utc(began)).update();
    }

    /** The secret that all nodes share; the first to ask writes it. */
    public byte[] secret(byte[] ifNone) {
        jdbc.sql("insert into sign_in_secret (secret) values (?) on conflict (one) do nothing").param(ifNone).update();
        return jdbc.sql("select secret from sign_in_secret").query((row, n) -> row.getBytes(1)).single();
    }

    private static SessionRow session(ResultSet row, int number) throws SQLException {
        return new SessionRow(row.getObject("id", UUID.class), row.getString("username"), row.getString("way"),
                row.getTimestamp("began_at").toInstant(), row.getTimestamp("last_seen_at").toInstant(),
                row.getString("address"), row.getString("browser"), row.getString("provider_subject"),
                row.getString("provider_session"));
    }

    private static java.time.OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
