package org.threshold.board;

import java.util.List;

/**
 * One part of a morning's message.
 *
 * @param total how many there are; {@code lines} are the first of them
 * @param list  path of the page with all of them
 */
record DigestSection(String title, int total, List<Line> lines, String list) {

    /**
     * @param what  case reference and name of the step, or a number; nothing else about a person
     * @param owner who has the next move
     * @param path  of the page on which they act
     */
    record Line(String what, String owner, String path) {
    }
}
