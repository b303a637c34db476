package org.threshold.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions from form files. A pattern that could take exponential time on a hostile answer is refused when
 * the form is read; what is left still runs against a deadline.
 */
final class SafePattern {

    private static final long MOST_NANOS = 100_000_000L;

    private SafePattern() {
    }

    /** @throws IllegalArgumentException with a sentence for the designer */
    static Pattern compile(String regex) {
        if (regex.length() > 200) {
            throw new IllegalArgumentException("the pattern is longer than 200 characters");
        }
        refuseRiskyParts(regex);
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("the pattern is not a regular expression: " + broken.getDescription());
        }
    }

    /** Whether the pattern is found in the text, as in a browser; false as well when it takes too long. */
    static boolean isFoundIn(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(new Timed(text, System.nanoTime() + MOST_NANOS));
        try {
            return matcher.find();
        } catch (TookTooLong | StackOverflowError tooMuch) {
            return false;
        }
    }

    /** Refuses back-references, look-around, and a repeated group that itself repeats or chooses. */
    private static void refuseRiskyParts(String regex) {
        java.util.ArrayDeque<Boolean> groups = new java.util.ArrayDeque<>();
        boolean variable = false;
        for (int at = 0; at < regex.length(); at++) {
            char c = regex.charAt(at);
            if (c == '\\') {
                char escaped = at + 1 < regex.length() ? regex.charAt(at + 1) : ' ';
                if (Character.isDigit(escaped) && escaped != '0' || escaped == 'k') {
                    throw new IllegalArgumentException("the pattern refers back to a group");
                }
                at++;
            } else if (c == '[') {
                at = endOfClass(regex, at);
            } else if (c == '(') {
                if (regex.startsWith("(?", at) && !regex.startsWith("(?:", at)) {
                    throw new IllegalArgumentException("the pattern looks ahead or behind; only (…) and (?:…)"
                            + " may be used");
                }
                groups.push(variable);
                variable = false;
                at += regex.startsWith("(?:", at) ? 2 : 0;
            } else if (c == ')') {
                boolean inner = variable;
                boolean repeated = at + 1 < regex.length() && "*+{".indexOf(regex.charAt(at + 1)) >= 0;
                if (inner && repeated) {
                    throw new IllegalArgumentException("the pattern repeats a group that itself repeats or chooses");
                }
                variable = inner | (!groups.isEmpty() && groups.pop());
            } else if ("*+{|?".indexOf(c) >= 0) {
                variable = true;
            }
        }
    }

    private static int endOfClass(String regex, int start) {
        int at = start + 1;
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        if (at < regex.length() && regex.charAt(at) == ']') {
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static final class TookTooLong extends RuntimeException {
        TookTooLong() {
            super("too long", null, false, false);
        }
    }

    private record Timed(CharSequence text, long deadline) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (System.nanoTime() - deadline > 0) {
                throw new TookTooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Timed(text.subSequence(start, end), deadline);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
