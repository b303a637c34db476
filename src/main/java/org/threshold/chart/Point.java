package org.threshold.chart;

/**
 * @param x a label such as 'Nov 2026'; the points of a chart stand at equal distances in their order
 * @param y NaN leaves a gap
 */
public record Point(String x, double y) {
}
