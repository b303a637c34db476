package org.threshold.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of {@code case_restriction} and {@code case_access}. */
@Repository
public class RestrictionStore {

    private final JdbcClient jdbc;

    RestrictionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param kind name of a {@code RestrictionKind} */
    public record RestrictionRow(String caseReference, String kind, String reason, String manager,
                                 String restrictedBy, Instant restrictedAt) {
    }

    /**
     * Who may see a restricted case now.
     *
     * @param kind   {@code NAMED} or {@code EMERGENCY}
     * @param reason why it was opened in an emergency; null for who is named
     * @param endsAt null for who is named
     */
    public record AccessRow(String caseReference, String username, String kind, String reason, String givenBy,
                            Instant givenAt, Instant endsAt) {
    }

    /**
     * What a case is to somebody.
     *
     * @param standing  {@code ORDINARY} where it is not restricted, else {@code MANAGER}, {@code NAMED},
     *                  {@code EMERGENCY} or {@code HIDDEN}
     * @param knowsThem whether they have said that they know its people
     */
    public record Look(String standing, boolean knowsThem) {
    }

    /** @param look the parameters of {@code Sight} */
    public Look look(String caseReference, Map<String, Object> look) {
        return jdbc.sql("""
                select case when r.case_reference is null then 'ORDINARY' when :sightOf = 'threshold' then 'MANAGER'
                    else coalesce(
                    (select case when a.kind = 'NAMED' and r.manager = a.username then 'MANAGER' else a.kind end
                        from case_access a where a.case_reference = r.case_reference and a.username = :sightOf
                        and a.withdrawn_at is null and (a.ends_at is null or a.ends_at > :sightAt)
                        order by a.kind desc limit 1), 'HIDDEN') end as standing,
                    exists (select from conflict_of_interest k where k.case_reference = asked.reference
                        and k.username = :sightOf and k.lifted_at is null) as knows_them
                from (select cast(:case as text) as reference) asked
                left join case_restriction r on r.case_reference = asked.reference""")
                .param("case", caseReference).params(look).query(Look.class).single();
    }

    /** {@link Look#standing}, or empty where the case is not restricted. */
    public Optional<String> standing(String caseReference, Map<String, Object> look) {
        return Optional.of(look(caseReference, look).standing()).filter(standing -> !standing.equals("ORDINARY"));
    }

    /** Who is named on the case, its manager too; empty where it is not restricted. */
    public Optional<Set<String>> namedOn(String caseReference) {
        return jdbc.sql("""
                select array(select a.username from case_access a where a.case_reference = r.case_reference
                    and a.kind = 'NAMED' and a.withdrawn_at is null)
                from case_restriction r where r.case_reference = ?""").param(caseReference)
                .query((row, n) -> Set.of((String[]) row.getArray(1).getArray())).optional();
    }

    /** Who has opened the restricted case in an emergency that is not over. */
    public Set<String> inEmergency(String caseReference, Instant at) {
        return Set.copyOf(jdbc.sql("""
                select distinct username from case_access where case_reference = :case and kind = 'EMERGENCY'
                and withdrawn_at is null and ends_at > :at""")
                .param("case", caseReference).param("at", Instants.at(at)).query(String.class).list());
    }

