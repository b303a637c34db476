package org.threshold.chart;

import java.util.List;

/** A line or a band of a chart; all series of one chart have the same labels in the same order. */
public record Series(String label, List<Point> points) {

    public Series {
        points = List.copyOf(points);
    }
}
