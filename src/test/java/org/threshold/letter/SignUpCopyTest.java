package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The household's copy of its sign-up says everything that it must know. */
class SignUpCopyTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 31);

    private final LetterWriter writer = new LetterWriter();
    private final PdfRenderer renderer = new PdfRenderer();

    @Test
    void saysWhatItCostsWhatIsClaimedAndWhatIsStillToBring() throws IOException {
        String text = text(Map.of("claim", "HB1234567", "evidence", List.of("Payslips", "Bank statements")));
        assertThat(text).contains("section 188(1)", "interim accommodation", "£55.00 a night", "£5.00 a night",
                "We expect Housing Benefit of £315.00 a week. You would pay £70.00 a week.", "This is an estimate",
                "HB1234567", "Payslips", "Bank statements", "28 February 2027", "a licence to stay there, not a tenancy",
                "The rules", "If something is wrong", "Universal Credit does not pay");
    }

    @Test
    void givesTheRightToAReviewOnlyWhereThereIsOne() throws IOException {
        assertThat(text(Map.of("reviewable", true))).contains("section 202(1)", "21 days")
                .doesNotContain("judicial review");
        assertThat(text(Map.of("reviewable", false))).contains("no right to a review", "judicial review")
                .doesNotContain("section 202");
    }

    @Test
    void warnsWhoeverHasNoClaimYet() throws IOException {
        assertThat(text(Map.of("evidence", List.of("Payslips"))))
                .contains("No claim for Housing Benefit had been made").doesNotContain("Payslips");
    }

    private String text(Map<String, Object> with) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("reference", "TH-26-000001");
        model.put("applicantName", "Jordan Example");
        model.put("council", new Council("Exampleton Council", List.of("Town Hall", "Exampleton"), "01632 960001", null,
                null));
        model.put("addressLines", List.of());
        model.put("issuedOn", DAY);
        model.put("signedOn", DAY);
        model.put("address", "Flat 1, 1 Example Street, AA1 1AA");
        model.put("section", "188(1)");
        model.put("function", "interim accommodation, while we make inquiries");
        model.put("reviewable", false);
        model.put("total", "£55.00 a night");
        model.put("ineligible", "£5.00 a night");
        model.put("estimate", List.of("The charge is £385.00 a week.",
                "We expect Housing Benefit of £315.00 a week. You would pay £70.00 a week."));
        model.put("caution", "This is an estimate. The benefit office decides how much Housing Benefit you get.");
        model.put("evidence", List.of());
        model.put("evidenceBy", DAY.plusMonths(1));
        model.putAll(with);
        byte[] pdf = renderer.render(writer.write(LetterTemplate.TA_SIGN_UP_COPY, model));
        Files.write(Files.createDirectories(Path.of("target", "letters")).resolve("sign-up-copy-filled.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }
}
