package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.FourEyes;
import org.threshold.access.NotPermitted;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;

class DecisionsTest extends HomelessnessTest {

    @Autowired
    TransactionTemplate transaction;
    @Autowired
    SecondPerson second;
    @Autowired
    PartTaken tookPart;

    @ParameterizedTest(name = "{4}")
    @CsvSource({
            "YES, YES, YES, NO, MAIN_DUTY, MAIN_DUTY",
            "YES, YES, NO, NO, NOT_PRIORITY_NEED, NOT_PRIORITY_NEED",
            "YES, YES, YES, YES, INTENTIONAL, INTENTIONAL_S190",
            "NO, YES, UNDECIDED, UNDECIDED, NOT_HOMELESS, NOT_HOMELESS",
            "UNDECIDED, NO, UNDECIDED, UNDECIDED, NOT_ELIGIBLE, NOT_ELIGIBLE"})
    void eachOutcomeIsSignedByAnotherOfficerAndNotified(Finding homeless, Finding eligible, Finding need,
            Finding intentional, DecisionOutcome outcome, CaseStatus status) {
        CaseReference reference = newCase();
        clocks.start(reference, ClockKind.INQUIRIES, DAY_ONE);
        find(reference, Findings.of(homeless, eligible, need, intentional));
        decisions.draft(reference, draft(outcome));
        assertThatThrownBy(() -> decisions.issue(reference)).isInstanceOf(NotPossible.class);

        actAs("senior");
        decisions.sign(reference);
        actAs("officer");
        on(DAY_ONE.plusDays(1));
        assertThat(decisions.issue(reference)).isEqualTo(outcome);
        assertThat(decisions.issue(reference)).as("a job that runs twice").isEqualTo(outcome);

        Decision issued = decisions.latest(reference).orElseThrow();
        assertThat(issued.status()).isEqualTo(Decision.Status.ISSUED);
        assertThat(issued.issuedOn()).isEqualTo(DAY_ONE.plusDays(1));
        assertThat(issued.answeredBy()).isEqualTo("senior");
        assertThat(status(reference)).isEqualTo(status);
        assertThat(letters(reference)).containsExactly("s184-decision");
        assertThat(lastDay(reference, ClockKind.REVIEW_REQUEST)).isEqualTo(DAY_ONE.plusDays(21));
        assertThat(runs(reference, ClockKind.INQUIRIES)).isFalse();
        assertThat(runs(reference, ClockKind.DECISION_NOTICE)).isFalse();
        assertThat(runs(reference, ClockKind.REASONABLE_OPPORTUNITY)).isEqualTo(outcome == DecisionOutcome.INTENTIONAL);
        assertThat(duties.running(reference, DutyKind.MAIN).isPresent()).isEqualTo(outcome == DecisionOutcome.MAIN_DUTY);
        assertThat(audited(reference, "decision.issued")).isOne();
    }

    @Test
    void theDrafterNeverSignsAndNorDoesAnOfficerWhoIsNotSenior() {
        CaseReference reference = drafted("senior");
        assertThat(decisions.refusal(reference)).hasValueSatisfying(why -> assertThat(why).contains("your own work"));
        assertThatThrownBy(() -> decisions.sign(reference)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> decisions.returnToDrafter(reference, "No")).isInstanceOf(NotPermitted.class);
        actAs("officer2");
        assertThatThrownBy(() -> decisions.sign(reference)).isInstanceOf(NotPermitted.class);
        assertThat(decisions.latest(reference).orElseThrow().status()).isEqualTo(Decision.Status.DRAFT);

        actAs("leader");
        assertThat(decisions.refusal(reference)).isEmpty();
        decisions.sign(reference);
    }

    @Test
    void whoTookPartInTheCaseCannotAuthoriseANonCooperationNoticeOnIt() {
        CaseReference reference = drafted("officer");
        actAs("senior");
        decisions.returnToDrafter(reference, "More reasons");
        assertThat(tookPart.in(reference)).containsExactlyInAnyOrder("officer", "senior");
        assertThat(refusalOfNotice(reference)).hasValueSatisfying(why -> assertThat(why).contains("took part"));

        actAs("leader");
        assertThat(refusalOfNotice(reference)).isEmpty();
    }

    private Optional<String> refusalOfNotice(CaseReference reference) {
        return second.refusal(Prepared.by(FourEyes.NON_COOPERATION_NOTICE, reference, "officer"));
    }

