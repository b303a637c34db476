package org.threshold.letter;

import java.util.Locale;
import java.util.Map;

/** What a letter is about, coarse enough for one sentence in any language: {@code letters/languages/subjects.properties}. */
enum LetterSubject {
    DECISION, HELP, OFFER, APPOINTMENT, PLAN, ENDING, REVIEW, ACCOMMODATION, BENEFIT, WARNING, OTHER;

    private static final Map<String, String> OF = Resources.properties("letters/languages/subjects.properties");

    /** Of a letter of which nobody has said it yet, that it is about the application: a test names such letters. */
    static LetterSubject of(LetterTemplate template) {
        return valueOf(OF.getOrDefault(template.key(), OTHER.key()).toUpperCase(Locale.ROOT));
    }

    static boolean isKnown(LetterTemplate template) {
        return OF.containsKey(template.key());
    }

    /** Its name in the files of languages. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
