package org.threshold.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import org.threshold.statistics.Xmr;

/**
 * A small line for a tile, without axes and words: beside it stand the first and the last value in words, and the whole
 * chart with its table is a page of its own.
 *
 * @param values oldest first; at least one
 * @param target a line across, dashes and dots; NaN for none
 * @param xmr    limits as dashes; null for none
 * @param most   no value can be larger
 */
public record Sparkline(String title, String description, List<Double> values, double target, Xmr xmr,
                        double most) {

    private static final double HEIGHT = 110;
    private static final double EDGE = 8;

    public Sparkline {
        values = List.copyOf(values);
    }

    /** @return an SVG element for a page */
    public String svg() {
        Svg svg = new Svg(title, description, HEIGHT, false);
        level(svg, 0, Palette.FAINT, "", 1);
        if (xmr != null) {
            level(svg, Math.min(most, xmr.upper()), Palette.GREY, "7 5", 1.5);
            level(svg, Math.max(0, xmr.lower()), Palette.GREY, "7 5", 1.5);
        }
        if (!Double.isNaN(target)) {
            level(svg, target, Palette.PURPLE, "14 5 2 5", 2.5);
        }
        Path path = new Path();
        for (int i = 0; i < values.size(); i++) {
            path.to(x(i), y(values.get(i)));
        }
        svg.path(path.open(), Palette.BLUE, 3, "");
        Mark.CIRCLE.draw(svg, x(values.size() - 1), y(values.get(values.size() - 1)), 6, Palette.BLUE);
        return svg.close();
    }

    private void level(Svg svg, double value, String colour, String dash, double width) {
        svg.line(EDGE, y(value), Svg.WIDTH - EDGE, y(value), colour, width, dash);
    }

    private double x(int at) {
        return EDGE + (values.size() < 2 ? 1 : (double) at / (values.size() - 1)) * (Svg.WIDTH - 2 * EDGE);
    }

    /** The scale begins at nothing, so that a small change does not look like a large one. */
    private double y(double value) {
        double limit = xmr == null ? Double.NaN : Math.min(most, xmr.upper());
        double highest = DoubleStream.concat(values.stream().mapToDouble(Double::doubleValue),
                DoubleStream.of(target, limit)).filter(each -> !Double.isNaN(each)).max().orElse(1);
        return HEIGHT - EDGE - value / Math.max(highest, 1) * (HEIGHT - 2 * EDGE);
    }
}
