package org.threshold.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Bands on top of each other, such as a cumulative flow: the height of a band is what is in it. Each band has a pattern
 * as well as a colour, and a white line between it and the next.
 *
 * @param series from the bottom up; at most five with the same labels, nothing negative
 */
public record StackedArea(String title, String description, List<Series> series, String yLabel) {

    public StackedArea {
        series = List.copyOf(series);
    }

    /** @return an SVG element for a page */
    public String svg() {
        List<String> labels = series.isEmpty() ? List.of() : series.get(0).points().stream().map(Point::x).toList();
        double[] sum = new double[labels.size()];
        for (Series each : series) {
            IntStream.range(0, sum.length).forEach(i -> sum[i] += each.points().get(i).y());
        }
        double height = Key.height(series.size());
        Frame frame = new Frame(height, labels.size() - 1, 0, IntStream.range(0, sum.length)
                .mapToDouble(i -> sum[i]).max().orElse(1));
        Svg svg = new Svg(title, description, Frame.height(height), false);
        Patterns.define(svg, series.size());
        Patterns.key(svg, series.stream().map(Series::label).toList()).draw(svg);
        frame.grid(svg, yLabel);
        frame.labels(svg, labels);
        bands(svg, frame, new double[labels.size()]);
        return svg.close();
    }

    private void bands(Svg svg, Frame frame, double[] base) {
        for (int band = 0; band < series.size(); band++) {
            Path edge = new Path();
            Path area = new Path();
            double[] below = base.clone();
            for (int i = 0; i < base.length; i++) {
                base[i] += series.get(band).points().get(i).y();
                edge.to(frame.x(i), frame.y(base[i]));
                area.to(frame.x(i), frame.y(base[i]));
            }
            for (int i = base.length - 1; i >= 0; i--) {
                area.to(frame.x(i), frame.y(below[i]));
            }
            Patterns.band(svg, band, area, edge);
        }
    }
}
