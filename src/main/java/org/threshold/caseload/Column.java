package org.threshold.caseload;

/**
 * One column of a file.
 *
 * @param heading  as it must stand in the first line
 * @param required whether each row must have a value
 * @param content  what it holds, in a few words
 */
public record Column(String heading, boolean required, String content) {

    static Column must(String heading, String content) {
        return new Column(heading, true, content);
    }

    static Column may(String heading, String content) {
        return new Column(heading, false, content);
    }
}
