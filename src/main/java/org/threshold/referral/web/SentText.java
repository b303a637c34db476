package org.threshold.referral.web;

/** Text as it comes in from outside. */
final class SentText {

    private SentText() {
    }

    /** Whether it did not arrive as it was typed: control characters, half characters, bytes that were not UTF-8. */
    static boolean isBroken(String text) {
        return text.codePoints().anyMatch(SentText::isBroken);
    }

    private static boolean isBroken(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            case Character.CONTROL -> character != '\n' && character != '\t' && character != '\r';
            // Marks that turn the direction of text around make one thing look like another.
            case Character.FORMAT -> character >= 0x202A && character <= 0x202E
                    || character >= 0x2066 && character <= 0x2069;
            default -> character == 0xFFFD;
        };
    }

    /** Safe to repeat in a sentence. */
    static String printable(String text) {
        String clean = text.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
    }
}
