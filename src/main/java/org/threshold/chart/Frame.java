package org.threshold.chart;

import java.util.ArrayList;
import java.util.List;

/** The plane on which points are drawn: scales, grid and the words along both axes. */
final class Frame {

    private static final double HEIGHT = 270;
    private static final double RIGHT = Svg.WIDTH - 14;
    private static final double BELOW = 34;
    private static final double ABOVE = 34;

    private final double top;
    private final double left;
    private final double from;
    private final double to;
    private final double last;
    private final List<Double> ticks;

    /**
     * @param above    the height of the key
     * @param lastX    the right end of the scale, which begins at 0
     * @param lowest   of all that is drawn; the scale begins at 0 unless something lies below
     * @param highest  of all that is drawn
     */
    Frame(double above, double lastX, double lowest, double highest) {
        top = above + ABOVE;
        last = lastX <= 0 ? 1 : lastX;
        double step = step(Math.max(highest, 0) - Math.min(lowest, 0));
        from = Math.floor(Math.min(lowest, 0) / step) * step;
        to = Math.max(Math.ceil(highest / step) * step, from + step);
        ticks = new ArrayList<>();
        for (int i = 0; from + i * step <= to + step / 2; i++) {
            ticks.add(from + i * step);
        }
        left = ticks.stream().mapToDouble(tick -> Svg.width(Svg.shown(tick))).max().orElse(0) + 12;
    }

    static double height(double above) {
        return above + ABOVE + HEIGHT + BELOW;
    }

    double x(double value) {
        return left + value / last * (RIGHT - left);
    }

    double y(double value) {
        return top + HEIGHT - (value - from) / (to - from) * HEIGHT;
    }

    double left() {
        return left;
    }

    double right() {
        return RIGHT;
    }

    double bottom() {
        return top + HEIGHT;
    }

    /** Grid and upright axis; the unit stands above it, where it needs no turned words. */
    void grid(Svg svg, String yLabel) {
        svg.text(0, top - 14, "start", Svg.fit(yLabel, Svg.WIDTH));
        for (double tick : ticks) {
            svg.line(left, y(tick), RIGHT, y(tick), tick == 0 ? Palette.INK : Palette.FAINT, 1, "");
            svg.text(left - 8, y(tick) + 6, "end", Svg.shown(tick));
        }
    }

    /** As many of the labels as have room, the last one always. */
    void labels(Svg svg, List<String> labels) {
        if (labels.isEmpty()) {
            return;
        }
        double widest = labels.stream().mapToDouble(Svg::width).max().orElse(1) * 1.25 + 10;
        int fitting = Math.max(1, (int) ((RIGHT - left) / widest));
        int every = Math.max(1, (int) Math.ceil((double) labels.size() / fitting));
        for (int i = labels.size() - 1; i >= 0; i -= every) {
            label(svg, x(i), labels.get(i));
        }
    }

    /** Labels for times from 0 on, and below them what the times are; takes a line more than other labels. */
    void times(Svg svg, double longest, String xLabel) {
        double step = step(longest);
        for (double time = 0; time <= longest; time += step) {
            label(svg, x(time), Svg.shown(time));
        }
        svg.text((left + RIGHT) / 2, bottom() + 50, "middle", Svg.fit(xLabel, Svg.WIDTH));
    }

    /** A label below the axis, kept within the picture. */
    void label(Svg svg, double x, String words) {
        double half = Svg.width(words) * 1.1 / 2;
        svg.line(x, bottom(), x, bottom() + 6, Palette.INK, 1, "");
        svg.text(Math.max(half, Math.min(x, Svg.WIDTH - half)), bottom() + 26, "middle", words);
    }

    /** 1, 2 or 5 times a power of ten, so that there are about five steps. */
    static double step(double span) {
        double rough = Math.max(span, 1e-9) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power;
    }
}
