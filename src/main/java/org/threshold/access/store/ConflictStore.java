package org.threshold.access.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of {@code conflict_of_interest}. */
@Repository
public class ConflictStore {

    /** One that runs. */
    public record Row(long id, String username, String kind, String words, Instant declaredAt) {
    }

    private final JdbcClient jdbc;

    ConflictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Usernames of those who know the people of the case. */
    public Set<String> of(String caseReference) {
        return Set.copyOf(jdbc.sql("select username from conflict_of_interest where case_reference = ?"
                + " and lifted_at is null").param(caseReference).query(String.class).list());
    }

    /** Those that run, oldest first. */
    public List<Row> running(String caseReference) {
        return jdbc.sql("""
                select id, username, kind, words, declared_at from conflict_of_interest
                 where case_reference = ? and lifted_at is null order by declared_at, id""").param(caseReference)
                .query((row, n) -> new Row(row.getLong("id"), row.getString("username"), row.getString("kind"),
                        row.getString("words"), row.getObject("declared_at", OffsetDateTime.class).toInstant())).list();
    }

    /** Empty where one of this person runs on the case already. */
    public Optional<Long> insert(String caseReference, String username, String kind, String wordsOrNull, Instant at) {
        return jdbc.sql("""
                insert into conflict_of_interest (case_reference, username, kind, words, declared_at)
                values (?, ?, ?, ?, ?) on conflict do nothing returning id""")
                .params(caseReference, username, kind, wordsOrNull, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(Long.class).optional();
    }

    /** @return whether it ran until now */
    public boolean lift(String caseReference, String username, String by, String because, Instant at) {
        return jdbc.sql("""
                update conflict_of_interest set lifted_by = ?, lifted_because = ?, lifted_at = ?
                 where case_reference = ? and username = ? and lifted_at is null""")
                .params(by, because, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), caseReference, username).update() == 1;
    }
}
