package org.threshold.board.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.threshold.board.FlowAnswer;
import org.threshold.board.FlowBands;
import org.threshold.chart.Point;
import org.threshold.chart.Series;
import org.threshold.chart.StackedArea;

/** The cumulative flow. */
final class FlowBandsSection {

    private static final double AGREES_FROM = 0.9;
    private static final double AGREES_TO = 1.1;

    private FlowBandsSection() {
    }

    static FlowSection of(FlowAnswer answer) {
        FlowUnit unit = FlowUnit.of(answer.filter());
        List<String> summary = List.of(message(answer, unit), consistency(answer, unit));
        FlowTable table = table(answer.bands(), unit);
        return new FlowSection("flow", "How much came, and how much is open", summary,
                svg(answer, unit, summary.get(0)), table, table, footnotes(answer));
    }

    private static String message(FlowAnswer answer, FlowUnit unit) {
        FlowBands bands = answer.bands();
        long more = bands.came() - bands.gone();
        String change = more == 0 ? "as many" : FlowWords.number(Math.abs(more)) + (more > 0 ? " more" : " fewer");
        return "Since " + FlowWords.day(answer.from()) + ", " + unit.count(bands.came()) + " " + unit.cameWord()
                + " and " + FlowWords.number(bands.gone()) + " ended: " + FlowWords.number(bands.openNow())
                + " are open now, " + change + (more == 0 ? " as" : " than") + " at the beginning.";
    }

    private static String consistency(FlowAnswer answer, FlowUnit unit) {
        double ratio = answer.consistency();
        if (Double.isNaN(ratio)) {
            return "Too little came or ended to check the numbers against each other.";
        }
        String numbers = "On average " + FlowWords.number(answer.bands().meanOpen()) + " were open, "
                + FlowWords.number(answer.bands().cameADay() * 7) + " " + unit.cameWord() + " a week and those that"
                + " ended had taken " + FlowWords.number(answer.times().summary().mean()) + " days on average. ";
        boolean agree = ratio >= AGREES_FROM && ratio <= AGREES_TO;
        return numbers + (agree ? "These agree with each other, as in a steady flow (Little’s law)."
                : String.format(Locale.UK, "In a steady flow these would agree (Little’s law). They do not, by a factor"
                + " of %.2f: the flow is growing or shrinking, or the old ones are still open. Do not use them to"
                + " look ahead.", ratio));
    }

    private static String svg(FlowAnswer answer, FlowUnit unit, String message) {
        FlowBands bands = answer.bands();
        List<Series> series = new ArrayList<>();
        for (int stage = unit.stages().size() - 1; stage >= 0; stage--) {
            int at = stage;
            series.add(new Series(unit.stages().get(stage), IntStream.range(0, bands.days().size())
                    .mapToObj(day -> new Point(FlowWords.shortDay(bands.days().get(day)), bands.at(at, day)))
                    .toList()));
        }
        return new StackedArea("Cumulative flow of " + unit.many(), message, series, unit.title()).svg();
    }

    private static FlowTable table(FlowBands bands, FlowUnit unit) {
        List<String> headings = new ArrayList<>(List.of("End of"));
        headings.addAll(unit.stages());
        headings.add("Open in all");
        List<List<Object>> rows = IntStream.range(0, bands.days().size()).mapToObj(day -> {
            List<Object> row = new ArrayList<>(List.of(bands.days().get(day)));
            IntStream.range(0, unit.stages().size()).forEach(stage -> row.add(bands.at(stage, day)));
            row.add(bands.open(day));
            return row;
        }).toList();
        return new FlowTable("How many stood at each stage, week by week", headings, rows);
    }

    private static List<String> footnotes(FlowAnswer answer) {
        String stage = answer.filter().ofSteps() ? "A step that is gone back to is another step."
                : "A case stands at the furthest duty that it has reached; cases made in error or twice are left out.";
        return List.of("The height of a band is how many are in it; the steeper the upper edge, the more come."
                + " What had ended before the period is left out.", stage);
    }
}
