package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.Postcode;
import org.threshold.clock.Finding;
import org.threshold.letter.DispatchWay;
import org.threshold.letter.LetterChase;
import org.threshold.letter.LetterDeliveries;
import org.threshold.letter.LetterDispatches;
import org.threshold.letter.LetterIncomplete;
import org.threshold.letter.LetterOutcome;
import org.threshold.letter.LetterOutcome.Kind;
import org.threshold.letter.LetterOutcomes;
import org.threshold.letter.LetterPreviews;
import org.threshold.letter.LetterReleases;
import org.threshold.letter.Letters;
import org.threshold.letter.Letters.Letter;
import org.threshold.letter.NotSent;

/** From the day a letter is issued to the day it is known that they have it. */
class LetterLifeTest extends HomelessnessTest {

    @Autowired
    private Letters service;
    @Autowired
    private LetterDispatches dispatches;
    @Autowired
    private LetterOutcomes outcomes;
    @Autowired
    private LetterPreviews previews;
    @Autowired
    private LetterReleases releases;
    @Autowired
    private LetterChase chase;
    @Autowired
    private LetterDeliveries deliveries;
    @Autowired
    private CaseDetails details;

    @Test
    void aLetterWithoutAFactIsNotWrittenAndSaysWhatIsMissing() {
        CaseReference reference = newCase();
        assertThatThrownBy(() -> service.issue(reference, "s190-more-time", Map.of("until", DAY_ONE), key()))
                .isInstanceOf(LetterIncomplete.class).hasMessageContaining("The last day until now")
                .hasMessageContaining("Why they get more time").hasMessageNotContaining("The new last day");
        assertThat(service.of(reference)).isEmpty();
    }

    @Test
    void aLetterKeepsOfWhichWordingItIs() {
        CaseReference reference = newCase();
        assertThat(advice(reference).version()).isEqualTo(1);
    }

    @Test
    void whatCameBackIsChasedUntilItIsSentAgainAndTheLetterNeverChanges() {
        CaseReference reference = newCase();
        details.changeContact(reference, details.of(reference).version(), new ContactDetails(null, null, "1 Testing Road",
                Postcode.parse("AA1 1AA"), null, null, null));
        Letter letter = advice(reference);
        byte[] issued = service.pdf(letter.id());
        assertThat(chased(reference)).isEmpty();
        on(DAY_ONE.plusDays(1));
        assertThat(chased(reference)).containsExactly("Not sent");

        dispatches.record(reference, letter.id(), DispatchWay.POSTED, null, DAY_ONE.plusDays(1), true);
        assertThat(chased(reference)).isEmpty();
        on(DAY_ONE.plusDays(4));
        assertThatThrownBy(() -> outcomes.record(reference, letter.id(), Kind.RETURNED, DAY_ONE.plusDays(4), " "))
                .isInstanceOf(NotSent.class).hasMessageContaining("what is to be done");
        outcomes.record(reference, letter.id(), Kind.RETURNED, DAY_ONE.plusDays(4), "Ring them");
        assertThat(chased(reference)).containsExactly("It came back undelivered");

        dispatches.record(reference, letter.id(), DispatchWay.HANDED_OVER, "Jordan Example", DAY_ONE.plusDays(4), true);
        assertThat(chased(reference)).isEmpty();
        assertThat(dispatches.of(reference).get(letter.id())).hasSize(2);
        assertThat(service.of(reference)).hasSize(1);
        assertThat(service.pdf(letter.id())).isEqualTo(issued);
    }

    @Test
    void aNoticeKeptAtTheOfficeIsTreatedAsGivenWhenAnOfficerSaysSo() {
        CaseReference reference = newCase();
        Letter letter = advice(reference);
        on(DAY_ONE.plusDays(1));
        dispatches.record(reference, letter.id(), DispatchWay.KEPT_FOR_COLLECTION, null, DAY_ONE.plusDays(1), true);
        assertThat(chased(reference)).isEmpty();
        on(DAY_ONE.plusDays(11));
        assertThat(chased(reference)).containsExactly("Nothing known since it left");
        outcomes.record(reference, letter.id(), Kind.DEEMED_GIVEN, DAY_ONE.plusDays(11), null);
        assertThat(chased(reference)).isEmpty();
        assertThat(outcomes.of(reference).get(letter.id())).extracting(LetterOutcome::kind)
                .containsExactly(Kind.DEEMED_GIVEN);
    }

