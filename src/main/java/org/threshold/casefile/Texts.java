package org.threshold.casefile;

/** Text as the case file keeps it: trimmed, bounded, without control characters. */
final class Texts {

    private Texts() {
    }

    static String optional(String text, int longest, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return required(text, longest, what);
    }

    static String required(String text, int longest, String what) {
        String kept = text == null ? "" : text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        if (kept.codePointCount(0, kept.length()) > longest) {
            throw new IllegalArgumentException(what + " must be " + longest + " characters or fewer");
        }
        return kept;
    }
}
