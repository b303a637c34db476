package org.threshold.board;

import java.util.List;
import org.threshold.chart.LineChart;
import org.threshold.chart.Point;
import org.threshold.chart.Series;
import org.threshold.chart.Sparkline;
import org.threshold.statistics.Xmr;

/**
 * A measure as the board shows it now.
 *
 * @param target null where there is none
 */
public record Tile(TileMeasure measure, TileStatus status, Target target, Long value, String beside, long n,
                   List<TilePart> parts, List<TilePoint> trend, boolean flow) {

    /** Fewer points say nothing about what is usual. */
    private static final int FEWEST = 4;

    static Tile of(TileMeasure measure, TileFigure figure, Target target) {
        return new Tile(measure, TileStatus.of(figure.value(), target == null ? null : target.value(),
                measure.direction()), target, figure.value(), figure.beside(), figure.n(), figure.parts(),
                figure.trend(), figure.flow());
    }

    /** Such as '1,069' or 'Nothing to measure'. */
    public String shown() {
        return value == null ? "Nothing to measure" : measure.unit().say(value);
    }

    /** The target and how far off it is, in words. */
    public String targetWords() {
        if (target == null) {
            return "No target is set";
        }
        String words = "Target " + measure.unit().say(target.value());
        if (value == null || value.equals(target.value())) {
            return words;
        }
        long gap = value - target.value();
        return words + ", " + measure.unit().say(Math.abs(gap)) + (gap > 0 ? " above it" : " below it");
    }

    /** The first and the last point of the trend in words; empty where the past is not kept. */
    public String trendWords() {
        if (trend.size() < 2) {
            return "";
        }
        TilePoint first = trend.get(0);
        TilePoint last = trend.get(trend.size() - 1);
        return first.label() + ": " + say(first.value()) + ". " + last.label() + ": " + say(last.value()) + ". "
                + usual();
    }

    private String say(double of) {
        return measure.unit().say(Math.round(of));
    }

    /** Whether the last point is unusual: of a flow the point itself, of a stock its change from the one before. */
    private String usual() {
        if (trend.size() < FEWEST) {
            return "";
        }
        Xmr limits = flow ? limits() : Xmr.of(changes(), true);
        if (limits.averageRange() == 0) {
            return "";
        }
        double last = limits.values().get(limits.values().size() - 1);
        boolean outside = last > limits.upper() || last < limits.lower();
        return (flow ? "The last is " : measure.byMonthEnds() ? "The last whole month's change is "
                : "The last change is ") + (outside ? "outside" : "within")
                + (limits.trial() ? " the trial limits, " : " the usual limits, ")
                + say(flow ? Math.max(0, limits.lower()) : limits.lower()) + " to "
                + say(flow ? Math.min(measure.unit().most(), limits.upper()) : limits.upper()) + ".";
    }

    /** Tonight is no end of a month: its change is that of a part of one, and is not held against whole ones. */
    private double[] changes() {
        int points = measure.byMonthEnds() ? trend.size() - 1 : trend.size();
        double[] changes = new double[points - 1];
        for (int at = 1; at < points; at++) {
            changes[at - 1] = trend.get(at).value() - trend.get(at - 1).value();
        }
        return changes;
    }

    private Xmr limits() {
        return Xmr.of(trend.stream().mapToDouble(TilePoint::value).toArray(), true);
    }

    private double line() {
        return target == null || measure.trendInOtherUnit() ? Double.NaN : measure.unit().drawn(target.value());
    }

    private Xmr drawnLimits() {
        return flow && trend.size() >= FEWEST ? Xmr.of(trend.stream().mapToDouble(point -> measure.unit()
                .drawn(point.value())).toArray(), true) : null;
    }

    /** The small line; empty where the past is not kept. */
    public String sparkline() {
        return trend.size() < 2 ? "" : new Sparkline(measure.title() + ", trend", trendWords(),
                trend.stream().map(point -> measure.unit().drawn(point.value())).toList(), line(), drawnLimits(),
                measure.unit().most()).svg();
    }

    /** The whole chart, for the page of the measure. */
    public String chart() {
        if (trend.size() < 2) {
            return "";
        }
        List<Point> points = trend.stream()
                .map(point -> new Point(point.label(), measure.unit().drawn(point.value()))).toList();
        LineChart chart = new LineChart(measure.title() + " over time", trendWords(),
                List.of(new Series(measure.title(), points)), switch (measure.unit()) {
                    case COUNT -> "Number";
                    case PENCE -> "Pounds";
                    case PER_CENT -> "Per cent";
                });
        LineChart limited = drawnLimits() == null ? chart : chart.withLimits(drawnLimits(), measure.direction())
                .upTo(measure.unit().most());
        return (Double.isNaN(line()) ? limited : limited.withTarget(line())).svg();
    }

    /** A point in words, for the table beside the chart. */
    public String say(TilePoint point) {
        return say(point.value());
    }
}
