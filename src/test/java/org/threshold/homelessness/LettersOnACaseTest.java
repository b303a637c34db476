package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;

/** Letters as the use cases issue them, read from their PDF: the days and rights that the reader needs are in them. */
class LettersOnACaseTest extends HomelessnessTest {

    @Autowired
    private HousingPlans plans;
    @Autowired
    private Closings closings;

    @Test
    void aPlanCanBeReviewedUntilTheDayThatItNames() {
        CaseReference reference = under(DutyKind.RELIEF);
        plans.record(reference, "A quiet flat", "PRINTED", DAY_ONE.plusDays(28), List.of(new PlanStep(
                PlanStep.Who.COUNCIL, PlanStep.Kind.MANDATORY, "Ring the landlord", DAY_ONE.plusDays(2), true, null)));
        plans.issue(reference);

        assertThat(text(reference)).contains("Ring the landlord", "Ask us by 21 June 2026");
        assertThat(lastDay(reference, ClockKind.REVIEW_REQUEST)).isEqualTo(LocalDate.of(2026, 6, 21));
    }

    @Test
    void aWithdrawalIsTheNoticeThatEndsTheDutyThatRan() {
        CaseReference reference = under(DutyKind.PREVENTION);
        closings.withdrawn(reference);

        assertThat(text(reference)).contains("our prevention duty (section 195(8)(g)) to you has ended",
                "Ask us by 21 June 2026");
        assertThat(lastDay(reference, ClockKind.REVIEW_REQUEST)).isEqualTo(LocalDate.of(2026, 6, 21));
    }

    @Test
    void aWithdrawalBeforeAnyDutyEndsNoneAndHasNoReview() {
        CaseReference reference = newCase();
        closings.withdrawn(reference);

        assertThat(text(reference)).contains("You can come back at any time").doesNotContain("has ended", "section 202");
        assertThat(runs(reference, ClockKind.REVIEW_REQUEST)).isFalse();
    }

    @Test
    void someoneFoundIntentionallyHomelessIsToldUntilWhenTheyHaveAPlace() {
        CaseReference reference = newCase();
        find(reference, Findings.of(Finding.YES, Finding.YES, Finding.YES, Finding.YES));
        decisions.draft(reference, new Decision.Draft(DecisionOutcome.INTENTIONAL, "Asked", "Because",
                DAY_ONE.plusDays(28)));
        actAs("senior");
        decisions.sign(reference);
        decisions.issue(reference);

        assertThat(text(reference)).contains("lasts until 29 June 2026", "Ask us by 21 June 2026");
    }

    private String text(CaseReference reference) {
        byte[] pdf = letters.pdf(letters.of(reference).get(0).id());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper lines = new PDFTextStripper();
            lines.setSortByPosition(true);
            return lines.getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
