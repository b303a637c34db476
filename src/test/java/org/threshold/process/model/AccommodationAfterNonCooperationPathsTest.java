package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.Finding;
import org.threshold.homelessness.Decisions;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.EndsProposed;
import org.threshold.homelessness.OfferKind;

/** Every path of {@code accommodation-after-non-cooperation}, from the notice and the decision on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccommodationAfterNonCooperationPathsTest extends ModelTest {

    private static final String STEP = "task_accommodateAfterNotice";

    @Autowired
    private Decisions decisions;
    @Autowired
    private Duties duties;
    @Autowired
    private EndsProposed ends;

    @Test
    void afterANoticeTheMainDutyDoesNotApply() {
        CaseReference reference = afterNotice();
        answer(reference, "task_makeInquiries", FilledForms.findings("YES", "YES", "YES", "NO"));

        assertThat(decisions.outcome(reference)).map(Enum::name).hasValue("S193C");
        assertThat(send(OFFICER, reference, "task_draftDecision", FilledForms.draft("MAIN_DUTY", today())))
                .singleElement().asString().contains("after a notice of refusal to co-operate");
    }

    @ParameterizedTest
    @CsvSource({"YES, NO, NO, NOT_PRIORITY_NEED", "YES, YES, YES, INTENTIONAL", "NO, YES, NO, NOT_HOMELESS"})
    void whoIsNotOwedTheMainDutyAnywayIsNotOwedThisOneEither(String homeless, String priority, String intentional,
                                                             String outcome) {
        CaseReference reference = afterNotice();
        answer(reference, "task_makeInquiries", FilledForms.findings(homeless, "YES", priority,
                priority.equals("NO") ? Finding.UNDECIDED.name() : intentional));

        assertThat(decisions.outcome(reference)).map(Enum::name).hasValue(outcome);
    }

    @ParameterizedTest
    @CsvSource({"PRSO_ACCEPTED, false", "PART6_ACCEPTED, false", "WITHDREW, false", "REFUSED_FINAL_OFFER, true",
        "PART6_REFUSED, true", "NOT_ELIGIBLE, true", "IH_FROM_TA, true", "CEASED_TO_OCCUPY, true"})
    void eachEndIsTheOneOfTheActAndThoseAgainstTheApplicantNeedASecondOfficer(String reason, boolean second) {
        CaseReference reference = accommodated();
        answer(reference, STEP, ended(reference, reason));
        if (second) {
            assertThat(open(reference)).containsExactly("task_authoriseEndOfDuty", "task_recordReadiness");
            answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        }

        assertThat(open(reference)).isEmpty();
        assertThat(running(reference)).isFalse();
        assertThat(duties.of(reference)).filteredOn(duty -> duty.kind() == DutyKind.S193C).singleElement()
                .satisfies(duty -> assertThat(duty.endReason()).isEqualTo(EndReason.valueOf(reason)));
        assertThat(lettersOf(reference)).contains("s193c-duty-ended");
    }

    @Test
    void anEndThatIsNotAuthorisedLeavesTheDutyAsItWas() {
        CaseReference reference = accommodated();
        answer(reference, STEP, ended(reference, "REFUSED_FINAL_OFFER"));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());

        assertThat(open(reference)).containsExactly(STEP, "task_recordReadiness");
        assertThat(status(reference)).isEqualTo(CaseStatus.S193C);
        assertThat(duties.running(reference, DutyKind.S193C)).isPresent();
    }

    @Test
    void aRefusalWithoutAllThatTheyHadToBeToldEndsNothing() {
        CaseReference reference = accommodated();

        assertThat(send(OFFICER, reference, STEP, FilledForms.of("accommodationEnd", "REFUSED_FINAL_OFFER", "endedOn",
                today().toString(), "endReasons", "For the reasons found", "offerSteps",
                "WRITTEN_OFFER,CONSEQUENCES,REVIEW_RIGHT,TIME,RECONSIDERED")))
                .contains("Select an answer to ‘Which offer of a settled home?’");
        assertThat(send(OFFICER, reference, STEP, FilledForms.with(ended(reference, "WITHDREW"), "withdrawalConfirmed", "no")))
                .containsExactly("Confirm the withdrawal with the applicant first");
    }

    /** Proposed on the case: the step goes on until it is authorised, and where it is not. */
    @Test
    void anotherEndIsProposedOnTheCaseWithoutLosingTheStep() {
        CaseReference reference = accommodated();
        long offer = refusedOffer(reference, DutyKind.S193C, OfferKind.FINAL_ACCOMMODATION);
        DutyEnding.Facts facts = DutyEnding.Facts.of(EndReason.REFUSED_FINAL_OFFER, today(), "The home was suitable")
                .withOffer(offer);
        ends.propose(reference, DutyKind.S193C, facts);
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());
        assertThat(open(reference)).containsExactly(STEP, "task_recordReadiness");
        ends.propose(reference, DutyKind.S193C, facts);
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        assertThat(running(reference)).isFalse();
        assertThat(lettersOf(reference)).containsOnlyOnce("s193c-duty-ended");

        CaseReference withdrawn = accommodated();
        ends.propose(withdrawn, DutyKind.S193C, DutyEnding.Facts.of(EndReason.WITHDREW, today(), null));
        follow(withdrawn);
        assertThat(running(withdrawn)).isFalse();
    }

    @Test
    void aLateStepClimbs() {
        CaseReference reference = accommodated();
        lateThenAnswered(reference, STEP, ended(reference, "PRSO_ACCEPTED"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("accommodation-after-non-cooperation");
    }

    private CaseReference accommodated() {
        CaseReference reference = afterNotice();
        decide(reference, "S193C", FilledForms.findings("YES", "YES", "YES", "NO"));
        assertThat(open(reference)).containsExactly(STEP, "task_recordReadiness");
        assertThat(status(reference)).isEqualTo(CaseStatus.S193C);
        return reference;
    }

    private CaseReference afterNotice() {
        CaseReference reference = warned(FilledForms.homeless(today()));
        notice(reference);
        return reference;
    }

    private Map<String, List<String>> ended(CaseReference reference, String reason) {
        Map<String, List<String>> form = FilledForms.of("accommodationEnd", reason, "endedOn", today().toString());
        return switch (reason) {
            case "WITHDREW" -> FilledForms.with(form, "withdrawalConfirmed", "yes");
            case "PRSO_ACCEPTED" -> on(form, acceptedOffer(reference, DutyKind.S193C, OfferKind.FINAL_ACCOMMODATION));
            case "PART6_ACCEPTED" -> on(form, acceptedOffer(reference, DutyKind.S193C, OfferKind.PART6));
            case "REFUSED_FINAL_OFFER" -> with(on(form, refusedOffer(reference, DutyKind.S193C,
                    OfferKind.FINAL_ACCOMMODATION)));
            case "PART6_REFUSED" -> with(on(form, refusedOffer(reference, DutyKind.S193C, OfferKind.FINAL_PART6)));
            default -> with(form);
        };
    }

    private static Map<String, List<String>> on(Map<String, List<String>> form, long offer) {
        return FilledForms.with(form, "offer", String.valueOf(offer));
    }

    private static Map<String, List<String>> with(Map<String, List<String>> form) {
        return FilledForms.with(form, "endReasons", "For the reasons found");
    }
}
