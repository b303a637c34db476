package org.threshold.caseload;

/**
 * What is to be said about a row, or about a file as a whole.
 *
 * @param line      in the file, the headings being line 1; 1 for the file as a whole
 * @param heading   the column, or null where it is not about one
 * @param reference the household in the previous system, or null where the row names none
 * @param refused   whether the household is refused for it
 * @param problem   what is wrong, in plain words
 * @param remedy    what to do about it
 */
public record Remark(Sheet sheet, int line, String heading, String reference, boolean refused, String problem,
                     String remedy) {
}
