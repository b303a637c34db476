package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.NoSuchCase;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepEngine;
import org.threshold.worklist.StepHandler;

/** From first contact to the ends that need no duty, with the process of the approach itself. */
class ApproachesTest extends HomelessnessTest {

    @Autowired
    Approaches approaches;
    @Autowired
    Triages triages;
    @Autowired
    Closings closings;
    @Autowired
    List<StepHandler> handlers;
    @Autowired
    StepEngine engine;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void anApproachOpensTheCaseItsClockAndItsFirstStep() {
        CaseReference reference = approaches.take(new NewApproach(household()));

        assertThat(status(reference)).isEqualTo(CaseStatus.TRIAGE);
        assertThat(clocks.running(reference, ClockKind.INQUIRIES).orElseThrow().triggerDate()).isEqualTo(DAY_ONE);
        assertThat(approaches.running(reference)).isTrue();
        assertThat(openSteps(reference)).containsExactly("task_triageApproach");
    }

    @Test
    void whenAnythingThrowsNoCaseNoClockAndNoProcessIsLeft() {
        long before = jdbc.sql("select count(*) from case_file").query(Long.class).single();
        CaseReference[] taken = new CaseReference[1];
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            taken[0] = approaches.take(new NewApproach(household()));
            throw new IllegalStateException("the listener failed");
        })).hasMessage("the listener failed");

        assertThat(cases.find(taken[0].value())).isEmpty();
        assertThatThrownBy(() -> approaches.running(taken[0])).isInstanceOf(NoSuchCase.class);
        assertThat(jdbc.sql("select (select count(*) from worklist_step where case_reference = :case)"
                + " + (select count(*) from statutory_clock where case_reference = :case)")
                .param("case", taken[0].value()).query(Long.class).single()).isZero();
        assertThat(audited(taken[0], "case.opened")).isZero();
        assertThat(jdbc.sql("select count(*) from case_file").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void anAnalystTakesNoApproach() {
        actAs("analyst");
        assertThatThrownBy(() -> approaches.take(new NewApproach(household()))).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aWithdrawalEndsEverythingAndIsConfirmed() {
        CaseReference reference = approaches.take(new NewApproach(household()));
        duties.accept(reference, DutyKind.RELIEF, DAY_ONE);

        assertThat(approaches.withdraw(reference, "They moved in with a friend")).isTrue();

        assertThat(status(reference)).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(duties.of(reference)).singleElement()
                .satisfies(duty -> assertThat(duty.endReason()).isEqualTo(EndReason.WITHDREW));
        assertThat(runs(reference, ClockKind.INQUIRIES)).isFalse();
        assertThat(runs(reference, ClockKind.RELIEF_DUTY)).isFalse();
        assertThat(letters(reference)).containsExactly("withdrawal-confirmed");
        assertThat(openSteps(reference)).isEmpty();
        assertThat(approaches.withdraw(reference, "Again")).isFalse();
        assertThat(rows("withdrawal", reference)).isOne();
    }

    @Test
    void whoComesBackBeforeTheDiaryDateIsTriagedAgain() {
        CaseReference reference = approaches.take(new NewApproach(household()));
        assertThat(approaches.backInTouch(reference, "Early")).as("triage is still open").isFalse();
        triage(reference, Map.of("domesticAbuse", "no", "hateCrime", "no", "aged16or17", "no", "homelessTonight", "no",
                "within56Days", "no", "riskLater", "yes", "diaryDate", DAY_ONE.plusDays(30), "whyNoReasonToBelieve",
                "The notice runs out in four months"));
        assertThat(status(reference)).isEqualTo(CaseStatus.NOT_WITHIN_56_DAYS);
        assertThat(openSteps(reference)).isEmpty();

        assertThat(approaches.backInTouch(reference, "The landlord wants them out now")).isTrue();

        assertThat(openSteps(reference)).containsExactly("task_triageApproach");
        triage(reference, Map.of("domesticAbuse", "no", "hateCrime", "no", "aged16or17", "no", "homelessTonight",
                "yes", "reasonToBelieve", "yes", "interimDue", "yes"));
        assertThat(openSteps(reference)).as("interim accommodation waits for nothing").containsExactlyInAnyOrder(
                "task_checkIdentityAndEligibility", "task_findUnit");
    }

    private void triage(CaseReference reference, Map<String, Object> answers) {
        StepHandler handler = handler("triage-approach");
        String id = jdbc.sql("select step_id from worklist_step where case_reference = :case")
                .param("case", reference.value()).query(String.class).single();
        StepContext step = new StepContext(id, reference, handler.formKey(), "homelessness-approach",
                "task_triageApproach");
        assertThat(handler.check(step, answers)).isEmpty();
        transaction.executeWithoutResult(status -> engine.complete(id, handler.record(step, answers)));
    }

    private StepHandler handler(String form) {
        return handlers.stream().filter(each -> each.formKey().equals(form)).findFirst().orElseThrow();
    }

    @Test
    void adviceOnlyIsRefusedWhereThereIsReasonToBelieve() {
        CaseReference reference = newCase();
        triages.record(reference, triage(true));
        assertThatThrownBy(() -> closings.adviceOnly(reference)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("reason to believe");
        assertThat(status(reference)).isEqualTo(CaseStatus.ASSESSMENT);
    }

    @Test
    void adviceEndsACaseWithoutReasonToBelieveAndIsWrittenDown() {
        CaseReference reference = newCase();
        clocks.start(reference, ClockKind.INQUIRIES, DAY_ONE);
        triages.record(reference, triage(false));
        assertThat(runs(reference, ClockKind.INQUIRIES)).as("no duty to inquire").isFalse();
        triages.advise(reference, List.of("MONEY"), "Ask for a payment plan", true);

        closings.adviceOnly(reference);

        assertThat(status(reference)).isEqualTo(CaseStatus.ADVICE_ONLY);
        assertThat(letters(reference)).containsExactly("advice-given");
    }

    @Test
    void nobodyWithNowhereToStayTonightIsWithoutReasonToBelieve() {
        CaseReference reference = newCase();
        Triage contradiction = new Triage(false, false, false, true, true, false, "Not credible", false, List.of(),
                null, null, null);
        assertThatThrownBy(() -> triages.record(reference, contradiction)).isInstanceOf(NotPossible.class);
        assertThat(rows("triage", reference)).isZero();
    }

    @Test
    void aRefusedInterimDutyCarriesItsReasonAndItsOfficer() {
        CaseReference reference = newCase();
        triages.record(reference, new Triage(false, false, false, false, true, true, null, false,
                List.of("PRIORITY_NEED"), "Nobody is vulnerable", null, null));
        assertThat(jdbc.sql("select who || ' ' || action || ' ' || reason from audit_entry where chain = :case"
                + " and action = 'interim.notDue'").param("case", reference.value()).query(String.class).single())
                .isEqualTo("officer interim.notDue Nobody is vulnerable");
    }

    @Test
    void someoneOf16Or17IsNotPlacedInBedAndBreakfast() {
        CaseReference reference = newCase();
        triages.record(reference, new Triage(false, false, true, true, true, true, null, true, List.of(), null, null,
                null));
        StepHandler interim = handler("arrange-interim-accommodation");
        StepContext step = new StepContext("1", reference, interim.formKey(), "homelessness-approach", "task");
        assertThat(interim.check(step, Map.of("interimType", "BB_SHARED_ANNEXE", "interimFrom", DAY_ONE)))
                .singleElement().satisfies(error -> assertThat(error.key()).isEqualTo("interimType"));
        assertThat(interim.check(step, Map.of("interimType", "HOSTEL_REFUGE", "interimFrom", DAY_ONE)))
                .isEmpty();
    }

    private List<String> openSteps(CaseReference reference) {
        return jdbc.sql("select element_id from worklist_step where case_reference = :case")
                .param("case", reference.value()).query(String.class).list();
    }

    private static Triage triage(boolean reason) {
        return new Triage(false, false, false, false, reason, reason, reason ? null : "Secure tenant", false,
                List.of(), null, null, null);
    }
}
