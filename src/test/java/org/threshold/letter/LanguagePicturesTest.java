package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.letter.OwnLanguage.Note;

/**
 * The note of each script as it stands on paper, against the picture that people who read it have looked at. A note that
 * was worded anew is written by {@code -Dthreshold.pictures=write}: look at it beside a browser's before you keep it.
 */
class LanguagePicturesTest {

    private static final boolean WRITE = "write".equals(System.getProperty("threshold.pictures"));
    private static final float DPI = 110;
    /** Java's and the machine's ways of smoothing edges may differ a little. */
    private static final double ALIKE = 0.05;

    @ParameterizedTest
    @ValueSource(strings = {"Urdu", "Arabic", "Farsi", "Bengali", "Punjabi", "Tamil", "Polish"})
    void theNoteLooksAsItDid(String language) throws IOException {
        File kept = new File("src/docs/pictures/letter-in-" + language.toLowerCase(java.util.Locale.ROOT) + ".png");
        BufferedImage now = picture(language);
        if (WRITE) {
            ImageIO.write(now, "png", kept);
        }
        assertThat(difference(now, ImageIO.read(kept))).isLessThan(ALIKE);
    }

    private static BufferedImage picture(String language) throws IOException {
        Note note = new OwnLanguages().called(language, LocalDate.of(2026, 6, 1)).orElseThrow()
                .note(LetterSubject.DECISION, "01632 960001");
        String html = """
                <html lang="en-GB"><head><title>Note</title><meta name="subject" content="Note"/><meta name="description" content="Note"/>
                <meta name="measure" content="35"/><style>@page { size: 170mm 50mm; margin: 4mm; }
                body { font-family: 'DejaVu Sans'; font-size: 12.5pt; } p { margin: 0 0 8pt 0; }</style></head>
                <body lang="%s" style="text-align: %s">%s</body></html>""".formatted(note.tag(),
                note.direction().equals("rtl") ? "right" : "left", note.sentences().stream()
                        .map(sentence -> "<p>" + sentence + "</p>").collect(Collectors.joining()));
        try (PDDocument document = Loader.loadPDF(new PdfRenderer().render(html))) {
            return new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
        }
    }

    /** The part of the ink that only one of the two has. */
    private static double difference(BufferedImage one, BufferedImage other) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        double apart = 0;
        double ink = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                int here = 255 - one.getRaster().getSample(x, y, 0);
                int there = 255 - other.getRaster().getSample(x, y, 0);
                apart += Math.abs(here - there);
                ink += Math.max(here, there);
            }
        }
        assertThat(ink).isPositive();
        return apart / ink;
    }
}
