package org.threshold.board.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.threshold.board.FlowAnswer;
import org.threshold.board.FlowMonths;
import org.threshold.chart.LineChart;
import org.threshold.chart.Point;
import org.threshold.chart.Series;
import org.threshold.statistics.Direction;
import org.threshold.statistics.Signal;
import org.threshold.statistics.Xmr;

/** Whether a month differs: arrivals and ends, each with control limits. */
final class FlowMonthsSection {

    private FlowMonthsSection() {
    }

    static FlowSection arrivals(FlowAnswer answer) {
        return of("arrivals", FlowUnit.of(answer.filter()).arrivals(), answer.arrivals());
    }

    static FlowSection ends(FlowAnswer answer) {
        return of("ends", FlowUnit.of(answer.filter()).title() + " ended a month", answer.ends());
    }

    private static FlowSection of(String key, String heading, FlowMonths months) {
        List<String> summary = summary(months);
        FlowTable table = table(heading, months);
        return new FlowSection(key, heading, summary, months.xmr() == null ? "" : svg(heading, months, summary.get(0)),
                table, table, months.xmr() == null ? List.of() : List.of(months.xmr().limitsInWords(),
                "Neither more nor fewer is better in itself. Only full months are shown."));
    }

    private static List<String> summary(FlowMonths months) {
        Xmr xmr = months.xmr();
        if (xmr == null) {
            return List.of("There is no full month with any yet.");
        }
        int last = months.months().size() - 1;
        List<String> sentences = new ArrayList<>();
        sentences.add(FlowWords.month(months.months().get(last)) + " had " + FlowWords.number(months.counts()[last])
                + ", " + xmr.variation(Direction.NEITHER).words() + ". The average of " + (last + 1)
                + (last == 0 ? " month is " : " months is ") + FlowWords.number(xmr.mean()) + "; from "
                + FlowWords.number(Math.max(0, xmr.lower())) + " to " + FlowWords.number(xmr.upper()) + " is usual.");
        List<String> signals = IntStream.rangeClosed(0, last).filter(i -> xmr.signals().get(i) != Signal.NONE)
                .mapToObj(i -> FlowWords.month(months.months().get(i))).toList();
        sentences.add(signals.isEmpty() ? "No month differs by more than the usual variation."
                : (signals.size() == 1 ? "This month differs" : "These months differ")
                        + " by more than the usual variation: " + String.join(", ", signals) + ".");
        return sentences;
    }

    private static String svg(String heading, FlowMonths months, String message) {
        List<Point> points = IntStream.range(0, months.counts().length)
                .mapToObj(i -> new Point(FlowWords.shortMonth(months.months().get(i)), months.counts()[i])).toList();
        return new LineChart(heading + ", with limits", message, List.of(new Series(heading, points)), heading)
                .withLimits(months.xmr(), Direction.NEITHER).svg();
    }

    private static FlowTable table(String heading, FlowMonths months) {
        List<List<Object>> rows = IntStream.range(0, months.counts().length)
                .mapToObj(i -> FlowTable.row(FlowWords.month(months.months().get(i)), months.counts()[i],
                        months.xmr().signals().get(i).words())).toList();
        return new FlowTable(heading, List.of("Month", "Number", "Reading"), rows);
    }
}