    @Test
    void aReturnedDraftKeepsItsCommentsAndIsDraftedAgain() {
        CaseReference reference = drafted("officer");
        actAs("senior");
        decisions.returnToDrafter(reference, "Say why the son’s school matters");
        assertThatThrownBy(() -> decisions.sign(reference)).isInstanceOf(NotPossible.class);

        actAs("officer");
        decisions.draft(reference, draft(DecisionOutcome.MAIN_DUTY));
        assertThat(decisions.of(reference)).extracting(Decision::status)
                .containsExactly(Decision.Status.DRAFT, Decision.Status.RETURNED);
        assertThat(decisions.of(reference).get(1).comments()).isEqualTo("Say why the son’s school matters");
    }

    @Test
    void aDraftWhoseFindingsHaveChangedIsNotSigned() {
        CaseReference reference = drafted("officer");
        find(reference, Question.PRIORITY_NEED, Finding.NO);
        actAs("senior");
        assertThat(decisions.outdated(reference)).isPresent();
        assertThatThrownBy(() -> decisions.sign(reference)).isInstanceOf(NotPossible.class);
        decisions.returnToDrafter(reference, "The findings changed");
    }

    @Test
    void aDraftMustFollowFromTheFindings() {
        CaseReference reference = newCase();
        assertThat(decisions.problems(reference, draft(DecisionOutcome.MAIN_DUTY))).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("whether they are homeless"));
        find(reference, Findings.of(Finding.YES, Finding.YES, Finding.YES, Finding.NO));
        assertThat(decisions.problems(reference, draft(DecisionOutcome.INTENTIONAL)))
                .extracting(FieldError::key).containsExactly("outcome");
        assertThat(decisions.problems(reference, new Decision.Draft(DecisionOutcome.INTENTIONAL, "a", "b", DAY_ONE)))
                .extracting(FieldError::key).containsExactly("outcome", "opportunityUntil");
        assertThat(decisions.problems(reference, draft(DecisionOutcome.MAIN_DUTY))).isEmpty();
    }

    @Test
    void whenTheCommitFailsNothingWasIssued() {
        CaseReference reference = drafted("officer");
        actAs("senior");
        decisions.sign(reference);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            decisions.issue(reference);
            throw new IllegalStateException("the listener failed");
        })).hasMessage("the listener failed");

        assertThat(decisions.latest(reference).orElseThrow().status()).isEqualTo(Decision.Status.SIGNED);
        assertThat(letters(reference)).isEmpty();
        assertThat(duties.of(reference)).isEmpty();
        assertThat(runs(reference, ClockKind.REVIEW_REQUEST)).isFalse();
        assertThat(audited(reference, "decision.issued")).isZero();
    }

    private CaseReference drafted(String by) {
        CaseReference reference = newCase();
        find(reference, Findings.of(Finding.YES, Finding.YES, Finding.YES, Finding.NO));
        actAs(by);
        decisions.draft(reference, draft(DecisionOutcome.MAIN_DUTY));
        return reference;
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {6}")
    @CsvSource(nullValues = "-", value = {
            "YES, YES, YES, NO,        MAIN_DUTY,         -,    -,    -, ''",
            "YES, YES, YES, NO,        MAIN_DUTY,         -,    them, No recourse, ''",
            "YES, YES, YES, NO,        MAIN_DUTY,         -,    them, -, restrictedWhy",
            "YES, YES, YES, NO,        MAIN_DUTY,         -,    else, No recourse, restrictedMember",
            "YES, YES, NO,  UNDECIDED, NOT_PRIORITY_NEED, -,    them, No recourse, restrictedMember",
            "YES, YES, NO,  YES,       NOT_PRIORITY_NEED, -,    -,    -, otherReasons",
            "YES, YES, NO,  YES,       NOT_PRIORITY_NEED, Also, -,    -, ''",
            "NO,  NO,  YES, NO,        NOT_ELIGIBLE,      -,    -,    -, otherReasons"})
    void everyPointAgainstThemNeedsItsReasonsAndARestrictedPersonIsExplained(Finding homeless, Finding eligible,
            Finding need, Finding intentional, DecisionOutcome outcome, String others, String who, String why,
            String wrong) {
        CaseReference reference = newCase();
        find(reference, Findings.of(homeless, eligible, need, intentional));
        Long member = who == null ? null : who.equals("them") ? decisions.household(reference).keySet().iterator().next()
                : Long.valueOf(-1);
        assertThat(decisions.problems(reference, new Decision.Draft(outcome, "Asked", "Because", null, null,
                new Decision.Further(others, member, why)))).extracting(FieldError::key)
                .containsExactlyElementsOf(wrong.isEmpty() ? java.util.List.of() : java.util.List.of(wrong));
    }

    private static Decision.Draft draft(DecisionOutcome outcome) {
        LocalDate until = outcome == DecisionOutcome.INTENTIONAL ? DAY_ONE.plusDays(28) : null;
        return new Decision.Draft(outcome, "Asked the landlord", "For these reasons", until);
    }
}
