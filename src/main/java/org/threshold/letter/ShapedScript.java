package org.threshold.letter;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Scripts whose letters change their shape and order beside each other, which the PDF library cannot do, each with the
 * open font that letters have for it. No font of the machine is used.
 */
enum ShapedScript {
    ARABIC(UnicodeScript.ARABIC, "NotoNaskhArabic-Regular.ttf"),
    /** Urdu is read in the sloping style. */
    URDU(UnicodeScript.ARABIC, "NotoNastaliqUrdu-Regular.ttf"),
    BENGALI(UnicodeScript.BENGALI, "NotoSansBengali-Regular.ttf"),
    GURMUKHI(UnicodeScript.GURMUKHI, "NotoSansGurmukhi-Regular.ttf"),
    TAMIL(UnicodeScript.TAMIL, "NotoSansTamil-Regular.ttf");

    /** The letters' own font, for Latin words and figures in between. */
    private static final String LATIN = "DejaVuSans.ttf";
    private static final Map<String, Font> READ = new ConcurrentHashMap<>();

    private final UnicodeScript script;
    private final String file;

    ShapedScript(UnicodeScript script, String file) {
        this.script = script;
        this.file = file;
    }

    /** The script that the text is in; empty where the PDF library sets it rightly by itself. */
    static Optional<ShapedScript> of(String text, String language) {
        if (language.equals("ur") && text.codePoints().anyMatch(URDU::has)) {
            return Optional.of(URDU);
        }
        return Arrays.stream(values()).filter(each -> text.codePoints().anyMatch(each::has)).findFirst();
    }

    private boolean has(int character) {
        return UnicodeScript.of(character) == script;
    }

    /** For one character of a text in this script. */
    Font fontFor(int character) {
        Font own = font(file);
        return own.canDisplay(character) ? own : font(LATIN);
    }

    private static Font font(String file) {
        return READ.computeIfAbsent(file, ShapedScript::read);
    }

    private static Font read(String file) {
        try (InputStream in = PdfRenderer.font(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException unusable) {
            throw new IllegalStateException("The font " + file + " cannot be read", unusable);
        }
    }
}
