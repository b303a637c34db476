package org.threshold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.threshold.letter.ReadAloud.Said;

/** What a letter says to a household that reads another language, seen and heard. */
class OwnLanguageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String TELEPHONE = "01632 960001";

    private final OwnLanguages languages = new OwnLanguages();
    private final LetterWriter writer = new LetterWriter();
    private final PdfRenderer renderer = new PdfRenderer();

    @BeforeAll
    static void begin() {
        Conformance.begin();
    }

    static Stream<OwnLanguage> languages() {
        return new OwnLanguages().all().stream().filter(each -> !each.tag().equals("eo"));
    }

    @Test
    void theLanguagesThatCouncilsAreAskedForMostAreThere() {
        assertThat(languages().map(OwnLanguage::tag)).contains("ur", "ar", "bn", "pa", "pl", "ro", "so", "pt", "fa", "ta");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachSentenceIsOfThatLanguageAloneAndNoneIsAnother(OwnLanguage language) {
        assertThat(Set.copyOf(language.about().values())).hasSize(LetterSubject.values().length);
        assertThat(language.about().values()).allMatch(sentence -> sentence.matches("(?s).*[.।۔]"));
        Map<String, String> meanings = Resources.properties("letters/languages/meanings.properties");
        assertThat(language.about()).allSatisfy((subject, sentence) -> assertThat(sentence)
                .isNotEqualTo(meanings.get(subject.key())));
        assertThat(language.explainedWithoutTelephone()).doesNotContain("{");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLetterSaysInTheirLanguageWhatItIsAboutAndHowToHaveItExplained(OwnLanguage language) throws Exception {
        for (LetterTemplate template : List.of(LetterTemplate.S184_DECISION,
                LetterTemplate.PERSONALISED_HOUSING_PLAN_LARGE_PRINT)) {
            byte[] pdf = letter(template, language.name(), Map.of());
            assertThat(Conformance.faults(pdf)).isEmpty();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                List<Said> said = ReadAloud.of(document);
                String heard = in(language.tag(), said);
                assertThat(heard).contains(language.own(), language.about().get(LetterSubject.of(template)))
                        .contains(TELEPHONE);
                assertThat(before(said, "H1")).contains(heard);
            }
        }
    }

    private static String in(String language, List<Said> said) {
        return said.stream().filter(each -> each.language().equals(language)).map(Said::words)
                .collect(Collectors.joining(" ")).replaceAll("[\\s\u00A0]+", " ").strip();
    }

    private static String before(List<Said> said, String tag) {
        return said.stream().takeWhile(each -> !each.path().contains("/" + tag)).map(Said::words)
                .collect(Collectors.joining(" ")).replaceAll("[\\s\u00A0]+", " ").strip();
    }

    /** The words are drawn, each paragraph for itself, and the font needs not to be there to see them. */
    @ParameterizedTest
    @CsvSource({"Urdu, 3", "Arabic, 3", "Farsi, 3", "Bengali, 3", "Punjabi, 3", "Tamil, 3", "Polish, 0", "Somali, 0"})
    void whatTheLibraryCannotShapeIsDrawn(String language, int drawn) throws IOException {
        try (PDDocument document = Loader.loadPDF(letter(LetterTemplate.S184_DECISION, language, Map.of()))) {
            Set<Integer> drawings = new TreeSet<>();
            for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
                PDXObject drawing = document.getPage(0).getResources().getXObject(name);
                drawings.add(drawing.getStream().toByteArray().length);
            }
            assertThat(drawings).hasSize(drawn).allMatch(size -> size > 500);
        }
    }

    @ParameterizedTest
    @CsvSource({"English", "Klingon", "''"})
    void otherwiseTheLetterIsAsItIs(String language) throws IOException {
        String with = write(LetterTemplate.S184_DECISION, language, 1, Map.of());
        assertThat(with).doesNotContain("class=\"own-language").isEqualTo(write(LetterTemplate.S184_DECISION, null, 1,
                Map.of()));
    }

    @Test
    void aLanguageIsFoundByAnyOfItsNames() {
        assertThat(languages.called(" sylheti ", DAY)).get().extracting(OwnLanguage::tag).isEqualTo("bn");
        assertThat(languages.called("PUNJABI (reads Urdu)", DAY)).get().extracting(OwnLanguage::tag).isEqualTo("ur");
        assertThat(languages.called("Panjabi", DAY)).get().extracting(OwnLanguage::tag).isEqualTo("pa");
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31,", "2026-01-01, Telefonu al {telephone}.", "2026-12-31, Telefonu al {telephone}.",
        "2027-01-01, Nova: telefonu al {telephone}."})
    void aWordingHoldsFromItsDay(LocalDate day, String explained) {
        assertThat(languages.called("Esperanto", day).map(OwnLanguage::explained).orElse(null)).isEqualTo(explained);
    }

    @Test
    void aCouncilWithoutATelephoneAsksThemToMakeContact() {
        OwnLanguage urdu = languages.called("Urdu", DAY).orElseThrow();
        assertThat(urdu.note(LetterSubject.OTHER, null).sentences()).last().isEqualTo(urdu.explainedWithoutTelephone());
        assertThat(urdu.note(LetterSubject.OTHER, TELEPHONE).sentences().get(1)).contains("\u202A01632\u00A0960001\u202C");
    }

    @Test
    void aFileThatLacksASentenceStopsTheStart() {
        Map<String, String> whole = new HashMap<>(Resources.properties("letters/languages/pl.2026-01-01.properties"));
        whole.put("warning", "");
        assertThatThrownBy(() -> OwnLanguage.read("pl", DAY, whole)).hasMessageContaining("pl has no 'warning'");
        whole.put("warning", "Tak.");
        whole.put("explained", "Tak.");
        assertThatThrownBy(() -> OwnLanguage.read("pl", DAY, whole)).hasMessageContaining("no {telephone}");
    }

    @Test
    void aTranslationOfTheWordingInForceIsTheLetter() throws Exception {
        String html = write(LetterTemplate.ADVICE_GIVEN, "Esperanto", 1, Map.of());
        assertThat(html).contains("La konsilo", "1 junio 2026", "1 Testing Road").doesNotContain("Dear", "Telefonu al");
        byte[] pdf = renderer.render(html);
        assertThat(Conformance.faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("eo");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("La konsilo");
        }
    }

    @Test
    void aTranslationOfAnotherWordingIsNot() {
        assertThat(write(LetterTemplate.ADVICE_GIVEN, "Esperanto", 2, Map.of())).contains("Dear", "Telefonu al");
    }

    /** Names may be in any script: the sentence around one keeps its direction. */
    @Test
    void aNameInArabicIsShapedWithinAnEnglishSentence() throws Exception {
        byte[] pdf = letter(LetterTemplate.S184_DECISION, null, Map.of("applicantName", "محمد علي"));
        assertThat(Conformance.faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(ReadAloud.of(document)).extracting(Said::words).contains("Dear محمد علي");
        }
    }

    private byte[] letter(LetterTemplate template, String language, Map<String, Object> with) {
        return renderer.render(write(template, language, 1, with));
    }

    private String write(LetterTemplate template, String language, int version, Map<String, Object> with) {
        Map<String, Object> model = LetterPagesTest.model(with);
        model.put("language", language);
        return writer.write(template, template.key(), version, model);
    }
}
