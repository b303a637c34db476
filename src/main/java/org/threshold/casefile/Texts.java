package org.threshold.casefile;

/** Text as it is kept: trimmed, bounded, without control characters. */
public final class Texts {

    private Texts() {
    }

    /**
     * The text, or null when there is none.
     *
     * @param what the field's name at the start of a sentence: 'The name'
     * @throws IllegalArgumentException where it is too long
     */
    public static String optional(String text, int longest, String what) {
        return text == null || text.isBlank() ? null : required(text, longest, what);
    }

    /**
     * The text, which must be there.
     *
     * @param what the field's name at the start of a sentence: 'The name'
     * @throws IllegalArgumentException where nothing is left of it or it is too long
     */
    public static String required(String text, int longest, String what) {
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
