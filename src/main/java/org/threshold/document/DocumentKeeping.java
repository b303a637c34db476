package org.threshold.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.document.FileCheck.Checked;
import org.threshold.document.VirusScan.Verdict;
import org.threshold.document.store.DocumentWriter;
import org.threshold.document.store.DocumentWriter.Kept;
import org.threshold.worklist.OpenStep;

/** Writes documents, what the scanner said and what was withdrawn, each with its line on the case, in one commit. */
@Component
class DocumentKeeping {

    private final DocumentWriter store;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final Clock clock;

    DocumentKeeping(DocumentWriter store, Timeline timeline, AuditTrail audit, CurrentOfficer officer, Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.audit = audit;
        this.officer = officer;
        this.clock = clock;
    }

    /** @throws AlreadyThere when the case has the very same file */
    @Transactional
    long keep(CaseReference reference, NewDocument facts, SentFile file, Checked checked, Verdict verdict,
              Optional<OpenStep> step) {
        store.lock(reference);
        store.same(reference, checked.sha256()).ifPresent(id -> {
            throw new AlreadyThere(id);
        });
        String name = FileName.safe(file.name(), checked.type());
        long id = store.insert(facts, new Kept(reference, name, checked.type(), file.content().length,
                checked.sha256(), step.map(OpenStep::processKey).orElse(null),
                step.map(OpenStep::elementId).orElse(null), LocalDate.now(clock), clock.instant(),
                officer.get().username()), file.content(), checked.preview());
        timeline.add(reference, "document", "Document added: " + facts.category().title(),
                name + (facts.description() == null ? "" : "\n" + facts.description()));
        audit.record(new AuditEntry(reference.value(), "document.added", Long.toString(id),
                Map.of("category", facts.category().name(), "type", checked.type().name(), "sha256", checked.sha256(),
                        "scan", verdict.state().name()), null, null));
        said(reference, id, verdict);
        return id;
    }

    /** What the scanner said; what was said before and holds for good is not said again. */
    @Transactional
    void said(CaseReference reference, long id, Verdict verdict) {
        if (store.scanned(reference, id, verdict, clock.instant()) && verdict.state() == ScanState.INFECTED) {
            timeline.add(reference, "document", "A virus was found in a document, which is kept away",
                    "The scanner calls it " + verdict.found() + ". Nobody can open the file. Ask the household for the"
                            + " paper or another file, and find out how it came.");
            audit.record(new AuditEntry(reference.value(), "document.infected", Long.toString(id),
                    Map.of("found", verdict.found()), null, null));
        }
    }

    @Transactional
    void withdraw(DocumentOfCase document, String reason) {
        if (!store.withdraw(document.caseReference(), document.id(), reason, officer.get().username(),
                clock.instant())) {
            throw new DocumentRefused("This document was withdrawn already.");
        }
        timeline.add(document.caseReference(), "document", "Document withdrawn: " + document.category().title(),
                document.name() + "\n" + reason);
        audit.record(new AuditEntry(document.caseReference().value(), "document.withdrawn",
                Long.toString(document.id()), Map.of("category", document.category().name()), reason, null));
    }
}
