package org.threshold.letter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NotPermitted;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.Timeline;
import org.threshold.letter.store.LetterStore;
import org.threshold.letter.store.LetterStore.NewLetter;

/** Writes, issues and keeps letters. The date of issue is the service's own day, and starts what hangs on it. */
@Service
@EnableConfigurationProperties(Council.class)
class CaseLetters implements Letters {

    private final LetterStore store;
    private final LetterWriter writer;
    private final PdfRenderer renderer;
    private final CaseDetails cases;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentOfficer currentOfficer;
    private final Council council;
    private final Clock clock;

    CaseLetters(LetterStore store, LetterWriter writer, PdfRenderer renderer, CaseDetails cases, Timeline timeline,
                AuditTrail audit, CurrentOfficer currentOfficer, Council council, Clock clock) {
        this.store = store;
        this.writer = writer;
        this.renderer = renderer;
        this.cases = cases;
        this.timeline = timeline;
        this.audit = audit;
        this.currentOfficer = currentOfficer;
        this.council = council;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Letter issue(CaseReference reference, String template, Map<String, Object> model, String idempotencyKey) {
        return issue(reference, null, template, model, idempotencyKey);
    }

    @Override
    @Transactional
    public Letter issue(CaseReference reference, Addressee to, String template, Map<String, Object> model,
                        String idempotencyKey) {
        return store.byKey(idempotencyKey)
                .orElseGet(() -> issueNow(reference, to, LetterTemplate.of(template), model, idempotencyKey));
    }

    private Letter issueNow(CaseReference reference, Addressee to, LetterTemplate template, Map<String, Object> model,
                            String key) {
        requireAlive(reference, to);
        LocalDate today = LocalDate.now(clock);
        byte[] pdf = renderer.render(writer.write(template, withCase(reference, to, model, today)));
        NewLetter letter = new NewLetter(reference, template.key(), template.title(), key, today, clock.instant(),
                currentOfficer.get().username(), to == null ? null : to.name(), sha256(pdf), pdf);
        return store.insert(letter).map(this::tell)
                .orElseGet(() -> store.byKey(key).orElseThrow());
    }

    /** Nothing is written to an applicant who has died; another body may still have to be told something. */
    private void requireAlive(CaseReference reference, Addressee to) {
        if (to == null && cases.of(reference).status() == CaseStatus.DECEASED) {
            throw new NotPermitted("You cannot write to the applicant of " + reference + ". They have died.");
        }
    }

    private Letter tell(Letter letter) {
        timeline.add(letter.caseReference(), "letter", "Letter issued: " + letter.title(),
                letter.addressee() == null ? unsafe(letter.caseReference()) : "To " + letter.addressee());
        audit.record(new AuditEntry(letter.caseReference().value(), "letter.issued", Long.toString(letter.id()),
                Map.of("template", letter.template(), "issuedOn", letter.issuedOn().toString()), null, null));
        return letter;
    }

    private String unsafe(CaseReference reference) {
        return cases.of(reference).flags().contains(CaseFlag.DO_NOT_WRITE)
                ? "Do not post it: post to the address on file may be read by others. Hand it over." : null;
    }

    private Map<String, Object> withCase(CaseReference reference, Addressee to, Map<String, Object> model,
                                         LocalDate today) {
        CaseFile file = cases.of(reference);
        Map<String, Object> all = new HashMap<>(model);
        all.put("reference", reference.value());
        all.put("applicantName", file.applicant().person().name());
        all.put("addressee", to == null ? null : to.name());
        all.put("addressLines", to == null ? addressLines(file) : to.lines());
        all.put("council", council);
        all.put("issuedOn", today);
        all.put("officerName", currentOfficer.get().name());
        return all;
    }

    /**
     * As on the envelope, with the postcode on a line of its own. Empty when no address is known, and when post to it may
     * be read by others: such a letter is handed over, never posted.
     */
    private static List<String> addressLines(CaseFile file) {
        List<String> lines = new ArrayList<>();
        if (file.flags().contains(CaseFlag.DO_NOT_WRITE)) {
            return lines;
        }
        ContactDetails contact = file.contact();
        if (contact.address() != null) {
            contact.address().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        }
        if (contact.postcode() != null) {
            lines.add(contact.postcode().toString());
        }
        return lines;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Letter> of(CaseReference reference) {
        return store.of(reference);
    }

    @Override
    public Optional<Letter> issued(String idempotencyKey) {
        return store.byKey(idempotencyKey);
    }

    @Override
    public byte[] pdf(long letterId) {
        return store.pdf(letterId).orElseThrow(() -> new NoSuchElementException("There is no letter " + letterId));
    }
}
