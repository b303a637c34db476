package org.threshold.chart;

import java.util.List;

/**
 * Percentages that can only grow over time, such as of those that have ended in each of several ways, as steps on top
 * of each other; the white above them is what is left. Each band has a pattern as well as a colour.
 *
 * @param times  at which something changes, in order; the same for all bands
 * @param bands  from the bottom up, at most five; together never more than 100
 * @param until  where the picture ends; not before the last of the times
 * @param left   what the white above the bands is
 * @param xLabel what the times are
 * @param yLabel what the percentages are of
 */
public record StackedSteps(String title, String description, double[] times, List<Band> bands, double until,
                           String left, String xLabel, String yLabel) {

    /** @param percent from each of the times on; 0 before the first */
    public record Band(String label, double[] percent) {
    }

    public StackedSteps {
        bands = List.copyOf(bands);
    }

    /** @return an SVG element for a page */
    public String svg() {
        double above = Key.height(bands.size() + 1);
        Frame frame = new Frame(above, until, 0, 100);
        Svg svg = new Svg(title, description, Frame.height(above) + Key.LINE, false);
        Patterns.define(svg, bands.size());
        Key key = new Key().area(left, "#ffffff");
        key.addAll(Patterns.key(svg, bands.stream().map(Band::label).toList()));
        key.draw(svg);
        frame.grid(svg, yLabel);
        frame.times(svg, until, xLabel);
        draw(svg, frame);
        return svg.close();
    }

    private void draw(Svg svg, Frame frame) {
        double[] base = new double[times.length];
        for (int band = 0; band < bands.size(); band++) {
            double[] below = base.clone();
            for (int i = 0; i < base.length; i++) {
                base[i] += bands.get(band).percent()[i];
            }
            Path edge = new Path();
            Path area = new Path();
            rise(frame, base, edge);
            rise(frame, base, area);
            fall(frame, below, area);
            Patterns.band(svg, band, area, edge);
        }
    }

    private void rise(Frame frame, double[] percent, Path path) {
        double now = 0;
        path.to(frame.x(0), frame.y(0));
        for (int i = 0; i < percent.length; i++) {
            path.to(frame.x(times[i]), frame.y(now)).to(frame.x(times[i]), frame.y(percent[i]));
            now = percent[i];
        }
        path.to(frame.x(until), frame.y(now));
    }

    private void fall(Frame frame, double[] percent, Path path) {
        for (int i = percent.length - 1; i >= 0; i--) {
            path.to(frame.x(i + 1 < times.length ? times[i + 1] : until), frame.y(percent[i]))
                    .to(frame.x(times[i]), frame.y(percent[i]));
        }
        // Before the first time every band is nothing.
        path.to(frame.x(times.length == 0 ? 0 : times[0]), frame.y(0)).to(frame.x(0), frame.y(0));
    }
}
