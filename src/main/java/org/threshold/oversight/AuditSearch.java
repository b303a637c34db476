package org.threshold.oversight;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditCheck;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditPosition;
import org.threshold.audit.AuditQuestion;
import org.threshold.audit.AuditReader;
import org.threshold.audit.AuditReader.Page;
import org.threshold.audit.AuditTrail;
import org.threshold.audit.Sha256;

/**
 * Searches the whole audit and takes it out as a file. Cases that are hidden from whoever asks are not in it. That it
 * was searched, and by which parts, is audited itself; so is each file, with its hash.
 */
@Service
public class AuditSearch {

    private final AuditReader audit;
    private final ShownEntries shown;
    private final AuditTrail trail;

    AuditSearch(AuditReader audit, ShownEntries shown, AuditTrail trail) {
        this.audit = audit;
        this.shown = shown;
        this.trail = trail;
    }

    /** Keeps that a search was made, and by which parts; what was typed is not kept, but a case and a person are. */
    @Needs(Permission.SEARCH_AUDIT)
    @Transactional
    public void asked(AuditQuestion question) {
        trail.record(new AuditEntry(null, "audit.searched", parts(question), about(question), null, null));
    }

    /** @param before where the page before ended; null for the newest */
    @Needs(Permission.SEARCH_AUDIT)
    @Transactional(readOnly = true)
    public Page find(AuditQuestion question, AuditPosition before, int many) {
        return shown.of(audit.find(question, before, many));
    }

    /** The newest nightly check of the audit; empty where there was none yet. */
    @Needs(Permission.SEARCH_AUDIT)
    public Optional<AuditCheck> latestCheck() {
        return audit.latestCheck();
    }

    /**
     * Writes everything that answers the question as CSV, a portion at a time, so that neither the memory nor the time
     * that the database is held grows with it. Call it outside a transaction.
     *
     * @throws IOException when whoever takes it hangs up; what was written until then is audited
     */
    @Needs(Permission.EXPORT_AUDIT)
    public void export(AuditQuestion question, OutputStream out) throws IOException {
        DigestOutputStream hashed = new DigestOutputStream(out, Sha256.digest());
        AuditFile file = new AuditFile(hashed);
        boolean whole = false;
        try {
            Page page = shown.of(audit.find(question, null, AuditFile.ROWS_AT_ONCE));
            file.add(page.entries());
            while (page.next() != null) {
                page = shown.of(audit.find(question, page.next(), AuditFile.ROWS_AT_ONCE));
                file.add(page.entries());
            }
            file.end();
            whole = true;
        } finally {
            Map<String, String> details = new TreeMap<>(about(question));
            details.putAll(Map.of("rows", String.valueOf(file.rows()), "whole", String.valueOf(whole), "sha256",
                    HexFormat.of().formatHex(hashed.getMessageDigest().digest())));
            trail.record(new AuditEntry(null, "audit.exported", parts(question), details, null, null));
        }
    }

    private static String parts(AuditQuestion question) {
        List<String> parts = new ArrayList<>();
        add(parts, question.who() != null, "person");
        add(parts, question.caseReference() != null, "case");
        add(parts, question.from() != null || question.until() != null, "period");
        add(parts, question.reason() != null, "reason");
        add(parts, question.strangersOnly(), "nothing to do with the case");
        parts.add("kind " + question.kind().name());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, boolean asked, String name) {
        if (asked) {
            parts.add(name);
        }
    }

    private static Map<String, String> about(AuditQuestion question) {
        Map<String, String> about = new TreeMap<>();
        if (question.who() != null) {
            about.put("person", question.who());
        }
        if (question.caseReference() != null) {
            about.put("case", question.caseReference());
        }
        return about;
    }
}
