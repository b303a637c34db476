package org.threshold.form;

/** Text that did not arrive as it was typed: control characters, and bytes that were not UTF-8. */
final class BrokenText {

    private BrokenText() {
    }

    static boolean in(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\uFFFD' || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                if (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(++at))) {
                    return true;
                }
            } else if (Character.isLowSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** The text, safe to repeat in a message. */
    static String printable(String text, int most) {
        String clean = text.replaceAll("[^\\p{L}\\p{N}_.\\[\\] -]", "?");
        return clean.length() > most ? clean.substring(0, most) + "…" : clean;
    }
}
