package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.homelessness.ReviewMatter.DUTY_OWED;
import static org.threshold.homelessness.ReviewMatter.PLAN_STEPS_RELIEF;
import static org.threshold.homelessness.ReviewMatter.PREVENTION_ENDED;
import static org.threshold.homelessness.ReviewMatter.RELIEF_ENDED;
import static org.threshold.homelessness.ReviewMatter.SUITABILITY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.ApproachProcess;
import org.threshold.homelessness.Consequence;
import org.threshold.homelessness.Consequence.Kind;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewConsequences;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.ReviewableDecisions;

/** What an overturned decision does to a case, by how the case stands when it is overturned. */
class OverturnedCasesTest extends ModelTest {

    @Autowired
    private OverturnedReviews reviews;
    @Autowired
    private ReviewableDecisions decisions;
    @Autowired
    private ReviewConsequences consequences;
    @Autowired
    private ApproachProcess approaches;
    @Autowired
    private Duties duties;
    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private Placements placements;
    @Autowired
    private Leaving leaving;

    /** Closed; the days go on being counted from day 1, and they are not told again that the duty is owed. */
    @Test
    void preventionGoesOnAfterTheCaseWasClosed() {
        CaseReference reference = inPrevention();
        LocalDate first = running(reference, DutyKind.PREVENTION).startedOn();
        triedInVain(reference);
        answer(reference, "task_preventHomelessness", FilledForms.contactLost("preventionEnd", today()));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        assertThat(approaches.runs(reference)).isFalse();
        int accepted = count(reference, "prevention-duty-accepted");

        overturn(reference, last(reference, PREVENTION_ENDED));

        assertThat(open(reference)).contains("task_preventHomelessness");
        assertThat(status(reference)).isEqualTo(CaseStatus.PREVENTION);
        assertThat(running(reference, DutyKind.PREVENTION).startedOn()).isEqualTo(first);
        assertThat(clocks.running(reference, ClockKind.PREVENTION_DUTY).orElseThrow().triggerDate()).isEqualTo(first);
        assertThat(count(reference, "prevention-duty-accepted")).isEqualTo(accepted);
        assertThat(decisions.of(reference)).as("it is reviewed no more").noneMatch(each ->
                each.matter() == PREVENTION_ENDED);
    }

    /** The relief that came after prevention was never owed. */
    @Test
    void aDutyThatCameInItsPlaceWasNeverOwed() {
        CaseReference reference = inPrevention();
        answer(reference, "task_preventHomelessness", FilledForms.becameHomeless(today()));
        assertThat(open(reference)).contains("task_relieveHomelessness");

        overturn(reference, last(reference, PREVENTION_ENDED));

        assertThat(open(reference)).contains("task_preventHomelessness").doesNotContain("task_relieveHomelessness");
        assertThat(duties.of(reference)).filteredOn(each -> each.kind() == DutyKind.RELIEF).singleElement()
                .satisfies(each -> assertThat(each.endReason()).isEqualTo(EndReason.SET_ASIDE));
        assertThat(clocks.running(reference, ClockKind.RELIEF_DUTY)).isEmpty();
    }

    /** While inquiries for the decision are open, relief goes on in the same process and they are open no more. */
    @Test
    void reliefGoesOnWhileTheDecisionIsBeingMade() {
        CaseReference reference = inRelief();
        triedInVain(reference);
        LocalDate first = running(reference, DutyKind.RELIEF).startedOn();
        answer(reference, "task_relieveHomelessness", FilledForms.ended("reliefEnd", "IH_FROM_ACCOMMODATION", today()));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        assertThat(open(reference)).contains("task_makeInquiries");

        overturn(reference, last(reference, RELIEF_ENDED));

        assertThat(open(reference)).contains("task_relieveHomelessness").doesNotContain("task_makeInquiries");
        assertThat(clocks.running(reference, ClockKind.MAIN_DUTY_DECISION)).isEmpty();
        assertThat(running(reference, DutyKind.RELIEF).startedOn()).isEqualTo(first);
    }

