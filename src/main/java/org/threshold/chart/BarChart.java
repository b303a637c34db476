package org.threshold.chart;

import java.util.Comparator;
import java.util.List;

/**
 * Horizontal bars, the longest first; each has its words above and its value at its end, so that nothing is told by
 * colour and long words have the whole width.
 *
 * @param ranked false keeps the order of the bars, for bands such as ages
 * @param unit   follows each value, such as 'days'; may be empty
 */
public record BarChart(String title, String description, List<Bar> bars, String unit, boolean ranked) {

    private static final double ROW = 54;
    private static final double THICK = 20;
    private static final double GAP = 8;

    public BarChart(String title, String description, List<Bar> bars, String unit) {
        this(title, description, bars, unit, true);
    }

    public BarChart {
        bars = ranked ? bars.stream().sorted(Comparator.comparingDouble(Bar::value).reversed()).toList()
                : List.copyOf(bars);
    }

    /** @return an SVG element for a page */
    public String svg() {
        boolean links = bars.stream().anyMatch(bar -> bar.href() != null);
        Svg svg = new Svg(title, description, bars.size() * ROW + 4, links);
        double largest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        double words = bars.stream().mapToDouble(bar -> Svg.width(value(bar))).max().orElse(0);
        double room = Math.max(Svg.WIDTH / 4, Svg.WIDTH - words - GAP);
        double y = 0;
        for (Bar bar : bars) {
            draw(svg, bar, y, largest <= 0 ? 0 : bar.value() / largest * room);
            y += ROW;
        }
        return svg.close();
    }

    private void draw(Svg svg, Bar bar, double y, double length) {
        if (bar.href() != null) {
            // The rectangle makes the place to press as high as the row.
            svg.add("<a href=\"%s\" class=\"threshold-chart__link\"><rect x=\"0\" y=\"%s\" width=\"%s\" height=\"28\""
                    + " fill=\"transparent\"/>", Svg.escape(bar.href()), y, Svg.WIDTH);
        }
        svg.add("<text x=\"0\" y=\"%s\" fill=\"%s\"%s>%s</text>", y + 21, bar.href() == null ? Palette.INK : "#1a65a6",
                bar.href() == null ? "" : " text-decoration=\"underline\"",
                Svg.escape(Svg.fit(bar.label(), Svg.WIDTH)));
        if (bar.href() != null) {
            svg.add("</a>");
        }
        svg.add("<rect x=\"0\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>", y + 28, Math.max(length, 1), THICK,
                Palette.BLUE);
        svg.text(length + GAP, y + 44, "start", value(bar));
    }

    private String value(Bar bar) {
        return (Svg.shown(bar.value()) + " " + unit).strip();
    }
}