    @ParameterizedTest
    @CsvSource({"HANDED_OVER, RETURNED, false", "HANDED_OVER, DELIVERED, true", "HANDED_OVER, DEEMED_GIVEN, false",
        "KEPT_FOR_COLLECTION, COLLECTED, true", "KEPT_FOR_COLLECTION, BOUNCED, false"})
    void whatBecameOfALetterFitsToHowItLeft(DispatchWay way, Kind kind, boolean fits) {
        CaseReference reference = newCase();
        Letter letter = advice(reference);
        dispatches.record(reference, letter.id(), way, "Jordan Example", DAY_ONE, true);
        if (fits) {
            outcomes.record(reference, letter.id(), kind, DAY_ONE, null);
            assertThat(outcomes.of(reference)).hasSize(1);
        } else {
            assertThatThrownBy(() -> outcomes.record(reference, letter.id(), kind, DAY_ONE, "Ring them"))
                    .isInstanceOf(NotSent.class);
        }
    }

    @Test
    void anEmailThatComesBackIsOnTheLetter() {
        CaseReference reference = newCase();
        String key = key();
        Letter letter = service.issue(reference, "advice-given", Map.of("advice", "Ask the landlord"), key);
        deliveries.sentByMessage("no letter " + key, "a@example.invalid");
        deliveries.bounced(key, "a@example.invalid", "The mail server refused the address");
        assertThat(dispatches.of(reference).get(letter.id())).extracting(LetterDispatches.Sent::way)
                .containsExactly(DispatchWay.EMAILED);
        assertThat(outcomes.of(reference).get(letter.id())).extracting(LetterOutcome::kind).containsExactly(Kind.BOUNCED);
        on(DAY_ONE.plusDays(1));
        assertThat(chased(reference)).containsExactly("The e-mail came back");
    }

    @Test
    void aLetterThatNeedsASecondPersonDoesNotLeaveBeforeTheyHaveReadIt() {
        CaseReference reference = newCase();
        Letter letter = service.issue(reference, "interim-ended", interim(), key());
        assertThatThrownBy(() -> hand(reference, letter)).isInstanceOf(NotSent.class)
                .hasMessageContaining("A second person");
        assertThatThrownBy(() -> releases.answer(reference, letter.id(), true, null)).isInstanceOf(NotPermitted.class);
        on(DAY_ONE.plusDays(1));
        assertThat(chased(reference)).containsExactly("Waits for a second person");

        actAs("senior");
        releases.answer(reference, letter.id(), true, null);
        assertThatThrownBy(() -> releases.answer(reference, letter.id(), false, "No")).isInstanceOf(NotSent.class);
        actAs("officer");
        hand(reference, letter);
        assertThat(chased(reference)).isEmpty();
    }

    @Test
    void aLetterThatIsHeldBackNeverLeaves() {
        CaseReference reference = newCase();
        Letter letter = service.issue(reference, "interim-ended", interim(), key());
        actAs("senior");
        assertThatThrownBy(() -> releases.answer(reference, letter.id(), false, " ")).isInstanceOf(NotSent.class);
        releases.answer(reference, letter.id(), false, "Too little time");
        actAs("officer");
        assertThatThrownBy(() -> hand(reference, letter)).isInstanceOf(NotSent.class);
        on(DAY_ONE.plusDays(1));
        assertThat(chased(reference)).isEmpty();
    }

    @Test
    void aDecisionIsReadBeforeItIsIssuedAndNothingIsKeptOfThat() throws java.io.IOException {
        CaseReference reference = newCase();
        find(reference, Findings.of(Finding.YES, Finding.YES,
                Finding.NO, Finding.NO));
        assertThat(previews.of(reference)).isEmpty();
        decisions.draft(reference, new Decision.Draft(DecisionOutcome.NOT_PRIORITY_NEED, "Asked", "Because", null));
        String key = previews.of(reference).get(0).key();
        try (PDDocument document = Loader.loadPDF(previews.pdf(reference, key))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Preview – not issued", "you do not have a priority need", "Because");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
        assertThat(service.of(reference)).isEmpty();
        actAs("senior");
        decisions.sign(reference);
        decisions.issue(reference);
        assertThat(previews.of(reference)).isEmpty();
    }

    private void hand(CaseReference reference, Letter letter) {
        dispatches.record(reference, letter.id(), DispatchWay.HANDED_OVER, "Jordan Example", letter.issuedOn(), true);
    }

    private static Map<String, Object> interim() {
        return new HashMap<>(Map.of("ground", "WITHDREW", "endedOn", DAY_ONE, "address", "1 Example Street", "leaveBy",
                DAY_ONE.plusDays(14), "reasons", "They move out then.", "children", false));
    }

    private Letter advice(CaseReference reference) {
        return service.issue(reference, "advice-given", Map.of("advice", "Ask the landlord"), key());
    }

    private List<String> chased(CaseReference reference) {
        return chase.list().stream().filter(row -> row.caseReference().equals(reference)).map(LetterChase.Row::why).toList();
    }

    private static String key() {
        return "life-" + UUID.randomUUID();
    }
}
