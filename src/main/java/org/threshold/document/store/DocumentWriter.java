package org.threshold.document.store;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.document.DocumentType;
import org.threshold.document.NewDocument;
import org.threshold.document.VirusScan.Verdict;

/** Adds rows to {@code document} and the tables that belong to it, and reads contents. */
@Repository
public class DocumentWriter {

    private final JdbcClient jdbc;

    DocumentWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One file, as it is kept. */
    public record Kept(CaseReference reference, String name, DocumentType type, long size, String sha256,
                       String stepProcess, String stepElement, LocalDate on, Instant at, String by) {
    }

    /** A document whose file is still to be scanned. */
    public record Unscanned(long id, CaseReference reference) {
    }

    /** Until the end of the transaction nobody else adds the same file to the case. */
    public void lock(CaseReference reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('document ' || :reference, 0))")
                .param("reference", reference.value()).query((row, i) -> 1).single();
    }

    /** The document of the case with this very content that was not withdrawn. */
    public Optional<Long> same(CaseReference reference, String sha256) {
        return jdbc.sql("""
                select d.id from document d where d.case_reference = :reference and d.sha256 = :hash
                and not exists (select from document_withdrawn w where w.document_id = d.id) order by d.id limit 1""")
                .param("reference", reference.value()).param("hash", sha256).query(Long.class).optional();
    }

    public long insert(NewDocument facts, Kept kept, byte[] content, byte[] preview) {
        return jdbc.sql("""
                with added as (
                    insert into document (case_reference, category, name, description, about, dated_on, expires_on,
                        media_type, size_bytes, sha256, step_process, step_element, added_on, added_at, added_by)
                    values (:reference, :category, :name, :description, :about, :dated, :expires, :type, :size, :hash,
                        :process, :element, :on, :at, :by) returning id)
                insert into document_content (document_id, content, preview) select id, :content, :preview from added
                returning document_id""")
                .param("reference", kept.reference().value()).param("category", facts.category().name())
                .param("name", kept.name()).param("description", facts.description())
                .param("about", facts.about(), Types.BIGINT).param("dated", facts.datedOn(), Types.DATE)
                .param("expires", facts.expiresOn(), Types.DATE).param("type", kept.type().name())
                .param("size", kept.size()).param("hash", kept.sha256()).param("process", kept.stepProcess())
                .param("element", kept.stepElement()).param("on", kept.on()).param("at", Timestamp.from(kept.at()))
                .param("by", kept.by()).param("content", content).param("preview", preview, Types.BINARY)
                .query(Long.class).single();
    }

    /** @return false where it was said before that it is clean, or infected */
    public boolean scanned(CaseReference reference, long id, Verdict verdict, Instant at) {
        return jdbc.sql("""
                insert into document_scan (document_id, case_reference, state, found, scanned_at)
                values (:id, :reference, :state, :found, :at) on conflict do nothing""")
                .param("id", id).param("reference", reference.value()).param("state", verdict.state().name())
                .param("found", verdict.found()).param("at", Timestamp.from(at)).update() == 1;
    }

    /** @return false where it was withdrawn before */
    public boolean withdraw(CaseReference reference, long id, String reason, String by, Instant at) {
        return jdbc.sql("""
                insert into document_withdrawn (document_id, case_reference, reason, withdrawn_by, withdrawn_at)
                values (:id, :reference, :reason, :by, :at) on conflict do nothing""")
                .param("id", id).param("reference", reference.value()).param("reason", reason).param("by", by)
                .param("at", Timestamp.from(at)).update() == 1;
    }

    /**
     * Those of which it was never said that they are clean or infected, oldest first, after the given one. One of which
     * nothing is kept opens for nobody, and must not hold up the others.
     */
    public List<Unscanned> unscanned(long after, int most) {
        return jdbc.sql("""
                select d.id, d.case_reference from document d where d.id > :after and not exists (
                    select from document_scan s where s.document_id = d.id and s.state in ('CLEAN', 'INFECTED'))
                    and exists (select from document_content c where c.document_id = d.id)
                order by d.id limit :most""").param("after", after).param("most", most)
                .query((row, i) -> new Unscanned(row.getLong(1), new CaseReference(row.getString(2)))).list();
    }

    public byte[] content(long id) {
        return jdbc.sql("select content from document_content where document_id = :id").param("id", id)
                .query(byte[].class).single();
    }

    public Optional<byte[]> preview(long id) {
        return jdbc.sql("select preview from document_content where document_id = :id and preview is not null")
                .param("id", id).query(byte[].class).optional();
    }
}
