package org.threshold.quality.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.quality.AuditPart;
import org.threshold.quality.Mark;
import org.threshold.quality.QualityAudit;
import org.threshold.quality.QualityAudit.How;
import org.threshold.quality.QualityAudit.Mended;
import org.threshold.quality.QualityAudit.Result;
import org.threshold.quality.QualityAudit.Score;
import org.threshold.quality.SampleDraw;
import org.threshold.quality.SampleDraw.Drawn;

/** The SQL of the audits and of what they found. */
@Repository
public class AuditStore {

    private static final String AUDIT = """
            select a.*, d.team, d.month, r.overall, r.score, r.to_mend, r.mend_by, r.audited_by, r.audited_at,
                m.words as mended_words, m.mended_by, m.mended_at, s.step_id is not null as open, s.owner
            from quality_audit a join quality_draw d on d.id = a.draw_id
            left join quality_audit_result r on r.audit_id = a.id left join quality_audit_mended m on m.audit_id = a.id
            left join worklist_step s on s.case_reference = a.case_reference and s.process_key = 'quality-audit'
                and a.id = (select max(later.id) from quality_audit later where later.case_reference = a.case_reference)
                and s.element_id = case when r.audit_id is null then 'task_auditCase' else 'task_putRight' end
            where\s""" + Sight.of("a.case_reference") + " and ";

    private final JdbcClient jdbc;
    private final Sight sight;

    AuditStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** What is kept of a draw besides the cases. */
    public record Kept(SampleDraw draw, List<String> pool, int random, int risk, String by, Instant at) {
    }

    /** @return empty where the team has its sample of the month already */
    public Optional<Long> insert(Kept kept) {
        return jdbc.sql("""
                insert into quality_draw (team, month, seed, pool, random_size, risk_size, drawn_by, drawn_at)
                values (:team, :month, :seed, :pool, :random, :risk, :by, :at)
                on conflict on constraint one_draw_a_month do nothing returning id""")
                .param("team", kept.draw().team()).param("month", kept.draw().month().atDay(1))
                .param("seed", kept.draw().seed()).param("pool", kept.pool().toArray(String[]::new))
                .param("random", kept.random()).param("risk", kept.risk()).param("by", kept.by())
                .param("at", Columns.at(kept.at())).query(Long.class).optional();
    }

    public void add(long draw, Drawn drawn, String auditor) {
        jdbc.sql("""
                insert into quality_audit (draw_id, case_reference, how, reasons, points, auditor)
                values (:draw, :reference, :how, :reasons, :points, :auditor)""").param("draw", draw)
                .param("reference", drawn.candidate().reference().value()).param("how", drawn.how().name())
                .param("reasons", drawn.candidate().reasons().stream().map(Enum::name).toArray(String[]::new))
                .param("points", drawn.candidate().points()).param("auditor", auditor).update();
    }

    public Optional<Instant> drawnAt(String team, YearMonth month) {
        return jdbc.sql("select drawn_at from quality_draw where team = ? and month = ?").param(team)
                .param(month.atDay(1)).query((row, i) -> Columns.instant(row, "drawn_at")).optional();
    }

    public void insert(long audit, Result result) {
        jdbc.sql("""
                insert into quality_audit_result (audit_id, overall, score, to_mend, mend_by, audited_by, audited_at)
                values (:audit, :overall, :score, :mend, :mendBy, :by, :at)""").param("audit", audit)
                .param("overall", result.overall()).param("score", result.score()).param("mend", result.toMend())
                .param("mendBy", result.mendBy()).param("by", result.by()).param("at", Columns.at(result.at()))
                .update();
        result.scores().forEach((part, score) -> jdbc.sql("""
                insert into quality_audit_score (audit_id, part, mark, words) values (?, ?, ?, ?)""")
                .param(audit).param(part.name()).param(score.mark().name()).param(score.words()).update());
    }

    public void insert(long audit, Mended mended) {
        jdbc.sql("insert into quality_audit_mended (audit_id, words, mended_by, mended_at) values (?, ?, ?, ?)")
                .param(audit).param(mended.words()).param(mended.by()).param(Columns.at(mended.at())).update();
    }

    /** The sample of a team in a month, as far as the officer may know of the cases. */
    public List<QualityAudit> sample(String team, YearMonth month) {
        return read(jdbc.sql(AUDIT + "d.team = :team and d.month = :month order by a.id").param("team", team)
                .param("month", month.atDay(1)));
    }

    /** Newest first. */
    public List<QualityAudit> of(CaseReference reference) {
        return read(jdbc.sql(AUDIT + "a.case_reference = :reference order by a.id desc")
                .param("reference", reference.value()));
    }

    private List<QualityAudit> read(JdbcClient.StatementSpec asked) {
        List<QualityAudit> found = asked.params(sight.parameters())
                .query((row, i) -> audit(row, Map.of())).list();
        Map<Long, Map<AuditPart, Score>> scores = scores(found.stream().filter(each -> each.result() != null)
                .map(QualityAudit::id).toList());
        return found.stream().map(each -> each.result() == null ? each : with(each, scores.get(each.id()))).toList();
    }

    private Map<Long, Map<AuditPart, Score>> scores(Collection<Long> audits) {
        Map<Long, Map<AuditPart, Score>> scores = new HashMap<>();
        if (!audits.isEmpty()) {
            jdbc.sql("select * from quality_audit_score where audit_id in (:audits)").param("audits", audits)
                    .query(row -> {
                        scores.computeIfAbsent(row.getLong("audit_id"), none -> new EnumMap<>(AuditPart.class))
                                .put(Columns.code(row, "part", AuditPart.class),
                                        new Score(Columns.code(row, "mark", Mark.class), row.getString("words")));
                    });
        }
        return scores;
    }

    private static QualityAudit with(QualityAudit audit, Map<AuditPart, Score> scores) {
        Result found = audit.result();
        return new QualityAudit(audit.id(), audit.caseReference(), audit.team(), audit.month(), audit.how(),
                audit.reasons(), audit.points(), audit.auditor(), new Result(scores, found.overall(), found.score(),
                found.toMend(), found.mendBy(), found.by(), found.at()), audit.mended(), audit.open());
    }

    private static QualityAudit audit(ResultSet row, Map<AuditPart, Score> scores) throws SQLException {
        Result result = row.getString("overall") == null ? null : new Result(scores, row.getString("overall"),
                row.getBigDecimal("score"), row.getString("to_mend"), Columns.day(row, "mend_by"),
                row.getString("audited_by"), Columns.instant(row, "audited_at"));
        Mended mended = row.getString("mended_by") == null ? null : new Mended(row.getString("mended_words"),
                row.getString("mended_by"), Columns.instant(row, "mended_at"));
        String owner = result == null ? row.getString("owner") : result.by();
        LocalDate month = Columns.day(row, "month");
        return new QualityAudit(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                row.getString("team"), YearMonth.from(month), Columns.code(row, "how", How.class),
                PoolStore.reasons(row), row.getInt("points"), owner == null ? row.getString("auditor") : owner, result,
                mended, row.getBoolean("open"));
    }
}