    /** @return false where the case is restricted already */
    public boolean insert(RestrictionRow row) {
        return jdbc.sql("""
                insert into case_restriction (case_reference, kind, reason, manager, restricted_by, restricted_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(row.caseReference(), row.kind(), row.reason(), row.manager(), row.restrictedBy(),
                        Instants.at(row.restrictedAt())).update() == 1;
    }

    public Optional<RestrictionRow> find(String caseReference) {
        return jdbc.sql("select * from case_restriction where case_reference = ?").param(caseReference)
                .query(RestrictionStore::restriction).optional();
    }

    /** Makes changes to who may see a case wait for each other. */
    public Optional<RestrictionRow> lock(String caseReference) {
        return jdbc.sql("select * from case_restriction where case_reference = ? for update").param(caseReference)
                .query(RestrictionStore::restriction).optional();
    }

    /** The restricted cases that somebody may see, newest first. */
    public List<RestrictionRow> seenBy(Map<String, Object> look) {
        return jdbc.sql("""
                select * from case_restriction r where exists (select from case_access a
                    where a.case_reference = r.case_reference and a.username = :sightOf and a.withdrawn_at is null
                    and (a.ends_at is null or a.ends_at > :sightAt))
                order by restricted_at desc, case_reference""")
                .params(look).query(RestrictionStore::restriction).list();
    }

    /** Every restricted case whose manager is none of these accounts, or has said that they know its people. */
    public List<RestrictionRow> managedByOthersThan(List<String> usernames) {
        return jdbc.sql("select * from case_restriction r where not manager = any(:those)"
                        + " or exists (select from conflict_of_interest k where k.case_reference = r.case_reference"
                        + " and k.username = r.manager and k.lifted_at is null) order by case_reference")
                .param("those", usernames.toArray(String[]::new)).query(RestrictionStore::restriction).list();
    }

    /** Who may see these cases at that moment, first given first. */
    public List<AccessRow> access(List<String> caseReferences, Instant at) {
        return jdbc.sql("""
                select * from case_access where case_reference = any(:cases) and withdrawn_at is null
                and (ends_at is null or ends_at > :at) order by given_at, id""")
                .param("cases", caseReferences.toArray(String[]::new)).param("at", Instants.at(at))
                .query(RestrictionStore::access).list();
    }

    /** @return false where they are named already */
    public boolean name(String caseReference, String username, String by, Instant at) {
        return jdbc.sql("""
                insert into case_access (case_reference, username, kind, given_by, given_at)
                values (?, ?, 'NAMED', ?, ?) on conflict do nothing""")
                .params(caseReference, username, by, Instants.at(at)).update() == 1;
    }

    public void openInEmergency(String caseReference, String username, String reason, Instant from, Instant until) {
        jdbc.sql("""
                insert into case_access (case_reference, username, kind, reason, given_by, given_at, ends_at)
                values (?, ?, 'EMERGENCY', ?, ?, ?, ?)""")
                .params(caseReference, username, reason, username, Instants.at(from), Instants.at(until)).update();
    }

    /** @param kind {@code NAMED} or {@code EMERGENCY}; @return false where they had no such access */
    public boolean withdraw(String caseReference, String username, String kind, String by, Instant at) {
        return jdbc.sql("""
                update case_access set withdrawn_by = :by, withdrawn_at = :at
                where case_reference = :case and username = :who and kind = :kind and withdrawn_at is null
                and (ends_at is null or ends_at > :at)""")
                .param("by", by).param("at", Instants.at(at)).param("case", caseReference).param("who", username)
                .param("kind", kind).update() > 0;
    }

    public void withdrawAll(String caseReference, String by, Instant at) {
        jdbc.sql("""
                update case_access set withdrawn_by = :by, withdrawn_at = :at
                where case_reference = :case and withdrawn_at is null and (ends_at is null or ends_at > :at)""")
                .param("by", by).param("at", Instants.at(at)).param("case", caseReference).update();
    }

    public void changeManager(String caseReference, String username) {
        jdbc.sql("update case_restriction set manager = ? where case_reference = ?").params(username, caseReference)
                .update();
    }

    public void delete(String caseReference) {
        jdbc.sql("delete from case_restriction where case_reference = ?").param(caseReference).update();
    }

    /** Marks the emergencies that have run out since, once over all nodes, and returns them. */
    public List<AccessRow> closeRunOut(Instant at) {
        return jdbc.sql("""
                update case_access set closed_at = :at where id in (select id from case_access
                    where kind = 'EMERGENCY' and withdrawn_at is null and closed_at is null and ends_at <= :at
                    order by id limit 100 for update skip locked)
                returning *""")
                .param("at", Instants.at(at)).query(RestrictionStore::access).list();
    }

    /** One after the other for one person, so that many tries at once are counted. */
    public int triesSince(String username, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('emergency ' || ?, 0))").param(username)
                .query((row, n) -> 0).list();
        jdbc.sql("delete from emergency_try where username = ? and tried_at < ?::timestamptz - interval '1 day'")
                .params(username, Instants.at(since)).update();
        return jdbc.sql("select count(*) from emergency_try where username = ? and tried_at > ?")
                .params(username, Instants.at(since)).query(Integer.class).single();
    }

    public void tried(String username, Instant at) {
        jdbc.sql("insert into emergency_try (username, tried_at) values (?, ?)").params(username, Instants.at(at))
                .update();
    }

    private static RestrictionRow restriction(ResultSet row, int number) throws SQLException {
        return new RestrictionRow(row.getString("case_reference"), row.getString("kind"), row.getString("reason"),
                row.getString("manager"), row.getString("restricted_by"), Instants.of(row, "restricted_at"));
    }

    private static AccessRow access(ResultSet row, int number) throws SQLException {
        return new AccessRow(row.getString("case_reference"), row.getString("username"), row.getString("kind"),
                row.getString("reason"), row.getString("given_by"), Instants.of(row, "given_at"),
                Instants.of(row, "ends_at"));
    }
}
