package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.clock.Finding;
import org.threshold.homelessness.FindingRecord;
import org.threshold.homelessness.Question;

/** The SQL of {@code finding}. */
@Repository
public class FindingStore {

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseReference reference, FindingRecord finding) {
        jdbc.sql("""
                insert into finding (case_reference, question, finding, category, reasons, found_on, recorded_by, recorded_at)
                values (:reference, :question, :finding, :category, :reasons, :on, :by, :at)""")
                .param("reference", reference.value()).param("question", finding.question().name())
                .param("finding", finding.finding().name()).param("category", finding.category())
                .param("reasons", finding.reasons()).param("on", finding.foundOn()).param("by", finding.recordedBy())
                .param("at", Columns.at(finding.recordedAt())).update();
    }

    /** Lets one officer at a time record findings on the case, until the end of the transaction. */
    public void lock(CaseReference reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('finding ' || :reference, 0))")
                .param("reference", reference.value()).query(row -> { });
    }

    /** The latest record of each question that was ever answered. */
    public List<FindingRecord> current(CaseReference reference) {
        return jdbc.sql("""
                select distinct on (question) * from finding where case_reference = :reference
                order by question, id desc""")
                .param("reference", reference.value()).query((row, i) -> finding(row)).list();
    }

    /** Everything ever recorded, latest first. */
    public List<FindingRecord> history(CaseReference reference) {
        return jdbc.sql("select * from finding where case_reference = :reference order by id desc")
                .param("reference", reference.value()).query((row, i) -> finding(row)).list();
    }

    private static FindingRecord finding(ResultSet row) throws SQLException {
        return new FindingRecord(Columns.code(row, "question", Question.class), Columns.code(row, "finding", Finding.class),
                row.getString("category"), row.getString("reasons"), Columns.day(row, "found_on"),
                row.getString("recorded_by"), Columns.instant(row, "recorded_at"));
    }
}
