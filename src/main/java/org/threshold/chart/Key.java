package org.threshold.chart;

import java.util.ArrayList;
import java.util.List;

/** What the lines and shapes mean, above the chart, one to a line so that a phone has room for the words. */
final class Key {

    static final double LINE = 25;
    private static final double SAMPLE = 40;

    private final List<Entry> entries = new ArrayList<>();

    private interface Sample {
        void draw(Svg svg, double y);
    }

    private record Entry(String words, Sample sample) {
    }

    Key line(String words, String colour, String dash, Mark mark) {
        return add(words, (svg, y) -> {
            svg.line(0, y, SAMPLE, y, colour, 3, dash);
            if (mark != null) {
                mark.draw(svg, SAMPLE / 2, y, 5, colour);
            }
        });
    }

    Key mark(String words, String colour, Mark mark) {
        return add(words, (svg, y) -> mark.draw(svg, SAMPLE / 2, y, 7, colour));
    }

    Key area(String words, String fill) {
        return add(words, (svg, y) -> svg.add(
                "<rect x=\"1\" y=\"%s\" width=\"%s\" height=\"18\" fill=\"%s\" stroke=\"%s\"/>", y - 9, SAMPLE - 2,
                fill, Palette.INK));
    }

    Key addAll(Key others) {
        entries.addAll(others.entries);
        return this;
    }

    double height() {
        return height(entries.size());
    }

    static double height(int entries) {
        return entries * LINE + 6;
    }

    void draw(Svg svg) {
        double y = LINE / 2;
        for (Entry entry : entries) {
            entry.sample().draw(svg, y);
            svg.text(SAMPLE + 8, y + 6, "start", Svg.fit(entry.words(), Svg.WIDTH - SAMPLE - 8));
            y += LINE;
        }
    }

    private Key add(String words, Sample sample) {
        entries.add(new Entry(words, sample));
        return this;
    }
}
