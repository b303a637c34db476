package org.threshold.chart;

/**
 * @param value in the chart's unit, not negative
 * @param href  where the bar's label leads, a path of this service; null for nowhere
 */
public record Bar(String label, double value, String href) {

    public Bar {
        if (href != null && (!href.startsWith("/") || href.startsWith("//"))) {
            throw new IllegalArgumentException("A bar leads to a page of this service, not to " + href);
        }
        if (!(value >= 0)) {
            throw new IllegalArgumentException("A bar has no length of " + value);
        }
    }
}
