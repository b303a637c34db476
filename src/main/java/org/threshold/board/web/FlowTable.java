package org.threshold.board.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers of a chart, for the page and for the file.
 *
 * @param rows of as many cells as there are headings: words, numbers and days; NaN for what there is none of
 */
record FlowTable(String caption, List<String> headings, List<List<Object>> rows) {

    static List<Object> row(Object... cells) {
        return Stream.of(cells).toList();
    }

    /** The rows as words for people. */
    public List<List<String>> shown() {
        return rows.stream().map(row -> row.stream().map(FlowWords::cell).toList()).toList();
    }
}
