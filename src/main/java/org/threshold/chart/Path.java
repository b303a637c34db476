package org.threshold.chart;

/** The way of a line; a value that is missing lifts the pen. */
final class Path {

    private final StringBuilder way = new StringBuilder();
    private boolean down;

    Path to(double x, double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            down = false;
            return this;
        }
        way.append(down ? 'L' : 'M').append(Svg.number(x)).append(' ').append(Svg.number(y));
        down = true;
        return this;
    }

    String open() {
        return way.toString();
    }

    String closed() {
        return way.length() == 0 ? "" : way + "Z";
    }
}
