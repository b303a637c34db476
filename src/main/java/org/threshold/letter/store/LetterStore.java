package org.threshold.letter.store;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.Letters.Letter;

/** Table {@code letter}. */
@Repository
public class LetterStore {

    private static final String COLUMNS = "id, case_reference, template, title, issued_on, addressee, template_version";

    private static final String SEEN = Sight.of("letter.case_reference");

    private final JdbcClient jdbc;
    private final Sight sight;

    LetterStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Empty when a letter with this idempotency key has been issued before. */
    public Optional<Letter> insert(NewLetter letter) {
        return jdbc.sql("""
                        insert into letter (case_reference, template, title, idempotency_key, issued_on, issued_at,
                                            issued_by, addressee, pdf_sha256, pdf, member_id, address_lines,
                                            html, copy_of, template_version)
                        values (:reference, :template, :title, :key, :on, :at, :by, :to, :sha256, :pdf, :member,
                                :lines, :html, :copyOf, :version)
                        on conflict (idempotency_key) do nothing
                        returning\s""" + COLUMNS)
                .param("reference", letter.caseReference().value()).param("template", letter.template())
                .param("title", letter.title()).param("key", letter.idempotencyKey())
                .param("on", letter.issuedOn()).param("at", letter.issuedAt().atOffset(ZoneOffset.UTC))
                .param("by", letter.issuedBy()).param("to", letter.addressee())
                .param("sha256", letter.sha256()).param("pdf", letter.pdf())
                .param("member", letter.memberId(), Types.BIGINT)
                .param("lines", letter.addressLines().toArray(String[]::new)).param("html", letter.html())
                .param("copyOf", letter.copyOf(), Types.BIGINT).param("version", letter.version())
                .query(LetterStore::row).optional();
    }

    public Optional<Letter> byKey(String idempotencyKey) {
        return jdbc.sql("select " + COLUMNS + " from letter where idempotency_key = :key")
                .param("key", idempotencyKey).query(LetterStore::row).optional();
    }

    /** Empty also where the case is hidden from whoever asks. */
    public Optional<Letter> byId(long id) {
        return jdbc.sql("select " + COLUMNS + " from letter where id = :id and " + SEEN).param("id", id)
                .params(sight.parameters()).query(LetterStore::row).optional();
    }

    public String issuedBy(long id) {
        return jdbc.sql("select issued_by from letter where id = ?").param(id).query(String.class).single();
    }

    public List<Letter> of(CaseReference reference) {
        return jdbc.sql("select " + COLUMNS + " from letter where case_reference = :reference order by issued_at, id")
                .param("reference", reference.value()).query(LetterStore::row).list();
    }

    public Optional<byte[]> pdf(long id) {
        return jdbc.sql("select pdf from letter where id = :id and " + SEEN).param("id", id)
                .params(sight.parameters()).query(byte[].class).optional();
    }

    /**
     * A letter with how it was made.
     *
     * @param memberId     whom of the household it is to; null for a letter to somebody else
     * @param addressLines null for a letter from before this was kept; empty where it has no address
     * @param html         its page; null for a letter from before this was kept
     * @param copyOf       the letter that was made first, where this is one for another address
     */
    public record Made(Letter letter, Long memberId, List<String> addressLines, String html, Long copyOf) {
    }

    /** Oldest first; without their pages. */
    public List<Made> made(CaseReference reference) {
        return jdbc.sql("select " + COLUMNS + ", member_id, address_lines, null as html, copy_of from letter"
                + " where case_reference = :reference order by issued_at, id")
                .param("reference", reference.value()).query((row, i) -> made(row)).list();
    }

    public Optional<Made> made(CaseReference reference, long id) {
        return jdbc.sql("select " + COLUMNS + ", member_id, address_lines, html, copy_of from letter"
                + " where case_reference = :reference and id = :id")
                .param("reference", reference.value()).param("id", id).query((row, i) -> made(row)).optional();
    }

    private static Made made(java.sql.ResultSet row) throws java.sql.SQLException {
        java.sql.Array lines = row.getArray("address_lines");
        return new Made(row(row, 0), row.getObject("member_id", Long.class),
                lines == null ? null : List.of((String[]) lines.getArray()), row.getString("html"),
                row.getObject("copy_of", Long.class));
    }

    private static Letter row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Letter(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                row.getString("template"), row.getString("title"), row.getObject("issued_on", LocalDate.class),
                row.getString("addressee"), row.getInt("template_version"));
    }

    public record NewLetter(CaseReference caseReference, String template, String title, String idempotencyKey,
                            LocalDate issuedOn, Instant issuedAt, String issuedBy, String addressee, String sha256,
                            byte[] pdf, Long memberId, List<String> addressLines, String html, Long copyOf,
                            int version) {
    }
}
