package org.threshold.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.document.FileCheck.Checked;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** Takes documents in, and withdraws those that were taken in wrongly. */
@Service
@EnableConfigurationProperties(DocumentSettings.class)
@Needs(Permission.RECORD_CONTACT)
public class DocumentIntake {

    public static final int LONGEST_REASON = 1000;

    private final FileCheck check;
    private final VirusScan scan;
    private final DocumentKeeping keeping;
    private final Documents documents;
    private final CaseDetails cases;
    private final Worklist worklist;
    private final DocumentSettings settings;
    private final Clock clock;

    DocumentIntake(FileCheck check, VirusScan scan, DocumentKeeping keeping, Documents documents, CaseDetails cases,
                   Worklist worklist, DocumentSettings settings, Clock clock) {
        this.check = check;
        this.scan = scan;
        this.keeping = keeping;
        this.documents = documents;
        this.cases = cases;
        this.worklist = worklist;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The file is looked at and scanned before anything is written, so that no row waits for the scanner.
     *
     * @return the document's id
     * @throws DocumentRefused in the officer's words; {@link AlreadyThere} when the case has the very same file
     */
    public long add(CaseReference reference, NewDocument facts, SentFile file) {
        requireTrue(reference, facts);
        requireSize(file);
        Checked checked = check.check(file.content());
        return keeping.keep(reference, facts, file, checked, scan.scan(file.content()), step(reference, facts));
    }

    private void requireTrue(CaseReference reference, NewDocument facts) {
        if (facts.about() != null && cases.of(reference).household().stream()
                .noneMatch(member -> member.id() == facts.about())) {
            throw new DocumentRefused("Select somebody of this household.");
        }
        if (facts.datedOn() != null && facts.datedOn().isAfter(LocalDate.now(clock))) {
            throw new DocumentRefused("The date on the document must be today or earlier.");
        }
        if (facts.datedOn() != null && facts.expiresOn() != null && facts.expiresOn().isBefore(facts.datedOn())) {
            throw new DocumentRefused("The document cannot expire before the date that it bears.");
        }
    }

    private void requireSize(SentFile file) {
        if (file.size() == 0) {
            throw new DocumentRefused("The file is empty. Choose another one.");
        }
        if (file.size() > settings.largest().toBytes() || file.size() != file.content().length) {
            throw new DocumentRefused("The file has " + DocumentSettings.inWords(file.size()) + ". It must be "
                    + settings.largestInWords() + " or smaller. Take the picture in a lower quality, or split the PDF.");
        }
    }

    /** Empty also where the step has ended in the meantime: the document stays one of the case. */
    private Optional<OpenStep> step(CaseReference reference, NewDocument facts) {
        return facts.stepId() == null ? Optional.empty() : worklist.openStepsOf(reference).stream()
                .filter(step -> step.stepId().equals(facts.stepId())).findFirst();
    }

    /**
     * A wrong upload: it is kept, and no longer shown but to those who may see who looked at the case.
     *
     * @throws NoSuchElementException when the case has no such document
     * @throws DocumentRefused        when it was withdrawn before
     */
    public void withdraw(CaseReference reference, long id, String reason) {
        DocumentOfCase document = documents.find(reference, id)
                .orElseThrow(() -> new NoSuchElementException("There is no such document"));
        keeping.withdraw(document, reason);
    }
}
