package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Letters stand on paper so that a window envelope shows the address and nothing else, and GOV.UK Notify takes them: its
 * letter specification gives the window and the edges. Letters in large print are folded into larger envelopes by hand.
 */
class AddressWindowTest {

    private static final double MM = 72 / 25.4;
    private static final double EDGE_LEFT = 15;
    private static final double EDGE_RIGHT = 195;
    private static final double EDGE_TOP = 5;
    private static final double EDGE_BOTTOM = 292;
    private static final List<String> ADDRESS = List.of("Flat 4", "Testing House", "1 Testing Road", "Exampleton",
            "AA1 1AA");

    @ParameterizedTest
    @EnumSource(value = LetterTemplate.class, mode = EnumSource.Mode.MATCH_NONE, names = ".*_LARGE_PRINT")
    void theWindowShowsTheAddressAlone(LetterTemplate template) throws IOException {
        Map<String, Object> model = LetterPagesTest.model(new LetterIndex().of(template).samples().get(0).facts());
        model.put("addressLines", ADDRESS);
        model.put("language", "Urdu");
        byte[] pdf = new PdfRenderer().render(new LetterWriter().write(template, model));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<TextPosition> all = positions(document, 1, document.getNumberOfPages());
            assertThat(all).allSatisfy(sign -> assertThat(left(sign) >= EDGE_LEFT && right(sign) <= EDGE_RIGHT
                    && top(sign) >= EDGE_TOP && bottom(sign) <= EDGE_BOTTOM).as(at(sign)).isTrue());
            StringBuilder shown = new StringBuilder();
            for (TextPosition sign : positions(document, 1, 1)) {
                if (isInTheWindow(sign)) {
                    shown.append(sign.getUnicode());
                } else {
                    assertThat(left(sign) >= 125 || top(sign) >= 95).as(at(sign)).isTrue();
                }
            }
            assertThat(shown.toString()).isEqualTo("JordanExample" + String.join("", ADDRESS).replace(" ", ""));
        }
    }

    private static List<TextPosition> positions(PDDocument document, int first, int last) throws IOException {
        List<TextPosition> found = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> signs) {
                signs.stream().filter(sign -> !sign.getUnicode().isBlank()).forEach(found::add);
            }
        };
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        stripper.getText(document);
        return found;
    }

    private static boolean isInTheWindow(TextPosition sign) {
        return left(sign) >= 24.6 && right(sign) <= 120 && top(sign) >= 40 && bottom(sign) <= 66.2;
    }

    private static double left(TextPosition sign) {
        return sign.getXDirAdj() / MM;
    }

    private static double right(TextPosition sign) {
        return (sign.getXDirAdj() + sign.getWidthDirAdj()) / MM;
    }

    private static double top(TextPosition sign) {
        return (sign.getYDirAdj() - sign.getHeightDir()) / MM;
    }

    private static double bottom(TextPosition sign) {
        return sign.getYDirAdj() / MM;
    }

    private static String at(TextPosition sign) {
        return "%s at %.1f mm, %.1f mm".formatted(sign.getUnicode(), left(sign), bottom(sign));
    }
}
