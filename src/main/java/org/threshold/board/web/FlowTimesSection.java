package org.threshold.board.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.threshold.board.FlowAnswer;
import org.threshold.board.FlowEnd;
import org.threshold.board.FlowTimes;
import org.threshold.chart.Scatter;
import org.threshold.statistics.Summary;

/** How long it took, by the day on which it ended. */
final class FlowTimesSection {

    private static final int MOST_DOTS = 1200;

    private FlowTimesSection() {
    }

    static FlowSection of(FlowAnswer answer) {
        FlowUnit unit = FlowUnit.of(answer.filter());
        FlowTimes times = answer.times();
        List<String> summary = summary(times, unit);
        FlowTable each = new FlowTable("", List.of("Ended on", "Days"),
                times.ended().stream().map(end -> FlowTable.row(end.day(), end.days())).toList());
        String svg = times.ended().isEmpty() ? "" : svg(times, unit, summary.get(0));
        return new FlowSection("times", "How long it took", summary, svg, table(times), each, footnotes(times, unit));
    }

    private static List<String> summary(FlowTimes times, FlowUnit unit) {
        Summary all = times.summary();
        if (all.n() == 0) {
            return List.of("No " + unit.one() + " ended in this period.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("Of " + unit.count(all.n()) + " that ended, half took " + FlowWords.number(all.p50())
                + " days or less and 85 of 100 took " + FlowWords.number(all.p85()) + " days or less. The mean is "
                + FlowWords.number(all.mean()) + " days, the longest took " + FlowWords.number(all.max()) + ".");
        List<FlowEnd> rolling = times.rolling();
        if (rolling.size() > 1) {
            FlowEnd first = rolling.get(0);
            FlowEnd last = rolling.get(rolling.size() - 1);
            sentences.add("In the 13 weeks to " + FlowWords.day(last.day()) + " 85 of 100 took "
                    + FlowWords.number(last.days()) + " days or less; in those to " + FlowWords.day(first.day())
                    + " it was " + FlowWords.number(first.days()) + ".");
        }
        return sentences;
    }

    private static String svg(FlowTimes times, FlowUnit unit, String message) {
        return new Scatter("Days that " + unit.many() + " took, by the day on which they ended", message,
                times.sample(MOST_DOTS).stream().map(end -> new Scatter.Dot(end.day(), end.days())).toList(),
                "A " + unit.one() + " that ended",
                times.rolling().stream().map(end -> new Scatter.Dot(end.day(), end.days())).toList(),
                "85 of 100 took no longer (13 weeks)", "Days").svg();
    }

    private static FlowTable table(FlowTimes times) {
        Map<YearMonth, List<FlowEnd>> months = times.ended().stream()
                .collect(Collectors.groupingBy(end -> YearMonth.from(end.day()), TreeMap::new, Collectors.toList()));
        List<List<Object>> rows = months.entrySet().stream().map(month -> {
            Summary of = Summary.of(month.getValue().stream().mapToDouble(FlowEnd::days).toArray());
            return FlowTable.row(FlowWords.month(month.getKey()), of.n(), of.p50(), of.p85(), of.mean(), of.max());
        }).toList();
        return new FlowTable("Days taken, by the month in which they ended",
                List.of("Month", "Ended (n)", "Half within", "85 of 100 within", "Mean", "Longest"), rows);
    }

    private static List<String> footnotes(FlowTimes times, FlowUnit unit) {
        List<String> notes = new ArrayList<>();
        notes.add("Calendar days from beginning to end. Those still open are not in it: how long they will take is not"
                + " known.");
        if (times.ended().size() > MOST_DOTS) {
            notes.add("The picture shows an even sample of " + FlowWords.number(times.sample(MOST_DOTS).size()) + " "
                    + unit.many() + "; the line and all numbers are made of every one.");
        }
        return notes;
    }
}
