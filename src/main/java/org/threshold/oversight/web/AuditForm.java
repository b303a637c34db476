package org.threshold.oversight.web;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.threshold.audit.AuditKind;
import org.threshold.audit.AuditQuestion;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.MistypedReference;

/**
 * What was typed into the search of the audit, what is wrong with it, and the question that it asks.
 *
 * @param typed    by the names of the fields
 * @param problems sentences, by the names of the fields
 * @param question null while something is wrong
 */
record AuditForm(Map<String, String> typed, Map<String, String> problems, AuditQuestion question)
        implements Serializable {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int LONGEST = 200;
    private static final int DAYS = 30;

    static AuditForm empty(LocalDate today) {
        return new AuditForm(Map.of("from", today.minusDays(DAYS).toString(), "until", today.toString(), "kind",
                AuditKind.EVERYTHING.name()), Map.of(), null);
    }

    static AuditForm of(MultiValueMap<String, String> posted) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String name : new String[] {"who", "case", "kind", "from", "until", "reason", "strangers"}) {
            String value = posted.getFirst(name);
            typed.put(name, value == null ? "" : value.replace("\0", "").strip());
        }
        Map<String, String> problems = new LinkedHashMap<>();
        AuditQuestion question = new AuditQuestion(who(typed, problems), reference(typed, problems),
                kind(typed, problems), day(typed, problems, "from", 0), day(typed, problems, "until", 1),
                reason(typed, problems), typed.get("strangers").equals("yes"));
        if (question.from() != null && question.until() != null && !question.from().isBefore(question.until())) {
            problems.put("until", "The last day must not be before the first day");
        }
        return new AuditForm(new LinkedHashMap<>(typed), problems, problems.isEmpty() ? question : null);
    }

    public String text(String name) {
        return typed.getOrDefault(name, "");
    }

    public String problem(String name) {
        return problems.get(name);
    }

    private static String who(Map<String, String> typed, Map<String, String> problems) {
        String who = typed.get("who").toLowerCase(Locale.ROOT);
        if (who.length() > LONGEST) {
            problems.put("who", "A username has " + LONGEST + " characters or fewer");
        }
        return who.isEmpty() ? null : who;
    }

    private static String reference(Map<String, String> typed, Map<String, String> problems) {
        if (typed.get("case").isEmpty()) {
            return null;
        }
        try {
            return CaseReferences.parse(typed.get("case")).value();
        } catch (MistypedReference mistyped) {
            problems.put("case", mistyped.getMessage());
            return null;
        }
    }

    private static AuditKind kind(Map<String, String> typed, Map<String, String> problems) {
        return Arrays.stream(AuditKind.values()).filter(kind -> kind.name().equals(typed.get("kind"))).findFirst()
                .orElseGet(() -> {
                    problems.put("kind", "Select what was done");
                    return AuditKind.EVERYTHING;
                });
    }

    private static Instant day(Map<String, String> typed, Map<String, String> problems, String name, int after) {
        if (typed.get(name).isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.get(name));
            if (day.getYear() < 2000 || day.getYear() > 2200) {
                throw new DateTimeException("far away");
            }
            return day.plusDays(after).atStartOfDay(LONDON).toInstant();
        } catch (DateTimeException unreadable) {
            problems.put(name, "Enter a real date, such as 2027-03-27");
            return null;
        }
    }

    private static String reason(Map<String, String> typed, Map<String, String> problems) {
        String reason = typed.get("reason");
        if (reason.length() > LONGEST) {
            problems.put("reason", "Enter " + LONGEST + " characters or fewer of the reason");
        }
        return reason.isEmpty() ? null : reason;
    }
}
