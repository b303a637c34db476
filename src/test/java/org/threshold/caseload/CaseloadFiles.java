package org.threshold.caseload;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Files of made-up households, written row by row. */
public final class CaseloadFiles {

    private final Map<Sheet, List<Map<String, String>>> rows = new EnumMap<>(Sheet.class);
    private final String team;
    private final LocalDate today;

    public CaseloadFiles(String team, LocalDate today) {
        this.team = team;
        this.today = today;
    }

    /** A household that came the given number of days ago; headings and values in turn say what differs. */
    public CaseloadFiles household(String reference, int daysAgo, String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("opened_on", daysAgo(daysAgo));
        row.put("channel", "PHONE");
        row.put("team", team);
        row.put("reason", "Asked to leave by family");
        row.put("application_taken", "yes");
        row.put("first_names", "Jordan");
        row.put("last_name", "Example " + reference);
        row.put("date_of_birth", "1990-05-17");
        return row(Sheet.CASES, reference, row, more);
    }

    public CaseloadFiles duty(String reference, String kind, int startedDaysAgo, String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("duty", kind);
        row.put("started_on", daysAgo(startedDaysAgo));
        return row(Sheet.DUTIES, reference, row, more);
    }

    public CaseloadFiles ended(String reference, String kind, int startedDaysAgo, int endedDaysAgo, String reason) {
        return duty(reference, kind, startedDaysAgo, "ended_on", daysAgo(endedDaysAgo), "end_reason", reason);
    }

    public CaseloadFiles decision(String reference, String outcome, int daysAgo, String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("outcome", outcome);
        row.put("notified_on", daysAgo(daysAgo));
        row.put("decided_by", "A. Former Officer");
        row.put("reasons", "For the reasons found");
        return row(Sheet.DECISIONS, reference, row, more);
    }

    /** Needs plan_given_on and plan_review_on with the household. */
    public CaseloadFiles step(String reference, String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("who", "COUNCIL");
        row.put("kind", "MANDATORY");
        row.put("what", "Ring the landlord");
        row.put("by", today.plusDays(7).toString());
        row.put("agreed", "yes");
        return row(Sheet.PLAN_STEPS, reference, row, more);
    }

    public CaseloadFiles note(String reference, int daysAgo, String author, String text) {
        return row(Sheet.NOTES, reference, new LinkedHashMap<>(), "written_on", daysAgo(daysAgo), "author", author,
                "text", text);
    }

    public CaseloadFiles person(String reference, String relationship, String name, String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("relationship", relationship);
        row.put("first_names", name);
        row.put("last_name", "Example");
        row.put("date_of_birth", "2019-02-03");
        return row(Sheet.PEOPLE, reference, row, more);
    }

    public CaseloadFiles review(String reference, String matter, int notifiedDaysAgo, int askedDaysAgo,
                                String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("matter", matter);
        row.put("decision_notified_on", daysAgo(notifiedDaysAgo));
        row.put("decided_by", "A. Former Officer");
        row.put("requested_on", daysAgo(askedDaysAgo));
        row.put("received_how", "LETTER");
        row.put("what_they_say", "You did not ask my doctor");
        return row(Sheet.REVIEWS, reference, row, more);
    }

    /** A self-contained flat of the council's own district, charged by the night; headings and values say what differs. */
    public CaseloadFiles unit(String name, String district, String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("unit", name);
        row.put("address", "1 Testing Road, Exampleton");
        row.put("postcode", "AA1 1AA");
        row.put("district", district);
        row.put("provider", "Example Lettings");
        row.put("kind", "NIGHTLY_PAID");
        row.put("run_by", "PRIVATE");
        row.put("private_dwelling", "no");
        row.put("self_contained", "yes");
        row.put("cooking", "OWN");
        row.put("toilet", "OWN");
        row.put("washing", "OWN");
        row.put("bedrooms", "2");
        row.put("holds", "4");
        row.put("charged_by", "NIGHT");
        row.put("eligible", "45.50");
        row.put("ineligible", "4.00");
        return row(Sheet.UNITS, null, row, more);
    }

    public CaseloadFiles placement(String reference, String unit, int startedDaysAgo, String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("unit", unit);
        row.put("function", "INTERIM");
        row.put("started_on", daysAgo(startedDaysAgo));
        return row(Sheet.PLACEMENTS, reference, row, more);
    }

    public CaseloadFiles claim(String reference, String claimReference, int madeDaysAgo, String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("kind", "NEW_CLAIM");
        row.put("claim_reference", claimReference);
        row.put("made_on", daysAgo(madeDaysAgo));
        return row(Sheet.CLAIMS, reference, row, more);
    }

    public CaseloadFiles balance(String reference, String pounds, int asAtDaysAgo, String... more) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("as_at", daysAgo(asAtDaysAgo));
        row.put("balance", pounds);
        return row(Sheet.BALANCES, reference, row, more);
    }

    /** A plan that was given when the duty started and is to be reviewed in four weeks. */
    public static String[] planned(LocalDate today, int givenDaysAgo, String... more) {
        List<String> all = new ArrayList<>(List.of("plan_given_on", today.minusDays(givenDaysAgo).toString(),
                "plan_review_on", today.plusDays(28).toString()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private CaseloadFiles row(Sheet sheet, String reference, Map<String, String> row, String... more) {
        Map<String, String> all = new LinkedHashMap<>();
        if (reference != null) {
            all.put(Sheet.REFERENCE, reference);
        }
        all.putAll(row);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        rows.computeIfAbsent(sheet, none -> new ArrayList<>()).add(all);
        return this;
    }

    String daysAgo(int days) {
        return today.minusDays(days).toString();
    }

    public Map<Sheet, byte[]> bytes() {
        Map<Sheet, byte[]> files = new EnumMap<>(Sheet.class);
        rows.forEach((sheet, of) -> files.put(sheet, csv(sheet, of).getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    /** With every heading of the sheet, as a council would fill in the template. */
    private static String csv(Sheet sheet, List<Map<String, String>> rows) {
        List<String> headings = sheet.columns().stream().map(Column::heading).toList();
        StringBuilder text = new StringBuilder(String.join(",", headings)).append("\r\n");
        for (Map<String, String> row : rows) {
            text.append(headings.stream().map(heading -> quoted(row.getOrDefault(heading, "")))
                    .collect(Collectors.joining(","))).append("\r\n");
        }
        return text.toString();
    }

    private static String quoted(String value) {
        return value.matches("[^\",\\r\\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
