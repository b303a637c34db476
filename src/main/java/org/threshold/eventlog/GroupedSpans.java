package org.threshold.eventlog;

import java.util.Arrays;

/** Spans of many groups, side by side in two arrays; a group's own are taken out when its figures are asked for. */
final class GroupedSpans {

    private static final int FIRST_ROOM = 1024;

    private int[] groups = new int[FIRST_ROOM];
    private long[] spans = new long[FIRST_ROOM];
    private int size;

    void add(int group, long millis) {
        if (size == spans.length) {
            groups = Arrays.copyOf(groups, size + size / 2);
            spans = Arrays.copyOf(spans, size + size / 2);
        }
        groups[size] = group;
        spans[size++] = millis;
    }

    /** @return for each group its figures, null where it has none */
    Spans[] figures(int howMany) {
        int[] sizes = new int[howMany];
        for (int i = 0; i < size; i++) {
            sizes[groups[i]]++;
        }
        double[][] each = new double[howMany][];
        for (int group = 0; group < howMany; group++) {
            each[group] = new double[sizes[group]];
        }
        for (int i = size - 1; i >= 0; i--) {
            each[groups[i]][--sizes[groups[i]]] = spans[i];
        }
        Spans[] figures = new Spans[howMany];
        for (int group = 0; group < howMany; group++) {
            figures[group] = Spans.of(each[group]);
            each[group] = null;
        }
        return figures;
    }
}
