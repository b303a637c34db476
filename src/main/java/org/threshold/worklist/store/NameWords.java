package org.threshold.worklist.store;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names as they are looked for: without accents, apostrophes or capitals, cut at spaces and hyphens. */
public final class NameWords {

    private NameWords() {
    }

    /** At most eight words, so that no search grows without bound. */
    public static List<String> of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replaceAll("['’`]", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty())
                .map(word -> word.length() > 60 ? word.substring(0, 60) : word).distinct().limit(8).toList();
    }

    /** A text search query for rows in which each word begins some part of the name; null when there is no word. */
    static String prefixQuery(String text) {
        List<String> words = of(text);
        return words.isEmpty() ? null
                : words.stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    }
}
