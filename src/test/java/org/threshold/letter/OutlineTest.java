package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Outlines are letters as they are shaped beside each other, not one after the other. */
class OutlineTest {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final double ONE_LINE = 1000;

    static Stream<OwnLanguage> shaped() {
        return new OwnLanguages().all().stream()
                .filter(each -> ShapedScript.of(each.about().get(LetterSubject.DECISION), each.tag()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("shaped")
    void aSentenceIsShapedAsHarfBuzzShapesIt(OwnLanguage language) {
        String words = language.about().get(LetterSubject.DECISION);
        ShapedScript script = ShapedScript.of(words, language.tag()).orElseThrow();
        Font font = script.fontFor(words.charAt(0)).deriveFont(Outline.EM);
        GlyphVector shaped = font.layoutGlyphVector(EXACT, words.toCharArray(), 0, words.length(),
                language.rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        GlyphVector naive = font.createGlyphVector(EXACT, words);

        Shape drawn = Outline.of(words, script, ONE_LINE).shape();
        assertThat(difference(drawn, shaped.getOutline())).isLessThan(0.01);
        assertThat(difference(drawn, naive.getOutline())).isGreaterThan(0.1);
    }

    /** The part of the ink that only one of them has, where both begin at the same corner. */
    private static double difference(Shape one, Shape other) {
        BufferedImage first = ink(one);
        BufferedImage second = ink(other);
        long apart = 0;
        long all = 0;
        for (int x = 0; x < first.getWidth(); x++) {
            for (int y = 0; y < first.getHeight(); y++) {
                boolean here = first.getRGB(x, y) != -1;
                boolean there = second.getRGB(x, y) != -1;
                all += here || there ? 1 : 0;
                apart += here != there ? 1 : 0;
            }
        }
        return (double) apart / all;
    }

    private static BufferedImage ink(Shape shape) {
        BufferedImage picture = new BufferedImage(6000, 400, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.translate(-shape.getBounds2D().getX(), -shape.getBounds2D().getY());
        graphics.fill(shape);
        graphics.dispose();
        return picture;
    }

    /** Two signs that become one, or one that moves before the other: what goes wrong first where nothing is shaped. */
    @ParameterizedTest
    @CsvSource({"bn, \u0995\u09CD\u09B7, 1", "pa, \u0A15\u0A4D\u0A30, 1", "ta, \u0B95\u0BCD\u0BB7, 1"})
    void whatBelongsTogetherBecomesOneSign(String language, String signs, int glyphs) {
        ShapedScript script = ShapedScript.of(signs, language).orElseThrow();
        GlyphVector shaped = script.fontFor(signs.charAt(0)).layoutGlyphVector(EXACT, signs.toCharArray(), 0,
                signs.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        long visible = java.util.stream.IntStream.range(0, shaped.getNumGlyphs())
                .filter(each -> !shaped.getGlyphOutline(each).getBounds2D().isEmpty()).count();
        assertThat(visible).isEqualTo(glyphs);
    }

    @Test
    void aLongSentenceIsBrokenIntoLinesThatFit() {
        OwnLanguage tamil = new OwnLanguages().called("Tamil", java.time.LocalDate.of(2026, 6, 1)).orElseThrow();
        String words = tamil.explained();
        Outline one = Outline.of(words, ShapedScript.TAMIL, ONE_LINE);
        Outline narrow = Outline.of(words, ShapedScript.TAMIL, 20);
        assertThat(narrow.height()).isGreaterThan(2 * one.height());
        assertThat(narrow.shape().getBounds2D().getMaxX()).isLessThanOrEqualTo(20 * Outline.EM);
        assertThat(narrow.shape().getBounds2D().getMinX()).isGreaterThanOrEqualTo(0);
    }

    /** Nothing of a line that runs from the right stands outside of the drawing, where it would be cut off. */
    @ParameterizedTest
    @MethodSource("shaped")
    void nothingIsCutOff(OwnLanguage language) {
        for (String words : language.note(LetterSubject.WARNING, "+44 1632 960001").sentences()) {
            Outline outline = Outline.of(words, ShapedScript.of(words, language.tag()).orElseThrow(), 22);
            Rectangle2D drawn = outline.shape().getBounds2D();
            assertThat(new Rectangle2D.Double(0, 0, 22 * Outline.EM, outline.height() * Outline.EM).contains(drawn))
                    .as(drawn.toString()).isTrue();
        }
    }
}
