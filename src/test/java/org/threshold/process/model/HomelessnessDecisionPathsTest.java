package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.Finding;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.store.CircumstancesStore;

/** Every path of {@code homelessness-decision}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomelessnessDecisionPathsTest extends ModelTest {

    @Autowired
    private CaseFindings findings;
    @Autowired
    private Duties duties;
    @Autowired
    private CircumstancesStore changes;

    @Test
    void signedByASecondOfficerItIsIssuedByLetter() {
        CaseReference reference = inDecision("NOT_HOMELESS");

        decide(reference, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));

        assertThat(lettersOf(reference)).contains("s184-decision");
        assertThat(status(reference)).isEqualTo(CaseStatus.NOT_HOMELESS);
        assertThat(open(reference)).containsExactly("task_closeCase");
    }

    @Test
    void theDrafterCannotSign() {
        CaseReference reference = drafted();

        assertThat(send(OFFICER, reference, "task_signDecision", FilledForms.signed())).hasSize(1);

        assertThat(lettersOf(reference)).isEmpty();
    }

    @Test
    void notSignedItIsDraftedAgain() {
        CaseReference reference = drafted();

        answerAs(COLLEAGUE, reference, "task_signDecision", FilledForms.notSigned());

        assertThat(open(reference)).containsExactly("task_draftDecision");
        assertThat(lettersOf(reference)).isEmpty();
        answer(reference, "task_draftDecision", FilledForms.draft("NOT_HOMELESS", today()));
        answerAs(COLLEAGUE, reference, "task_signDecision", FilledForms.signed());
        assertThat(lettersOf(reference)).containsOnlyOnce("s184-decision");
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = inDecision("NOT_HOMELESS");

        lateThenAnswered(reference, "task_makeInquiries",
                FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        lateThenAnswered(reference, "task_draftDecision", FilledForms.draft("NOT_HOMELESS", today()));
        lateThenAnsweredBy(COLLEAGUE, reference, "task_signDecision", FilledForms.signed());

        assertThat(open(reference)).containsExactly("task_closeCase");
    }

    /** Started by itself, so that what the approach does next is left to its own test. */
    @Test
    void aReferralIsDecidedOnlyWhereTheMainDutyWouldBeOwed() {
        CaseReference reference = inAssessment();
        run("homelessness-decision", reference);
        answer(reference, "task_makeInquiries", FilledForms.findings("YES", "YES", "NO", "UNDECIDED"));
        assertThat(send(OFFICER, reference, "task_draftDecision", FilledForms.draft("REFERRAL", today())))
                .singleElement().asString().contains("main housing duty would be owed");
        findings.record(reference, Question.PRIORITY_NEED, Finding.YES, "DEP_CHILDREN", "Two children");
        findings.record(reference, Question.INTENTIONAL, Finding.NO, null, "Asked to leave");
        assertThat(send(OFFICER, reference, "task_draftDecision", FilledForms.with(
                FilledForms.draft("REFERRAL", today()), "referralRisk", "unknown"))).singleElement().asString()
                .contains("Find out first whether anybody would be at risk");

        answer(reference, "task_draftDecision", FilledForms.draft("REFERRAL", today()));
        answerAs(COLLEAGUE, reference, "task_signDecision", FilledForms.signed());

        assertThat(lettersOf(reference)).contains("s184-decision");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY_PENDING);
        assertThat(duties.running(reference, DutyKind.MAIN)).isEmpty();
    }

    @Test
    void aChangeThatIsReportedAfterTheDraftSendsItBack() {
        CaseReference reference = drafted();
        clock.freeze(clock.instant().plusSeconds(60));
        changes.insert(reference, new CircumstancesChange.Report(List.of(CircumstancesChange.Kind.HOUSEHOLD),
                "A child was born", today(), "The applicant"), OFFICER, clock.instant());

        assertThat(send(COLLEAGUE, reference, "task_signDecision", FilledForms.signed()))
                .containsExactly("A change of circumstances was reported after this was drafted. Return it to the"
                        + " officer.");

        answerAs(COLLEAGUE, reference, "task_signDecision", FilledForms.notSigned());
        clock.freeze(clock.instant().plusSeconds(60));
        answer(reference, "task_draftDecision", FilledForms.draft("NOT_HOMELESS", today()));
        answerAs(COLLEAGUE, reference, "task_signDecision", FilledForms.signed());
        assertThat(lettersOf(reference)).containsOnlyOnce("s184-decision");
    }

    /** The form says which findings its answers are based on. */
    @Test
    void inquiriesThatWereTypedOnOlderFindingsAreRefusedOnce() {
        CaseReference reference = inDecision("NOT_HOMELESS");
        int seen = findings.history(reference).size();
        Map<String, List<String>> typed = new LinkedHashMap<>(FilledForms.findings("NO", "YES", "NO", "UNDECIDED"));
        typed.put("_version", List.of(String.valueOf(seen)));
        findings.record(reference, Question.PRIORITY_NEED, Finding.YES, "PREGNANT", "Seen the midwife's note");

        assertThat(send(OFFICER, reference, "task_makeInquiries", typed)).singleElement().asString()
                .contains("Somebody else recorded something on this case");
        assertThat(findings.of(reference).of(Question.PRIORITY_NEED)).isEqualTo(Finding.YES);

        typed.put("_version", List.of(String.valueOf(seen + 1)));
        answer(reference, "task_makeInquiries", typed);
        assertThat(findings.of(reference).of(Question.PRIORITY_NEED)).isEqualTo(Finding.NO);
    }

    @Test
    void aWithdrawalBeforeTheSignatureLeavesTheDecisionUnissued() {
        CaseReference reference = drafted();

        assertThat(withdraw(reference)).isTrue();

        assertThat(lettersOf(reference)).doesNotContain("s184-decision");
        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("homelessness-decision");
    }

    private CaseReference drafted() {
        CaseReference reference = inDecision("NOT_HOMELESS");
        answer(reference, "task_makeInquiries", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        answer(reference, "task_draftDecision", FilledForms.draft("NOT_HOMELESS", today()));
        return reference;
    }
}
