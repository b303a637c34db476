package org.threshold.letter.store;

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

    private static final String COLUMNS = "id, case_reference, template, title, issued_on, addressee";

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
                                            issued_by, addressee, pdf_sha256, pdf)
                        values (:reference, :template, :title, :key, :on, :at, :by, :to, :sha256, :pdf)
                        on conflict (idempotency_key) do nothing
                        returning\s""" + COLUMNS)
                .param("reference", letter.caseReference().value()).param("template", letter.template())
                .param("title", letter.title()).param("key", letter.idempotencyKey())
                .param("on", letter.issuedOn()).param("at", letter.issuedAt().atOffset(ZoneOffset.UTC))
                .param("by", letter.issuedBy()).param("to", letter.addressee())
                .param("sha256", letter.sha256()).param("pdf", letter.pdf())
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

    public List<Letter> of(CaseReference reference) {
        return jdbc.sql("select " + COLUMNS + " from letter where case_reference = :reference order by issued_at, id")
                .param("reference", reference.value()).query(LetterStore::row).list();
    }

    public Optional<byte[]> pdf(long id) {
        return jdbc.sql("select pdf from letter where id = :id and " + SEEN).param("id", id)
                .params(sight.parameters()).query(byte[].class).optional();
    }

    private static Letter row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Letter(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                row.getString("template"), row.getString("title"), row.getObject("issued_on", LocalDate.class),
                row.getString("addressee"));
    }

    public record NewLetter(CaseReference caseReference, String template, String title, String idempotencyKey,
                            LocalDate issuedOn, Instant issuedAt, String issuedBy, String addressee, String sha256,
                            byte[] pdf) {
    }
}
