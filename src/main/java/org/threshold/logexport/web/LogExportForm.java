package org.threshold.logexport.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.threshold.logexport.Alike;
import org.threshold.logexport.LogQuestion;

/**
 * What was typed, what is wrong with it, and what it asks for.
 *
 * @param typed    by the names of the fields
 * @param problems sentences, by the names of the fields
 * @param question null while something is wrong
 */
record LogExportForm(Map<String, String> typed, Map<String, String> problems, LogQuestion question) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    /** The year up to today, by the strictest rule. */
    static LogExportForm empty(LocalDate today) {
        return new LogExportForm(Map.of("first", today.minusYears(1).plusDays(1).toString(), "last", today.toString(),
                "alike", Alike.values()[0].name()), Map.of(), null);
    }

    static LogExportForm of(String first, String last, String alike) {
        Map<String, String> problems = new LinkedHashMap<>();
        LocalDate from = day(first, "first", problems);
        LocalDate until = day(last, "last", problems);
        Alike rule = rule(alike, problems);
        if (from != null && until != null && until.isBefore(from)) {
            problems.put("last", "The last day must not be before the first day");
        }
        return new LogExportForm(Map.of("first", first, "last", last, "alike", alike), problems,
                problems.isEmpty() ? new LogQuestion(from, until, rule) : null);
    }

    public String text(String name) {
        return typed.getOrDefault(name, "");
    }

    public String problem(String name) {
        return problems.get(name);
    }

    private static LocalDate day(String text, String name, Map<String, String> problems) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // Said below, as for a year that cannot be meant.
        }
        problems.put(name, "Enter a real date, such as 2027-03-27");
        return null;
    }

    private static Alike rule(String text, Map<String, String> problems) {
        for (Alike rule : Alike.values()) {
            if (rule.name().equals(text)) {
                return rule;
            }
        }
        problems.put("alike", "Select what cases must have in common");
        return null;
    }
}
