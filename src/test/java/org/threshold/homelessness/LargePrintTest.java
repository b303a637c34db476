package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;

/** The applicant's copy of the plan, in both sizes. */
class LargePrintTest extends HomelessnessTest {

    private static final float LARGE = 18f;

    @Autowired
    private HousingPlans plans;

    @Test
    void theLargePrintSaysTheSameInLettersOfEighteenPointsAndMore() throws IOException {
        CaseReference reference = under(DutyKind.RELIEF);
        plans.record(reference, "A quiet flat\nnear the school", "PRINTED", DAY_ONE.plusDays(28), List.of(
                new PlanStep(PlanStep.Who.COUNCIL, PlanStep.Kind.MANDATORY, "Ring the landlord.", DAY_ONE.plusDays(2),
                        true, null, "Housing Solutions"),
                new PlanStep(PlanStep.Who.APPLICANT, PlanStep.Kind.RECOMMENDED, "Look at two homes.",
                        DAY_ONE.plusDays(9), false, "No bus fare", "The lettings agent")));
        plans.issue(reference);
        on(DAY_ONE.plusDays(5));
        plans.issueInLargePrint(reference);

        byte[] large = pdf(reference, "personalised-housing-plan-large-print");
        byte[] usual = pdf(reference, "personalised-housing-plan");
        assertThat(words(large)).contains("\u2610", "You should do this by 10 June 2026.", "Ring: The lettings agent.",
                "What you want to happen", "near the school", "Ask us by 21 June 2026");
        assertThat(sizes(large).first()).as("smallest letters").isGreaterThanOrEqualTo(LARGE);
        assertThat(sizes(usual).first()).isLessThan(LARGE);
        assertThat(without(large)).isEqualTo(without(usual));
        try (PDDocument document = Loader.loadPDF(large)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).as("tagged").isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("en");
        }
    }

    /** What differs on purpose is the title, the day it was printed, and where pages break. */
    private static List<String> without(byte[] pdf) throws IOException {
        return Stream.of(words(pdf).replaceAll("Page \\d+ of \\d+", "").replaceAll(", in\\s+large print", "")
                .replaceAll("[16] June 2026 Our", "Our").split("\\s+")).filter(word -> !word.isBlank()).toList();
    }

    private byte[] pdf(CaseReference reference, String template) {
        return letters.pdf(letters.of(reference).stream().filter(letter -> letter.template().equals(template))
                .findFirst().orElseThrow().id());
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper lines = new PDFTextStripper();
            lines.setSortByPosition(true);
            return lines.getText(document).replaceAll("\\s+", " ");
        }
    }

    private static TreeSet<Float> sizes(byte[] pdf) throws IOException {
        TreeSet<Float> sizes = new TreeSet<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    positions.stream().filter(each -> !each.getUnicode().isBlank())
                            .forEach(each -> sizes.add(each.getFontSizeInPt()));
                }
            }.getText(document);
        }
        return sizes;
    }
}
