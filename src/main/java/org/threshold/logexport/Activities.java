package org.threshold.logexport;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of activities. They are made of the identifiers in the models, never of the titles of steps, because a model
 * may put a name or a place into a title.
 */
final class Activities {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern GAP = Pattern.compile("[-_ ]+");

    private Activities() {
    }

    /** @param element such as {@code task_triageApproach} */
    static String ofStep(String process, String element) {
        return sentence(process) + ": " + words(element.substring(element.indexOf('_') + 1));
    }

    /** @param code such as {@code IN_OCCUPATION} */
    static String of(LogEvent.Source source, String code) {
        return sentence(source.name()) + ": " + words(code);
    }

    private static String sentence(String identifier) {
        String words = words(identifier);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String words(String identifier) {
        return GAP.matcher(HUMP.matcher(identifier).replaceAll(" ")).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
