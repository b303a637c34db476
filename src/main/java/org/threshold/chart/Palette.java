package org.threshold.chart;

import java.util.List;

/** Colours of the Analysis Function, 3:1 on white and between neighbours; dashes and shapes tell the same apart. */
final class Palette {

    static final String INK = "#0b0c0c";
    static final String FAINT = "#b1b4b6";
    static final String GREY = "#3D3D3D";
    static final String BLUE = "#12436D";
    static final String ORANGE = "#F46A25";
    static final String PURPLE = "#801650";

    private static final List<String> COLOURS = List.of(BLUE, "#28A197", PURPLE, ORANGE, GREY);
    private static final List<String> DASHES = List.of("", "9 5", "2 5", "14 5 2 5", "5 3");
    private static final List<Mark> MARKS = List.of(Mark.CIRCLE, Mark.SQUARE, Mark.TRIANGLE, Mark.DIAMOND, Mark.CROSS);

    private Palette() {
    }

    static String colour(int series) {
        return COLOURS.get(series % COLOURS.size());
    }

    static String dash(int series) {
        return DASHES.get(series % DASHES.size());
    }

    static Mark mark(int series) {
        return MARKS.get(series % MARKS.size());
    }
}
