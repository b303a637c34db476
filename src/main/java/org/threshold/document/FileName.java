package org.threshold.document;

import java.text.Normalizer;
import java.util.Locale;

/** The name under which a browser sends a file is anybody's word: what of it may be shown and handed out again. */
final class FileName {

    static final int LONGEST = 150;
    private static final String NAMELESS = "document";

    private FileName() {
    }

    /**
     * Without a path, without characters that control or turn the direction of what is read, not longer than a list can
     * show, and with the ending that belongs to the content.
     */
    static String safe(String sent, DocumentType type) {
        String name = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]", "").replaceAll("[<>:\"|?*%]", "_")
                .replaceAll("\\s+", " ").strip();
        String ending = "." + type.extension();
        String stem = withoutEnding(name, type).replaceAll("^[. ]+|[. ]+$", "");
        int room = LONGEST - ending.length();
        if (stem.codePointCount(0, stem.length()) > room) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, room)).strip();
        }
        return (stem.isEmpty() ? NAMELESS : stem) + ending;
    }

    private static String withoutEnding(String name, DocumentType type) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : type == DocumentType.JPEG ? new String[] {".jpg", ".jpeg"}
                : new String[] {"." + type.extension()}) {
            if (lower.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}
