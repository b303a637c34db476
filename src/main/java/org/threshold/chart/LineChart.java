package org.threshold.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.threshold.statistics.Direction;
import org.threshold.statistics.Signal;
import org.threshold.statistics.Variation;
import org.threshold.statistics.Xmr;

/**
 * Values over time as lines, told apart by dashes and shapes as well as colours; with control limits, an XmR chart.
 *
 * @param description what the chart shows, in a sentence, for who does not see it
 * @param series      one or more with the same labels
 * @param target      a line across; NaN for none
 * @param xmr         limits and signals of the first series; null for none
 * @param most        no value can be larger; a limit there says only that there is none
 */
public record LineChart(String title, String description, List<Series> series, String yLabel, double target, Xmr xmr,
                        Direction direction, double most) {

    public LineChart(String title, String description, List<Series> series, String yLabel) {
        this(title, description, series, yLabel, Double.NaN, null, Direction.NEITHER, Double.POSITIVE_INFINITY);
    }

    public LineChart {
        series = List.copyOf(series);
    }

    /** The same chart with a line at the target. */
    public LineChart withTarget(double line) {
        return new LineChart(title, description, series, yLabel, line, xmr, direction, most);
    }

    /** The same chart with the average and the limits of the first series, and a shape of its own for each signal. */
    public LineChart withLimits(Xmr limits, Direction better) {
        return new LineChart(title, description, series, yLabel, target, limits, better, most);
    }

    /** The same chart of what cannot be larger, such as shares in per cent. */
    public LineChart upTo(double largest) {
        return new LineChart(title, description, series, yLabel, target, xmr, direction, largest);
    }

    /** @return an SVG element for a page */
    public String svg() {
        Key key = key();
        List<String> labels = series.isEmpty() ? List.of() : series.get(0).points().stream().map(Point::x).toList();
        Frame frame = new Frame(key.height(), labels.size() - 1, values().min().orElse(0), values().max().orElse(1));
        Svg svg = new Svg(title, description, Frame.height(key.height()), false);
        key.draw(svg);
        frame.grid(svg, yLabel);
        frame.labels(svg, labels);
        across(svg, frame);
        for (int i = 0; i < series.size(); i++) {
            draw(svg, frame, i);
        }
        return svg.close();
    }

    private void across(Svg svg, Frame frame) {
        if (!Double.isNaN(target)) {
            level(svg, frame, target, Palette.PURPLE, "14 5 2 5");
        }
        if (xmr != null) {
            level(svg, frame, xmr.mean(), Palette.GREY, "");
            if (xmr.upper() <= most) {
                level(svg, frame, xmr.upper(), Palette.GREY, "7 5");
            }
            if (lowerIsShown()) {
                level(svg, frame, xmr.lower(), Palette.GREY, "7 5");
            }
        }
    }

    private void draw(Svg svg, Frame frame, int index) {
        List<Point> points = series.get(index).points();
        Path path = new Path();
        for (int i = 0; i < points.size(); i++) {
            path.to(frame.x(i), frame.y(points.get(i).y()));
        }
        boolean controlled = xmr != null && index == 0;
        String colour = controlled ? Palette.GREY : Palette.colour(index);
        svg.path(path.open(), colour, 2.5, Palette.dash(index));
        for (int i = 0; i < points.size(); i++) {
            if (Double.isNaN(points.get(i).y())) {
                continue;
            }
            Look look = controlled ? look(i) : new Look("", colour, Palette.mark(index));
            look.mark().draw(svg, frame.x(i), frame.y(points.get(i).y()), controlled && !look.usual() ? 8 : 4.5,
                    look.colour());
        }
    }

    private record Look(String words, String colour, Mark mark) {

        private static final Look USUAL = new Look("Usual variation", Palette.GREY, Mark.CIRCLE);
        private static final Look BETTER = new Look("Signal: improvement", Palette.BLUE, Mark.DIAMOND);
        private static final Look WORSE = new Look("Signal: concern", Palette.ORANGE, Mark.SQUARE);
        private static final Look HIGH = new Look("Signal: higher than usual", Palette.PURPLE, Mark.TRIANGLE);
        private static final Look LOW = new Look("Signal: lower than usual", Palette.PURPLE, Mark.TRIANGLE_DOWN);

        boolean usual() {
            return this == USUAL;
        }
    }

    private Look look(int i) {
        if (xmr.signals().get(i) == Signal.NONE) {
            return Look.USUAL;
        }
        Variation variation = Variation.of(xmr.values().get(i) > xmr.mean(), direction);
        return switch (variation) {
            case COMMON_CAUSE -> Look.USUAL;
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> Look.BETTER;
            case CONCERN_HIGH, CONCERN_LOW -> Look.WORSE;
            case NEUTRAL_HIGH -> Look.HIGH;
            case NEUTRAL_LOW -> Look.LOW;
        };
    }

    private Key key() {
        Key key = new Key();
        for (int i = xmr == null ? 0 : 1; i < series.size(); i++) {
            key.line(series.get(i).label(), Palette.colour(i), Palette.dash(i), Palette.mark(i));
        }
        if (xmr != null) {
            key.line(series.get(0).label() + ", usual variation", Palette.GREY, "", Mark.CIRCLE);
            List<Look> looks = new ArrayList<>();
            for (int i = 0; i < xmr.signals().size(); i++) {
                if (!looks.contains(look(i)) && !look(i).usual()) {
                    looks.add(look(i));
                }
            }
            looks.forEach(look -> key.mark(look.words(), look.colour(), look.mark()));
            key.line("Average " + Svg.shown(xmr.mean()), Palette.GREY, "", null);
            key.line((xmr.trial() ? "Trial limits " : "Limits ") + (lowerIsShown() ? Svg.shown(xmr.lower()) : "0")
                    + " to " + Svg.shown(Math.min(most, xmr.upper())), Palette.GREY, "7 5", null);
        }
        if (!Double.isNaN(target)) {
            key.line("Target " + Svg.shown(target), Palette.PURPLE, "14 5 2 5", null);
        }
        return key;
    }

    /** Of counts and durations nothing lies below zero; a limit there says only that there is none. */
    private boolean lowerIsShown() {
        return xmr.lower() >= 0 || xmr.values().stream().anyMatch(value -> value < 0);
    }

    private DoubleStream values() {
        DoubleStream drawn = series.stream().flatMap(each -> each.points().stream()).mapToDouble(Point::y);
        DoubleStream levels = xmr == null ? DoubleStream.of(target)
                : DoubleStream.of(target, Math.min(most, xmr.upper()), lowerIsShown() ? xmr.lower() : 0);
        return DoubleStream.concat(drawn, levels).filter(value -> !Double.isNaN(value));
    }

    private static void level(Svg svg, Frame frame, double value, String colour, String dash) {
        svg.line(frame.left(), frame.y(value), frame.right(), frame.y(value), colour, 2, dash);
    }
}
