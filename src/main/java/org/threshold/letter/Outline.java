package org.threshold.letter;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.AttributedString;
import java.text.Bidi;

/**
 * A paragraph as the outline of its letters, shaped by HarfBuzz, which Java has within it, and broken into lines.
 *
 * @param shape  its left upper corner is the origin; one em is {@link #EM}
 * @param height in em
 */
record Outline(Path2D shape, double height) {

    static final float EM = 100;
    /** Letters reach a little beyond their line on every side. */
    private static final float OVERHANG = EM / 8;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** @param measure the width of the lines, in em */
    static Outline of(String text, ShapedScript script, double measure) {
        Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        float width = (float) measure * EM - 2 * OVERHANG;
        float y = OVERHANG;
        for (String paragraph : text.split("\\s*\n\\s*")) {
            boolean rightToLeft = beginsRightToLeft(paragraph);
            TextMeasurer measurer = new TextMeasurer(set(paragraph, script, rightToLeft).getIterator(), EXACT);
            for (int at = 0; at < paragraph.length();) {
                int end = endOfLine(paragraph, at, measurer.getLineBreakIndex(at, width));
                TextLayout line = measurer.getLayout(at, end);
                y += line.getAscent();
                float x = OVERHANG + (rightToLeft ? width - line.getAdvance() : 0);
                shape.append(line.getOutline(AffineTransform.getTranslateInstance(x, y)), false);
                y += line.getDescent() + line.getLeading();
                at = end < paragraph.length() && paragraph.charAt(end) == ' ' ? end + 1 : end;
            }
        }
        return new Outline(shape, (y + OVERHANG) / EM);
    }

    /** At a space: Java would let a line begin with the stroke that ends a sentence in Bengali. */
    private static int endOfLine(String text, int begin, int fits) {
        if (fits == text.length()) {
            return fits;
        }
        int space = text.lastIndexOf(' ', fits);
        return space > begin ? space : Math.max(fits, begin + 1);
    }

    /** By its first letter that has a direction, so that a name in Arabic leaves an English sentence as it is. */
    private static boolean beginsRightToLeft(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
    }

    private static AttributedString set(String text, ShapedScript script, boolean rightToLeft) {
        AttributedString set = new AttributedString(text);
        set.addAttribute(TextAttribute.RUN_DIRECTION, rightToLeft ? TextAttribute.RUN_DIRECTION_RTL
                : TextAttribute.RUN_DIRECTION_LTR);
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int end = at + Character.charCount(text.codePointAt(at));
            set.addAttribute(TextAttribute.FONT, script.fontFor(text.codePointAt(at)).deriveFont(Font.PLAIN, EM), at, end);
        }
        return set;
    }
}
