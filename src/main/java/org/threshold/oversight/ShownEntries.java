package org.threshold.oversight;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditReader.Page;
import org.threshold.audit.AuditRecord;
import org.threshold.casefile.HiddenReferences;

/**
 * Entries as whoever reads them may see them: without the references of cases that are hidden from them. What somebody
 * asked for and did not find stays as they typed it, hidden or never there.
 */
@Component
class ShownEntries {

    private static final Set<String> AS_ASKED = Set.of("case.notFound", "emergency.refused", "emergency.slowedDown",
            "audit.searched", "audit.exported");
    private static final Pattern CASES = Pattern.compile("(\"" + AuditEntry.SHOWN + "\": ?\")([^\"]*)(\")");
    private static final Pattern BETWEEN = Pattern.compile(" (?=TH-|\\[)");

    private final HiddenReferences hidden;

    ShownEntries(HiddenReferences hidden) {
        this.hidden = hidden;
    }

    Page of(Page page) {
        UnaryOperator<String> shown = hidden.in(page.entries().stream()
                .flatMap(entry -> Stream.of(entry.subject(), entry.details(), String.valueOf(entry.reason()))).toList());
        return new Page(page.entries().stream().map(entry -> AS_ASKED.contains(entry.action()) ? entry
                : without(entry, shown)).toList(), page.next());
    }

    private static AuditRecord without(AuditRecord entry, UnaryOperator<String> shown) {
        return new AuditRecord(entry.caseReference(), entry.sequence(), entry.at(), entry.who(), entry.via(),
                entry.address(), entry.action(), shown.apply(entry.subject()), list(shown.apply(entry.details())),
                shown.apply(entry.reason()), entry.provision());
    }

    /** Of the cases that a search showed, only the others: how many there were is not told either. */
    private static String list(String details) {
        return CASES.matcher(details).replaceAll(list -> list.group(1) + BETWEEN.splitAsStream(list.group(2))
                .filter(reference -> !reference.equals(HiddenReferences.INSTEAD)).collect(Collectors.joining(" "))
                + list.group(3));
    }
}
