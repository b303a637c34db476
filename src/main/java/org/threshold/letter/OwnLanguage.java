package org.threshold.letter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A language that is not English, with what every letter says in it.
 *
 * @param tag    such as {@code ur} (BCP 47)
 * @param from   the first day on which letters have this wording
 * @param name   in English
 * @param names  what else may stand as the language of a case
 * @param own    its name in itself
 * @param about  one sentence for each subject: what the letter is about
 * @param explained that it is important, and whom to ring to have it explained, free; with {@code {telephone}}
 * @param explainedWithoutTelephone the same where the council has set no telephone
 */
record OwnLanguage(String tag, LocalDate from, String name, List<String> names, String own, boolean rightToLeft,
                   Map<LetterSubject, String> about, String explained, String explainedWithoutTelephone) {

    private static final String TELEPHONE = "{telephone}";
    /** Keeps a number in its order between words that run the other way. */
    private static final String LEFT_TO_RIGHT = "\u202A";
    private static final String AS_BEFORE = "\u202C";
    private static final String NO_BREAK = "\u00A0";

    static OwnLanguage read(String tag, LocalDate from, Map<String, String> file) {
        Map<LetterSubject, String> about = new EnumMap<>(LetterSubject.class);
        for (LetterSubject subject : LetterSubject.values()) {
            about.put(subject, present(tag, file, subject.key()));
        }
        String explained = present(tag, file, "explained");
        if (!explained.contains(TELEPHONE)) {
            throw new IllegalStateException("The sentence 'explained' of " + tag + " has no " + TELEPHONE);
        }
        return new OwnLanguage(tag, from, present(tag, file, "name"), Arrays.stream(present(tag, file, "names")
                .split("\\|")).map(String::strip).toList(), present(tag, file, "own"),
                present(tag, file, "direction").equals("rtl"), about, explained,
                present(tag, file, "explained-without-telephone"));
    }

    private static String present(String tag, Map<String, String> file, String key) {
        String value = file.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("The language " + tag + " has no '" + key + "'");
        }
        return value;
    }

    boolean isCalled(String language) {
        return names.stream().anyMatch(each -> each.equalsIgnoreCase(language.strip()));
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }

    /** What a letter about that says in this language. */
    Note note(LetterSubject subject, String telephone) {
        String how = telephone == null || telephone.isBlank() ? explainedWithoutTelephone
                : explained.replace(TELEPHONE, number(telephone.strip()));
        return new Note(tag, direction(), own, List.of(about.get(subject), how));
    }

    private String number(String telephone) {
        String whole = telephone.replace(" ", NO_BREAK);
        return rightToLeft ? LEFT_TO_RIGHT + whole + AS_BEFORE : whole;
    }

    /** For the letter's page. */
    public record Note(String tag, String direction, String own, List<String> sentences) {
    }
}
