package org.threshold.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the references of hidden cases out of entries. What somebody asked for and did not find stays as they typed it:
 * there a case that is hidden and one that never was must look the same.
 */
final class Unnamed {

    private static final Pattern REFERENCE = Pattern.compile("\\bTH-[0-9]{6,9}-[A-Z]\\b");
    private static final Pattern SHOWN = Pattern.compile("(\"" + AuditEntry.SHOWN + "\": ?\")([^\"]*)(\")");
    private static final Set<String> AS_ASKED = Set.of("case.notFound", "emergency.refused", "emergency.slowedDown",
            "audit.searched", "audit.exported");
    private static final String A_CASE = "a case";

    private Unnamed() {
    }

    static List<AuditRecord> of(List<AuditRecord> entries, HiddenCases hidden) {
        Set<String> named = new HashSet<>();
        entries.forEach(entry -> named.addAll(references(entry)));
        Set<String> taken = hidden.among(named);
        return taken.isEmpty() ? entries : entries.stream().map(entry -> without(entry, taken)).toList();
    }

    private static List<String> references(AuditRecord entry) {
        List<String> found = new ArrayList<>();
        for (String text : Arrays.asList(entry.subject(), entry.details(), entry.reason())) {
            Matcher reference = REFERENCE.matcher(text == null ? "" : text);
            while (reference.find()) {
                found.add(reference.group());
            }
        }
        return found;
    }

    private static AuditRecord without(AuditRecord entry, Set<String> hidden) {
        if (AS_ASKED.contains(entry.action())) {
            return entry;
        }
        UnaryOperator<String> clean = text -> text == null ? null : REFERENCE.matcher(text).replaceAll(
                reference -> hidden.contains(reference.group()) ? A_CASE : reference.group());
        return new AuditRecord(entry.caseReference(), entry.sequence(), entry.at(), entry.who(), entry.via(),
                entry.address(), entry.action(), clean.apply(entry.subject()),
                clean.apply(shown(entry.details(), hidden)), clean.apply(entry.reason()), entry.provision());
    }

    /** Of the cases that a search showed, only the others: how many there were is not told either. */
    private static String shown(String details, Set<String> hidden) {
        return SHOWN.matcher(details).replaceAll(list -> list.group(1) + Arrays.stream(list.group(2).split(" "))
                .filter(reference -> !hidden.contains(reference)).collect(Collectors.joining(" ")) + list.group(3));
    }
}
