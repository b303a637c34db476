package org.threshold.document.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.document.DocumentCategory;
import org.threshold.document.DocumentOfCase;
import org.threshold.document.DocumentOfCase.Withdrawal;
import org.threshold.document.DocumentType;
import org.threshold.document.ScanState;

/** Tables {@code document}, {@code document_scan} and {@code document_withdrawn}, to read. */
@Repository
public class DocumentStore {

    private static final String SELECT = """
            select d.*, w.reason, w.withdrawn_by, w.withdrawn_at,
                (select s.state from document_scan s where s.document_id = d.id order by s.id desc limit 1) as scan
            from document d left join document_withdrawn w on w.document_id = d.id
            where d.case_reference = :reference and\s""" + Sight.of("d.case_reference");

    private final JdbcClient jdbc;
    private final Sight sight;

    DocumentStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public List<DocumentOfCase> of(CaseReference reference) {
        return ask(reference, " and w.document_id is null order by d.id desc").list();
    }

    public List<DocumentOfCase> withdrawn(CaseReference reference) {
        return ask(reference, " and w.document_id is not null order by d.id desc").list();
    }

    public Optional<DocumentOfCase> find(CaseReference reference, long id) {
        return jdbc.sql(SELECT + " and d.id = :id").param("reference", reference.value()).param("id", id)
                .params(sight.parameters()).query((row, i) -> row(row)).optional();
    }

    private JdbcClient.MappedQuerySpec<DocumentOfCase> ask(CaseReference reference, String rest) {
        return jdbc.sql(SELECT + rest).param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> row(row));
    }

    private static DocumentOfCase row(ResultSet row) throws SQLException {
        return new DocumentOfCase(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                DocumentCategory.valueOf(row.getString("category")), row.getString("name"),
                row.getString("description"), row.getObject("about", Long.class),
                row.getObject("dated_on", LocalDate.class), row.getObject("expires_on", LocalDate.class),
                DocumentType.valueOf(row.getString("media_type")), row.getLong("size_bytes"), row.getString("sha256"),
                row.getString("step_element"), row.getObject("added_on", LocalDate.class),
                row.getTimestamp("added_at").toInstant(), row.getString("added_by"),
                ScanState.valueOf(row.getString("scan")), withdrawal(row));
    }

    private static Withdrawal withdrawal(ResultSet row) throws SQLException {
        return row.getString("reason") == null ? null : new Withdrawal(row.getString("reason"),
                row.getString("withdrawn_by"), row.getTimestamp("withdrawn_at").toInstant());
    }
}
