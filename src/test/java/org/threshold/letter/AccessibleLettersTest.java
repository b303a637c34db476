package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threshold.letter.ReadAloud.Said;

/**
 * Each letter before the validator of the PDF industry (veraPDF): PDF/UA-1 (ISO 14289-1) for people who have it read to
 * them, PDF/A-3u (ISO 19005-3) for the years that it is kept.
 */
class AccessibleLettersTest {

    private final LetterWriter writer = new LetterWriter();
    private final PdfRenderer renderer = new PdfRenderer();

    @BeforeAll
    static void begin() {
        Conformance.begin();
    }

    @ParameterizedTest
    @EnumSource(LetterTemplate.class)
    void everyLetterConforms(LetterTemplate template) throws Exception {
        assertThat(Conformance.faults(letter(template))).isEmpty();
    }

    @Test
    void aPageWithoutTagsIsFoundOut() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument bare = new PDDocument()) {
            bare.addPage(new PDPage());
            bare.save(out);
        }
        assertThat(Conformance.faults(out.toByteArray())).anyMatch(fault -> fault.startsWith("ua1"))
                .anyMatch(fault -> fault.startsWith("3u"));
    }

    /** What no machine finds wrong in itself, but a listener does: one title, sections below it, no page numbers. */
    @ParameterizedTest
    @EnumSource(LetterTemplate.class)
    void everyLetterIsReadInOrder(LetterTemplate template) throws IOException {
        try (PDDocument document = Loader.loadPDF(letter(template))) {
            List<Said> said = ReadAloud.of(document);
            assertThat(heard(said, "H1")).isEqualTo(template.title());
            assertThat(said).noneMatch(each -> each.tag().matches("H[3-6]|Figure"));
            String all = said.stream().map(Said::words).collect(Collectors.joining(" ")).replaceAll("\\s+", " ");
            assertThat(all).doesNotContain("Page 1 of").containsSubsequence("Exampleton Council", "Jordan Example",
                    "Our reference", template.title(), "Dear");
        }
    }

    private static String heard(List<Said> said, String tag) {
        return said.stream().filter(each -> each.path().endsWith("/" + tag) || each.path().contains("/" + tag + "/"))
                .map(Said::words).collect(Collectors.joining(" ")).replaceAll("\\s+", " ").strip();
    }

    private byte[] letter(LetterTemplate template) {
        return renderer.render(writer.write(template, LetterPagesTest.model(new LetterIndex().of(template).samples().get(0).facts())));
    }
}
