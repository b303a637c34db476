package org.threshold.casefile;

/** Text that somebody typed, as it may stand in a cell of a file that is opened in a spreadsheet. */
public final class SpreadsheetText {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private SpreadsheetText() {
    }

    /** A value that begins like a formula is kept from being one by an apostrophe; null stays null. */
    public static String safe(String value) {
        return value != null && !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
