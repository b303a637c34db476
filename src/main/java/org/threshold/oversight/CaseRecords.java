package org.threshold.oversight;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditKind;
import org.threshold.audit.AuditPosition;
import org.threshold.audit.AuditQuestion;
import org.threshold.audit.AuditReader;
import org.threshold.audit.AuditReader.Page;
import org.threshold.audit.AuditRecord;
import org.threshold.audit.CaseUse;
import org.threshold.casefile.CaseReference;

/** Who looked at a case and who did what on it, for those who may know. */
@Service
@Transactional(readOnly = true)
public class CaseRecords {

    public static final int MOST_VIEWS = 50;

    private final AuditReader audit;
    private final ShownEntries shown;

    CaseRecords(AuditReader audit, ShownEntries shown) {
        this.audit = audit;
        this.shown = shown;
    }

    /** One line for each person, whoever did something last first. */
    @Needs(Permission.VIEW_CASE_RECORD)
    public List<CaseUse> people(CaseReference reference) {
        return audit.useOf(reference.value());
    }

    /** Who looked at a document of the case or took its file, newest first; at most {@link #MOST_VIEWS}. */
    @Needs(Permission.VIEW_CASE_RECORD)
    public List<AuditRecord> viewsOfDocument(CaseReference reference, long document) {
        return audit.viewsOf(reference.value(), List.of("document.viewed", "documentFile.viewed"),
                Long.toString(document), MOST_VIEWS);
    }

    /**
     * The entries, newest first; those of whoever asked for the case while it was not there for them too.
     *
     * @param who           only of this person; null for everybody
     * @param strangersOnly only of people who had nothing to do with the case at that moment
     * @param before        where the page before ended; null for the newest
     */
    @Needs(Permission.VIEW_CASE_RECORD)
    public Page entries(CaseReference reference, AuditKind kind, String who, boolean strangersOnly,
                        AuditPosition before, int many) {
        return shown.of(audit.find(new AuditQuestion(who, reference.value(), kind, null, null, null, strangersOnly),
                before, many));
    }
}
