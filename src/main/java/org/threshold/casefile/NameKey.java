package org.threshold.casefile;

import java.text.Normalizer;
import java.util.Locale;

/** The form of a name that is searched: capitals, without accents, spaces, hyphens or apostrophes. */
public final class NameKey {

    private NameKey() {
    }

    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