    @Test
    void aDecisionAfterReliefIsMadeAgain() {
        CaseReference reference = decidedAfterRelief("INTENTIONAL", FilledForms.findings("YES", "YES", "YES", "YES"));
        assertThat(running(reference, DutyKind.S190)).isNotNull();

        overturn(reference, last(reference, DUTY_OWED));

        assertThat(open(reference)).contains("task_makeInquiries").doesNotContain("task_helpFindHome");
        assertThat(duties.of(reference)).noneMatch(each -> each.kind() == DutyKind.S190 && each.running());
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY_PENDING);
        decide(reference, "MAIN_DUTY", FilledForms.findings("YES", "YES", "YES", "NO"));
        assertThat(running(reference, DutyKind.MAIN)).isNotNull();
    }

    /** They still live in a place of the council that they were told to leave, under notice and with leaving begun. */
    @Test
    void theNoticeToLeaveIsStopped() {
        CaseReference reference = inMainDuty();
        long placement = livedIn(reference);
        discharge(reference);
        if (leaving.open(reference, placement).isEmpty()) {
            leaving.begin(placement, PlacementEnd.DUTY_ENDED, today().plusDays(28));
        }

        overturn(reference, last(reference, DUTY_OWED));

        assertThat(leaving.open(reference, placement)).isEmpty();
        assertThat(placements.get(placement).status()).isEqualTo(PlacementStatus.IN_OCCUPATION);
        assertThat(acts(reference)).anySatisfy(each -> assertThat(each.kind()).isEqualTo(Kind.MAY_STAY));
        assertThat(facts(step(reference, "task_speakWithHousehold").stepId())).containsEntry("homeNeededNow", "no");
        assertThat(lettersOf(reference)).contains("review-put-right");
    }

    /** The duty goes on because it could not end on that refusal; only another offer can end it. */
    @Test
    void anOfferWhoseEndWasSetAsideEndsNothingAgain() {
        CaseReference reference = inMainDuty();
        clock.freeze(clock.instant().plus(Duration.ofDays(11)));
        Map<String, List<String>> refused = offerRefused(reference);
        answer(reference, "task_dischargeMainDuty", refused);
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        overturn(reference, last(reference, DUTY_OWED));

        assertThat(send(OFFICER, reference, "task_dischargeMainDuty", refused)).singleElement().asString()
                .contains("was set aside on review, so the offer cannot found another end");
        answer(reference, "task_dischargeMainDuty", offerRefused(reference));
        assertThat(open(reference)).contains("task_authoriseEndOfDuty");
    }

    /** Unsuitable accommodation: the household moves from there, under the duty that is owed. */
    @Test
    void fromAPlaceThatIsUnsuitableTheyMove() {
        CaseReference reference = inMainDuty();
        long placement = livedIn(reference);

        overturn(reference, reviews.asked(reference, OverturnedReviews.about(SUITABILITY, today(),
                "placement-" + placement)));

        assertThat(facts(step(reference, "task_speakWithHousehold").stepId())).containsEntry("homeNeededNow", "yes");
        answer(reference, "task_speakWithHousehold", FilledForms.of("spokenWords", "They come tomorrow",
                "homeNeededNow", "yes", "anythingLeft", "no", "reviewFound", "no"));
        assertThat(placements.onTheWay(reference)).get().satisfies(each -> {
            assertThat(each.movedFrom()).isEqualTo(placement);
            assertThat(each.function()).isEqualTo(AccommodationFunction.MAIN);
        });
        assertThat(approaches.runs(reference)).isTrue();
    }

    @Test
    void thePlanIsLookedAtAgain() {
        CaseReference reference = inRelief();

        overturn(reference, last(reference, PLAN_STEPS_RELIEF));

        assertThat(open(reference)).contains("task_reviewPlan", "task_relieveHomelessness");
    }

    /** The request did not say which decision it was: its matter does. */
    @Test
    void whatTheReviewWasAboutIsFoundByItsMatter() {
        CaseReference reference = inMainDuty();
        discharge(reference);

        overturn(reference, reviews.asked(reference, OverturnedReviews.about(DUTY_OWED, today(), null)));

        assertThat(running(reference, DutyKind.MAIN)).isNotNull();
    }

    @Test
    void whatNobodyCanFindIsDecidedByHand() {
        CaseReference reference = inMainDuty();

        overturn(reference, reviews.asked(reference, OverturnedReviews.about(SUITABILITY, today(), null)));

        assertThat(consequences.takenBack(consequences.of(reference).get(0).id())).isFalse();
        assertThat(running(reference, DutyKind.MAIN)).isNotNull();
        assertThat(lettersOf(reference)).contains("review-put-right");
    }

    private CaseReference decidedAfterRelief(String outcome, Map<String, List<String>> findings) {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay42");
        answer(reference, "task_recordInquiries", findings);
        runOut(reference, "timer_reliefDay56");
        decide(reference, outcome, findings);
        return reference;
    }

    private void discharge(CaseReference reference) {
        answer(reference, "task_dischargeMainDuty", offerRefused(reference));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
    }

    private long livedIn(CaseReference reference) {
        Placement asked = placements.onTheWay(reference)
                .orElseGet(() -> placements.request(reference, AccommodationFunction.MAIN, null));
        placements.choose(asked.id(), unitIn(OWN_DISTRICT));
        placements.moveIn(asked.id(), today(), null);
        return asked.id();
    }

    private long last(CaseReference reference, ReviewMatter matter) {
        return reviews.asked(reference, decisions.of(reference).stream().filter(each -> each.matter() == matter)
                .reduce((first, last) -> last).orElseThrow().key());
    }

    private void overturn(CaseReference reference, long review) {
        signIn(LEADER);
        reviews.decide(review, Review.Outcome.OVERTURNED);
        signIn(OFFICER);
        approaches.startBeside(reference, ReviewConsequences.PROCESS, new HashMap<>(Map.of("team", TEAM, "lane",
                "STANDARD", "reviewId", review)));
        follow(reference);
    }

    private Duty running(CaseReference reference, DutyKind kind) {
        return duties.running(reference, kind).orElseThrow();
    }

    private List<Consequence.Act> acts(CaseReference reference) {
        return consequences.acts(consequences.of(reference).get(0).id());
    }

    private int count(CaseReference reference, String letter) {
        return (int) lettersOf(reference).stream().filter(letter::equals).count();
    }
}
