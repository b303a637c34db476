package org.threshold.board.web;

import java.util.List;

/**
 * A chart on the page with all that belongs to it.
 *
 * @param key       by which its file is asked for
 * @param summary   the message in a sentence or two
 * @param svg       empty when there is nothing to draw
 * @param table     what the page shows
 * @param file      what the file holds, which may be more
 * @param footnotes how to read it
 */
record FlowSection(String key, String heading, List<String> summary, String svg, FlowTable table, FlowTable file,
                   List<String> footnotes) {
}
