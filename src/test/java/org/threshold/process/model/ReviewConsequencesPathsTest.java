package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.ApproachProcess;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Consequence;
import org.threshold.homelessness.Consequence.Cause;
import org.threshold.homelessness.Consequence.Kind;
import org.threshold.homelessness.Death;
import org.threshold.homelessness.Deaths;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewConsequences;

/** Every path of {@code review-consequences}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewConsequencesPathsTest extends ModelTest {

    @Autowired
    private OverturnedReviews reviews;
    @Autowired
    private ReviewConsequences consequences;
    @Autowired
    private ApproachProcess approaches;
    @Autowired
    private Duties duties;
    @Autowired
    private CaseFindings findings;
    @Autowired
    private Deaths deaths;
    @Autowired
    private Placements placements;
    @Autowired
    private PlacementRequests requests;

    /** The step of the approach that waits, 'Close the case', should not have been: it goes, and no second one begins. */
    @Test
    void overturnedWhileTheApproachRunsItGoesOnInTheSameProcess() {
        CaseReference reference = inDecision("NOT_HOMELESS");
        decide(reference, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        assertThat(open(reference)).containsExactly("task_closeCase");
        String approach = approach(reference);

        overturn(reference, "decision-");

        assertThat(approach(reference)).isEqualTo(approach);
        assertThat(open(reference)).contains("task_checkIdentityAndEligibility", "task_speakWithHousehold")
                .doesNotContain("task_closeCase");
        assertThat(status(reference)).isEqualTo(CaseStatus.ASSESSMENT);
        assertThat(lettersOf(reference)).contains("review-put-right");
        answer(reference, "task_speakWithHousehold", spoken("homeNeededNow", "yes", "reviewFound", "yes",
                "foundHomeless", "YES"));
        assertThat(findings.of(reference).of(Question.HOMELESS).name()).isEqualTo("YES");
        requests.notNeeded(reference, placements.onTheWay(reference).orElseThrow().id(), "They stay with a friend");
        follow(reference);
        assertThat(route(reference)).contains("end_somewhereFound", "end_nothingLeft");
        assertThat(running(reference)).isTrue();
    }

    @Test
    void theMainDutyGoesOnFromItsFirstDayAfterTheCaseWasClosed() {
        CaseReference reference = dischargedAgainstThem();
        LocalDate first = main(reference).startedOn();

        overturn(reference, "ending-");

        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY);
        assertThat(main(reference).startedOn()).isEqualTo(first);
        assertThat(main(reference).running()).isTrue();
        assertThat(approaches.runs(reference)).isTrue();
        assertThat(kinds(reference)).containsSubsequence(Kind.SET_ASIDE, Kind.DUTY_GOES_ON, Kind.STEP_OPENED, Kind.WRITTEN);
        assertThat(facts(step(reference, "task_speakWithHousehold").stepId())).containsEntry("homeNeededNow", "yes");
        lateThenAnswered(reference, "task_speakWithHousehold", spoken("homeNeededNow", "no", "anythingLeft", "yes",
                "leftWords", "Their place was let to others", "toldOthers", "The housing register"));
        lateThenAnsweredBy(LEADER, reference, "task_putRightWhatRemains", remedied("MONEY"));
        assertThat(route(reference)).contains("end_noHomeNeeded", "end_putRight");
        assertThat(acts(reference)).filteredOn(each -> each.kind() == Kind.REMEDY).singleElement()
                .satisfies(each -> assertThat(each.words()).startsWith("£300.00. Two months"));
    }

    /** Nothing is left half taken back: each is put back as it was, and a team leader decides. */
    @Test
    void whatCannotBeTakenBackIsPutBackAndDecidedByHand() {
        CaseReference reference = dischargedAgainstThem();
        long review = overturned(reference, "ending-");
        deaths.record(reference, new Death(today(), today(), "Their daughter", "She rang", null));

        begin(reference, review);

        assertThat(route(reference)).containsSubsequence("service_setAside", "service_letThemStay",
                "service_letDutyGoOn", "service_openRightStep", "end_putBack", "service_writeToHousehold");
        assertThat(route(reference)).contains("service_endDutyAgain", "service_letNoticeRunAgain",
                "service_letStandAgain").doesNotContain("end_takenBack");
        assertThat(duties.of(reference)).filteredOn(Duty::running).isEmpty();
        assertThat(duties.of(reference)).last().satisfies(each -> assertThat(each.endReason())
                .isEqualTo(EndReason.SET_ASIDE));
        assertThat(status(reference)).isEqualTo(CaseStatus.DECEASED);
        assertThat(consequences.noLongerStands(reference)).as("only what was put back").noneMatch(each ->
                each.startsWith("ending-"));
        assertThat(lettersOf(reference)).as("nobody writes to the dead").doesNotContain("review-put-right");
        answer(reference, "task_speakWithHousehold", spoken());
        assertThat(open(reference)).containsExactly("task_putRightWhatRemains");
        answerAs(LEADER, reference, "task_putRightWhatRemains", remedied("APOLOGY"));
        assertThat(open(reference)).isEmpty();
    }

    @Test
    void askedTwiceNothingIsDoneTwice() {
        CaseReference reference = dischargedAgainstThem();
        long review = overturn(reference, "ending-");
        List<Consequence> before = consequences.of(reference);
        int duties = this.duties.of(reference).size();

        assertThat(asService(() -> consequences.see(review))).isEqualTo(before.get(0));

        assertThat(consequences.of(reference)).isEqualTo(before);
        assertThat(this.duties.of(reference)).hasSize(duties);
    }

    @Test
    void aDecisionThatStandsHasNoConsequencesUntilTheCourtQuashesIt() {
        CaseReference reference = dischargedAgainstThem();
        long review = reviews.asked(reference, "ending-");
        assertRefused(() -> consequences.quashed(review, today(), "Quashed"), "not decided yet");
        signIn(LEADER);
        reviews.decide(review, Review.Outcome.UPHELD);
        signIn(OFFICER);
        assertRefused(() -> consequences.see(review), "was not overturned");
        assertRefused(() -> consequences.quashed(review, today().plusDays(1), "Quashed"), "today or in the past");
        assertRefused(() -> consequences.quashed(review, today(), " "), "what the court ordered");

        consequences.quashed(review, today(), "The offer was not suitable. Quashed.");
        follow(reference);

        assertThat(main(reference).running()).isTrue();
        assertThat(consequences.of(reference)).singleElement()
                .satisfies(each -> assertThat(each.cause()).isEqualTo(Cause.COURT));
        assertRefused(() -> consequences.quashed(review, today(), "Again"), "recorded already");
    }

    @Test
    void anOverturnedReviewCannotBeQuashed() {
        CaseReference reference = dischargedAgainstThem();
        long review = overturn(reference, "ending-");

        assertRefused(() -> consequences.quashed(review, today(), "Quashed"), "overturned the decision already");
    }

    @Test
    void theFormsSayWhatIsMissing() {
        CaseReference reference = dischargedAgainstThem();
        overturn(reference, "ending-");
        assertThat(send(OFFICER, reference, "task_speakWithHousehold", spoken("reviewFound", "yes")))
                .containsExactly("Select what the review found on at least one of the questions");
        answer(reference, "task_speakWithHousehold", spoken("anythingLeft", "yes", "leftWords", "A debt"));

        assertThat(send(LEADER, reference, "task_putRightWhatRemains", FilledForms.with(remedied("MONEY"), "remedyPounds", "lots")))
                .containsExactly("Enter the money in pounds, such as 350 or 262.50");

        answerAs(LEADER, reference, "task_putRightWhatRemains", remedied("OTHER"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("review-consequences");
    }

    private CaseReference dischargedAgainstThem() {
        CaseReference reference = inMainDuty();
        answer(reference, "task_dischargeMainDuty", offerRefused(reference));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
        return reference;
    }

    private long overturn(CaseReference reference, String key) {
        long review = overturned(reference, key);
        begin(reference, review);
        return review;
    }

    private long overturned(CaseReference reference, String key) {
        long review = reviews.asked(reference, key);
        signIn(LEADER);
        reviews.decide(review, Review.Outcome.OVERTURNED);
        signIn(OFFICER);
        return review;
    }

    private void begin(CaseReference reference, long review) {
        approaches.startBeside(reference, ReviewConsequences.PROCESS, new HashMap<>(Map.of("team", TEAM, "lane",
                "STANDARD", "reviewId", review)));
        follow(reference);
    }

    private String approach(CaseReference reference) {
        return runtime.createProcessInstanceQuery().processDefinitionKey("homelessness-approach")
                .processInstanceBusinessKey(reference.value()).singleResult().getId();
    }

    private Duty main(CaseReference reference) {
        return duties.of(reference).stream().filter(each -> each.kind() == DutyKind.MAIN)
                .reduce((first, second) -> second).orElseThrow();
    }

    private List<Consequence.Act> acts(CaseReference reference) {
        return consequences.acts(consequences.of(reference).get(0).id());
    }

    private List<Kind> kinds(CaseReference reference) {
        return acts(reference).stream().map(Consequence.Act::kind).toList();
    }

    private static Map<String, List<String>> spoken(String... more) {
        return FilledForms.with(FilledForms.putRight(), more);
    }

    private static Map<String, List<String>> remedied(String kind) {
        Map<String, List<String>> form = FilledForms.of("doneByHand", "Nothing", "remedyKind", kind, "remedyWords",
                "Two months without a home");
        return kind.equals("MONEY") ? FilledForms.with(form, "remedyPounds", "300") : form;
    }

    private static void assertRefused(ThrowingCallable what, String words) {
        assertThatThrownBy(what).isInstanceOf(NotPossible.class).hasMessageContaining(words);
    }
}
