package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.CaseTimeline;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.EndingFact;
import org.threshold.homelessness.EndsProposed;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.OfferKind;
import org.threshold.homelessness.Triages;
import org.threshold.moveon.MoveOns;

/** Every path of {@code main-duty}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainDutyPathsTest extends ModelTest {

    @Autowired
    private Duties duties;
    @Autowired
    private DutyEndings endings;
    @Autowired
    private EndsProposed ends;
    @Autowired
    private MoveOns moveOns;
    @Autowired
    private Triages triages;
    @Autowired
    private CaseTimeline timeline;
    @Autowired
    private PlacementRequests requests;

    @Test
    void theMainDutyEndsWithAHome() {
        CaseReference reference = inMainDuty();

        answer(reference, "task_dischargeMainDuty", discharged(reference));

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
    }

    /** On a case of before placements were kept; its record is the only trace of where they live. */
    @Test
    void whoLivesWhereInterimAccommodationWasArrangedBeforeIsNotSentToASecondHome() {
        CaseReference reference = inRelief();
        triages.arrangeInterim(reference, new InterimArrangement("PLACED", "9 Testing Road, Exampleton",
                "NIGHTLY_PRIVATE_SELF_CONTAINED", today(), true, "Near the school", null));
        runOut(reference, "timer_reliefDay42");
        answer(reference, "task_recordInquiries", FilledForms.findings("YES", "YES", "YES", "NO"));
        runOut(reference, "timer_reliefDay56");
        decide(reference, "MAIN_DUTY", FilledForms.findings("YES", "YES", "YES", "NO"));

        assertThat(open(reference)).containsExactly("task_dischargeMainDuty", "task_recordReadiness");
        assertThat(timeline.page(reference, null, null, 100)).anySatisfy(entry -> {
            assertThat(entry.headline()).startsWith("No other place is looked for");
            assertThat(entry.detail()).startsWith("9 Testing Road, Exampleton");
        });
        requests.start(reference, AccommodationFunction.MAIN, null, false);
        assertThat(open(reference)).as("an officer who asks knows better").contains("task_findUnit");
    }

    @Test
    void aMainDutyThatEndsAgainstTheApplicantNeedsASecondOfficer() {
        CaseReference reference = inMainDuty();
        answer(reference, "task_dischargeMainDuty", offerRefused(reference));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());
        assertThat(open(reference)).containsExactly("task_dischargeMainDuty", "task_recordReadiness");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY);
        answer(reference, "task_dischargeMainDuty", offerRefused(reference));

        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
    }

    @Test
    void aMainDutyEndsForLostContactOnlyAfterTheAttempts() {
        CaseReference reference = inMainDuty();
        assertThat(send(OFFICER, reference, "task_dischargeMainDuty", FilledForms.mainDutyContactLost(today())))
                .singleElement().asString().contains("On record since they were last reached: 0 attempts");
        triedInVain(reference);

        answer(reference, "task_dischargeMainDuty", FilledForms.mainDutyContactLost(today()));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
    }

    /** Proposed on the case: the work under the duty goes on until it is authorised, and where it is not. */
    @Test
    void anotherEndIsProposedOnTheCaseWithoutLosingTheStep() {
        CaseReference reference = inMainDuty();
        long offer = refusedOffer(reference, DutyKind.MAIN, OfferKind.FINAL_PART6);
        assertThat(ends.propose(reference, DutyKind.MAIN, onOffer(offer))).isTrue();
        assertThat(open(reference)).containsExactly("task_authoriseEndOfDuty", "task_dischargeMainDuty",
                "task_recordReadiness");
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());
        assertThat(open(reference)).containsExactly("task_dischargeMainDuty", "task_recordReadiness");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY);

        ends.propose(reference, DutyKind.MAIN, onOffer(offer));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
        assertThat(lettersOf(reference)).containsOnlyOnce("main-duty-ended");
    }

    /** What the end of one process ends in another ends its ladders too, whichever of the steps were late. */
    @Test
    void anEndThatIsAuthorisedLateTakesTheWayToAHomeAndAllLaddersWithIt() {
        CaseReference reference = inMainDuty();
        late(reference, "task_recordReadiness");
        ends.propose(reference, DutyKind.MAIN, onOffer(refusedOffer(reference, DutyKind.MAIN, OfferKind.FINAL_PART6)));
        late(reference, "task_authoriseEndOfDuty");

        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(running(reference)).isFalse();
        assertThat(moveOns.running(reference)).isEmpty();
        assertThat(jdbc.sql("select count(*) from overdue_step where case_reference = ? and ended_at is null")
                .param(reference.value()).query(Long.class).single()).isZero();
    }

    @Test
    void anEndThatIsNotAgainstThemEndsTheDutyFromTheCaseAtOnce() {
        CaseReference reference = inMainDuty();
        assertThat(ends.propose(reference, DutyKind.MAIN, new DutyEnding.Facts(EndReason.WITHDREW, today(), null, null,
                null, null, null, List.of(DutyEnding.ASKED), null, null, List.of(new EndingFact(
                        EndingFact.Kind.THEIR_WORDS, "They moved in with a sister", today(), null))))).isFalse();
        follow(reference);

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
    }

    /** On this model a refusal ends the duty only on the offer itself, and ticks are not even taken. */
    @Test
    void withoutTheOfferOnRecordARefusalEndsNothing() {
        CaseReference reference = inMainDuty();
        assertThat(send(OFFICER, reference, "task_dischargeMainDuty", FilledForms.refusedOnTicks(today())))
                .contains("Select an answer to ‘Which offer of a settled home?’");
        long accepted = acceptedOffer(reference, DutyKind.MAIN, OfferKind.PART6);
        assertThat(send(OFFICER, reference, "task_dischargeMainDuty", FilledForms.mainDutyOnOffer("PART6_REFUSED",
                accepted, today()))).isNotEmpty();
        assertThat(duties.running(reference, DutyKind.MAIN)).isPresent();
    }

    /** A case that began on the model of before: nothing there waits for the page, and its step ends the duty on ticks. */
    @Test
    void aCaseOnTheEarlierModelEndsInItsStep() {
        String deployment = repository.createDeployment()
                .addClasspathResource("earlier-models/main-duty.bpmn")
                .addInputStream("forms/main-duty/discharge-main-duty.form", getClass().getResourceAsStream(
                        "/earlier-models/discharge-main-duty.form")).deploy().getId();
        try {
            CaseReference reference = inMainDuty();
            long offer = refusedOffer(reference, DutyKind.MAIN, OfferKind.FINAL_PART6);
            assertThatThrownBy(() -> ends.propose(reference, DutyKind.MAIN, onOffer(offer)))
                    .hasMessageStartingWith("This case runs on an earlier version of the process");

            answer(reference, "task_dischargeMainDuty", FilledForms.refusedOnTicks(today()));
            answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

            assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
            assertThat(endings.facts(reference).values()).flatExtracting(facts -> facts)
                    .filteredOn(fact -> fact.kind() == EndingFact.Kind.TICKED).hasSize(5);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private DutyEnding.Facts onOffer(long offer) {
        return DutyEnding.Facts.of(EndReason.PART6_REFUSED, today(), "The home was suitable").withOffer(offer);
    }

    @Test
    void aLateDischargeClimbs() {
        CaseReference reference = inMainDuty();
        lateThenAnswered(reference, "task_dischargeMainDuty", offerRefused(reference));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("main-duty");
    }
}
