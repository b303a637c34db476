package org.threshold.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.audit.Sha256;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Correspondence;
import org.threshold.casefile.FactsMissing.Missing;
import org.threshold.casefile.HiddenPlaces;
import org.threshold.casefile.HiddenPlaces.Cleared;
import org.threshold.casefile.Reach;
import org.threshold.casefile.Timeline;
import org.threshold.letter.store.LetterStore;
import org.threshold.letter.store.LetterStore.Made;
import org.threshold.letter.store.LetterStore.NewLetter;

/** Writes, issues and keeps letters. The date of issue is the service's own day, and starts what hangs on it. */
@Service
@EnableConfigurationProperties(Council.class)
class CaseLetters implements Letters {

    private final LetterStore store;
    private final LetterIndex index;
    private final LetterWriter writer;
    private final PdfRenderer renderer;
    private final CaseDetails cases;
    private final Correspondence correspondence;
    private final HiddenPlaces places;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentOfficer currentOfficer;
    private final Council council;
    private final Clock clock;

    CaseLetters(LetterStore store, LetterIndex index, LetterWriter writer, PdfRenderer renderer, CaseDetails cases,
                Correspondence correspondence, HiddenPlaces places, Timeline timeline, AuditTrail audit,
                CurrentOfficer currentOfficer, Council council, Clock clock) {
        this.store = store;
        this.index = index;
        this.writer = writer;
        this.renderer = renderer;
        this.cases = cases;
        this.correspondence = correspondence;
        this.places = places;
        this.timeline = timeline;
        this.audit = audit;
        this.currentOfficer = currentOfficer;
        this.council = council;
        this.clock = clock;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public Letter issue(CaseReference reference, String template, Map<String, Object> model, String idempotencyKey) {
        return issue(reference, null, template, model, idempotencyKey);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public Letter issue(CaseReference reference, Addressee to, String template, Map<String, Object> model,
                        String idempotencyKey) {
        return store.byKey(idempotencyKey)
                .orElseGet(() -> issueNow(reference, to, LetterTemplate.of(template), model, idempotencyKey));
    }

    private Letter issueNow(CaseReference reference, Addressee to, LetterTemplate template, Map<String, Object> model,
                            String key) {
        CaseFile file = cases.of(reference);
        requireAlive(file, to);
        Written written = write(file, to, template, model);
        NewLetter letter = new NewLetter(reference, template.key(), template.title(), key, LocalDate.now(clock),
                clock.instant(), currentOfficer.get().username(), to == null ? null : to.name(), Sha256.of(written.pdf()),
                written.pdf(), to == null ? file.applicant().id() : null, written.lines(), written.html(), null,
                written.version());
        return store.insert(letter).map(issued -> tell(issued, written.reach(), written.withheld()))
                .orElseGet(() -> store.byKey(key).orElseThrow());
    }

    /**
     * A letter as it would be issued now.
     *
     * @param reach    null for a letter to somebody else
     * @param withheld how many addresses were left out of it, for safety
     */
    private record Written(int version, Reach reach, List<String> lines, String html, byte[] pdf, int withheld) {
    }

    private Written write(CaseFile file, Addressee to, LetterTemplate template, Map<String, Object> model) {
        LocalDate today = LocalDate.now(clock);
        LetterKind kind = index.of(template);
        requireComplete(file.reference(), kind, model);
        int version = kind.inForceOn(today).orElseThrow(() -> new IllegalStateException("The letter " + kind.key()
                + " has no wording for " + today)).number();
        Reach reach = to == null ? correspondence.to(file.reference(), file.applicant().id(), today) : null;
        List<String> lines = to == null ? reach.lines() : to.lines();
        Cleared page = cleared(file.reference(), to, lines,
                writer.write(template, kind.page(version), version, withCase(file, to, model, today)));
        String html = AddressBlock.write(page.text(), lines);
        return new Written(version, reach, lines, html, renderer.render(html), page.count());
    }

    /** As it would be issued now, marked; nothing is kept. */
    byte[] preview(CaseReference reference, String template, Map<String, Object> model) {
        CaseFile file = cases.of(reference);
        return renderer.render(Mark.on(write(file, null, LetterTemplate.of(template), model).html(), Mark.PREVIEW));
    }

    private static void requireComplete(CaseReference reference, LetterKind kind, Map<String, Object> model) {
        List<Missing> missing = kind.missingIn(model).stream().map(need -> new Missing(need.fact(), need.words(),
                need.where() == null ? null : "/cases/" + reference + "/" + need.where())).toList();
        if (!missing.isEmpty()) {
            throw new LetterIncomplete(kind.title(), missing);
        }
    }

    /** Nothing is written to an applicant who has died; another body may still have to be told something. */
    private static void requireAlive(CaseFile file, Addressee to) {
        if (to == null && file.status() == CaseStatus.DECEASED) {
            throw new NotPermitted("You cannot write to the applicant of " + file.reference() + ". They have died.");
        }
    }

    /** The page, which has no address yet, without what would give away where somebody is. */
    private Cleared cleared(CaseReference reference, Addressee to, List<String> lines, String page) {
        return to == null ? places.forThemselves(reference, lines, page)
                : places.forOthers(reference, to.mustBeTold(), page);
    }

    /** @param reach null for a letter to somebody else */
    private Letter tell(Letter letter, Reach reach, int withheld) {
        List<String> detail = new ArrayList<>();
        if (reach == null) {
            detail.add("To " + letter.addressee());
        } else if (!reach.allowed()) {
            detail.add("Do not post it. " + reach.refusal());
        }
        if (withheld > 0) {
            detail.add("An address was left out of it, for safety.");
        }
        timeline.add(letter.caseReference(), "letter", "Letter issued: " + letter.title(),
                detail.isEmpty() ? null : String.join("\n", detail));
        audit.record(new AuditEntry(letter.caseReference().value(), "letter.issued", Long.toString(letter.id()),
                Map.of("template", letter.template(), "version",
                        Integer.toString(letter.version()), "issuedOn", letter.issuedOn().toString(),
                        "withheld", Integer.toString(withheld)), null, null));
        return letter;
    }

    private Map<String, Object> withCase(CaseFile file, Addressee to, Map<String, Object> model, LocalDate today) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("reference", file.reference().value());
        all.put("applicantName", file.applicant().person().name());
        all.put("addressee", to == null ? null : to.name());
        all.put("addressLines", List.of());
        all.put("council", council);
        all.put("issuedOn", today);
        all.put("language", to == null ? file.contact().language() : null);
        all.put("officerName", currentOfficer.get().name());
        return all;
    }

    /**
     * The same letter for the address that is on file now, kept beside the one that was made first. Its date stays, since
     * what hangs on it was counted from there.
     */
    Letter again(Made made, Reach reach) {
        String html = AddressBlock.write(cleared(made.letter().caseReference(), null, reach.lines(),
                AddressBlock.write(made.html(), List.of())).text(), reach.lines());
        byte[] pdf = renderer.render(html);
        long first = made.copyOf() == null ? made.letter().id() : made.copyOf();
        NewLetter copy = new NewLetter(made.letter().caseReference(), made.letter().template(), made.letter().title(),
                "letter-" + first + "-again-" + Sha256.of(html), made.letter().issuedOn(), clock.instant(),
                currentOfficer.get().username(), null, Sha256.of(pdf), pdf, made.memberId(), reach.lines(), html, first,
                made.letter().version());
        return store.insert(copy).map(issued -> tellAgain(issued, first))
                .orElseGet(() -> store.byKey(copy.idempotencyKey()).orElseThrow());
    }

    private Letter tellAgain(Letter letter, long first) {
        timeline.add(letter.caseReference(), "letter", "Letter made again: " + letter.title(),
                "For the address on file now. It keeps its date.");
        audit.record(new AuditEntry(letter.caseReference().value(), "letter.madeAgain", Long.toString(letter.id()),
                Map.of("first", Long.toString(first)), null, null));
        return letter;
    }

    long applicant(CaseReference reference) {
        return cases.of(reference).applicant().id();
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    public List<Letter> of(CaseReference reference) {
        return store.of(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    public Optional<Letter> issued(String idempotencyKey) {
        return store.byKey(idempotencyKey);
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    public byte[] pdf(long letterId) {
        return store.pdf(letterId).orElseThrow(() -> new NoSuchElementException("There is no letter " + letterId));
    }
}
