package org.threshold.audit.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.audit.AuditPosition;
import org.threshold.audit.AuditQuestion;
import org.threshold.audit.AuditRecord;
import org.threshold.audit.CaseUse;

/** Finds entries, newest first, a page at a time. */
@Repository
public class SearchTable {

    private static final String NEWEST_FIRST = " order by e.at desc, e.chain desc, e.sequence desc limit :many";

    private final JdbcClient jdbc;

    SearchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param seen   SQL that is true where whoever asks may know of the case, and its parameters
     * @param before where the page before ended; null for the newest
     */
    public List<AuditRecord> find(AuditQuestion question, String seen, Map<String, Object> look, AuditPosition before,
                                  int many) {
        StringBuilder sql = new StringBuilder("select e.* from audit_entry e where ").append(seen);
        Map<String, Object> values = new HashMap<>(look);
        where(question, sql, values);
        if (before != null) {
            sql.append(" and (e.at, e.chain, e.sequence) < (:beforeAt, :beforeChain, :beforeSequence)");
            values.put("beforeAt", OffsetDateTime.ofInstant(before.at(), ZoneOffset.UTC));
            values.put("beforeChain", before.chain());
            values.put("beforeSequence", before.sequence());
        }
        values.put("many", many);
        return jdbc.sql(sql.append(NEWEST_FIRST).toString()).params(values).query(AuditTable::record).list();
    }

    private static void where(AuditQuestion question, StringBuilder sql, Map<String, Object> values) {
        if (question.caseReference() != null) {
            sql.append(" and (e.chain = :case or e.chain = '' and e.subject = :case and e.action = 'case.notFound')");
            values.put("case", question.caseReference());
        }
        if (question.who() != null) {
            sql.append(" and (e.who = :who or e.chain = '' and e.subject = :who)");
            values.put("who", question.who());
        }
        if (question.from() != null) {
            sql.append(" and e.at >= :from");
            values.put("from", OffsetDateTime.ofInstant(question.from(), ZoneOffset.UTC));
        }
        if (question.until() != null) {
            sql.append(" and e.at < :until");
            values.put("until", OffsetDateTime.ofInstant(question.until(), ZoneOffset.UTC));
        }
        kind(question, sql, values);
        if (question.reason() != null) {
            sql.append(" and position(lower(:reason) in lower(e.reason)) > 0");
            values.put("reason", question.reason());
        }
        if (question.strangersOnly()) {
            sql.append(" and e.details ->> 'relation' = 'NONE'");
        }
    }

    private static void kind(AuditQuestion question, StringBuilder sql, Map<String, Object> values) {
        if (!question.kind().patterns().contains("%")) {
            sql.append(" and e.action like any (:patterns)");
            values.put("patterns", question.kind().patterns().toArray(String[]::new));
        }
        if (!question.kind().butNot().isEmpty()) {
            sql.append(" and not e.action like any (:butNot)");
            values.put("butNot", question.kind().butNot().toArray(String[]::new));
        }
    }

    /** Entries of a case about one thing, newest first. */
    public List<AuditRecord> viewsOf(String caseReference, List<String> actions, String subject, int most) {
        return jdbc.sql("select * from audit_entry where chain = :case and action in (:actions) and subject = :subject"
                        + " order by sequence desc limit :most")
                .param("case", caseReference).param("actions", actions).param("subject", subject).param("most", most)
                .query(AuditTable::record).list();
    }

    /** Who looked at a case or did something on it, whoever did so last first. */
    public List<CaseUse> useOf(String caseReference) {
        return jdbc.sql("""
                select e.who, count(*) filter (where e.action like '%.viewed') as views,
                       count(*) filter (where e.action like '%.refused') as refusals,
                       count(*) filter (where e.action not like '%.viewed' and e.action not like '%.refused') as acts,
                       max(e.at) as last_at, count(*) filter (where e.details ->> 'relation' = 'NONE') as as_stranger
                  from audit_entry e where e.chain = :case
                 group by e.who order by last_at desc
                """).param("case", caseReference).query((row, n) -> new CaseUse(row.getString("who"),
                row.getLong("views"), row.getLong("acts"), row.getLong("refusals"),
                row.getObject("last_at", OffsetDateTime.class).toInstant(), row.getLong("as_stranger"))).list();
    }
}
