package org.threshold.casefile;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.store.NoteStore;

/** What officers write on a case. Notes are only added; the database itself refuses to change or delete one. */
@Service
public class CaseNotes {

    private final NoteStore notes;
    private final CaseFiles files;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final HiddenReferences hidden;
    private final Clock clock;

    CaseNotes(NoteStore notes, CaseFiles files, Timeline timeline, AuditTrail audit,
              CurrentOfficer officer, HiddenReferences hidden,
              Clock clock) {
        this.notes = notes;
        this.files = files;
        this.timeline = timeline;
        this.audit = audit;
        this.officer = officer;
        this.hidden = hidden;
        this.clock = clock;
    }

    /** @return the new note's id */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public long add(CaseReference reference, String text) {
        return write(reference, text, null);
    }

    /**
     * Corrects a note by a new one; the old one stays, marked as corrected.
     *
     * @param corrects id of a note of the same case
     * @throws UnknownCase when the case has no such note
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public long correct(CaseReference reference, long corrects, String text) {
        if (!notes.exists(reference, corrects)) {
            throw new UnknownCase(reference.value());
        }
        return write(reference, text, corrects);
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Note> of(CaseReference reference) {
        List<Note> all = notes.of(reference);
        UnaryOperator<String> shown = hidden.in(all.stream().map(Note::text).toList());
        return all.stream().map(note -> note.withText(shown.apply(note.text()))).toList();
    }

    private long write(CaseReference reference, String text, Long corrects) {
        files.summary(reference);
        String kept = Texts.required(text, Note.LONGEST, "A note");
        long id = notes.insert(reference, clock.instant(), officer.get().username(), kept, corrects);
        timeline.add(reference, "note", corrects == null ? "Note added" : "Note corrected", kept);
        audit.record(AuditEntry.of(reference.value(), corrects == null ? "note.added" : "note.corrected",
                "note " + id));
        return id;
    }
}
