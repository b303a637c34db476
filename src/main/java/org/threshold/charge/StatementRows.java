package org.threshold.charge;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Words;

/**
 * Makes the rows that people read from the lines of an account: the nights of a benefit week (Monday to Sunday) at one
 * rate are one row, dated by the last of them; every other line is a row of its own. Nothing is left out and nothing is
 * rounded, so the rows sum to the lines.
 */
final class StatementRows {

    /** Nights that are read together. A reversal stands apart from what it takes back, with its reason. */
    private record Together(LocalDate monday, boolean reversal, boolean takenBack, Rate.Per per, int rate,
                            String reason) {
    }

    private StatementRows() {
    }

    /** @param lines in the order of the account */
    static List<Statement.Row> of(List<Line> lines, long broughtForward) {
        Map<Object, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            groups.computeIfAbsent(line.isNight() ? together(line) : line.id(), none -> new ArrayList<>()).add(line);
        }
        List<List<Line>> inOrder = groups.values().stream().sorted(Comparator.comparing((List<Line> group) ->
                last(group).onDay()).thenComparing(group -> last(group).id())).toList();
        List<Statement.Row> rows = new ArrayList<>();
        long balance = broughtForward;
        for (List<Line> group : inOrder) {
            long pence = group.stream().mapToLong(Line::pence).sum();
            balance += pence;
            rows.add(row(group, pence, balance));
        }
        return rows;
    }

    private static Together together(Line line) {
        LocalDate monday = line.nightsFrom().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Together(monday, line.reversal(), line.takenBack(), line.per(), line.ratePence(), line.reason());
    }

    private static Line last(List<Line> group) {
        return group.get(group.size() - 1);
    }

    private static Statement.Row row(List<Line> group, long pence, long balance) {
        Line line = last(group);
        boolean night = line.isNight();
        return new Statement.Row(line.onDay(), line.of(), line.reversal(), night ? nights(group) : words(line),
                night ? rate(group) : detail(line), pence, balance, group.size() == 1 ? line.id() : null,
                mayTakeBack(line), line.recordedAt(), line.recordedBy());
    }

    /** Charges follow the placement and benefit its system; neither is taken back by hand. */
    private static boolean mayTakeBack(Line line) {
        return !line.reversal() && !line.takenBack() && line.of() != LineKind.CHARGE && line.of() != LineKind.OPENING
                && line.of() != LineKind.BENEFIT;
    }

    private static String nights(List<Line> group) {
        LocalDate first = group.get(0).nightsFrom();
        LocalDate end = last(group).nightsFrom();
        String which = group.size() == 1 ? "the night of " + Words.day(first)
                : group.size() + " nights from " + Words.day(first) + " to " + Words.day(end);
        return (last(group).reversal() ? "Taken back: charge for " : "Charge for ") + which;
    }

    private static String rate(List<Line> group) {
        Line line = last(group);
        if (line.reversal()) {
            return line.reason();
        }
        long ineligible = group.stream().mapToLong(Line::ineligible).sum();
        return "at " + Words.pounds(line.ratePence()) + " " + line.per().words() + (ineligible == 0 ? ""
                : ", of it " + Words.pounds(ineligible) + " that Housing Benefit cannot cover");
    }

    private static String words(Line line) {
        String said = line.of() == LineKind.OPENING || line.of() == LineKind.PAYMENT ? line.words()
                : line.of().words() + (Objects.equals(line.words(), line.of().words()) ? "" : ": " + line.words());
        return line.reversal() ? "Taken back: " + line.of().words().toLowerCase(Locale.UK) : said;
    }

    private static String detail(Line line) {
        if (line.of() == LineKind.BENEFIT) {
            return "For the nights from " + Words.day(line.nightsFrom()) + " to "
                    + Words.day(line.nightsUntil().minusDays(1)) + (line.reversal() ? ". " + line.reason() : "");
        }
        return line.reason();
    }
}
