package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.ClaimsForKeys.NewClaim;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementListener;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.BenefitQuestions;
import org.threshold.charge.claim.ClaimDecision;
import org.threshold.charge.claim.ClaimDecisions;
import org.threshold.charge.claim.ClaimStatus;
import org.threshold.charge.claim.Evidence;

/** Every path of {@code benefit-claim}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenefitClaimPathsTest extends ModelTest {

    @Autowired
    private Placements placements;
    @Autowired
    private ClaimsForKeys forKeys;
    @Autowired
    private BenefitClaims claims;
    @Autowired
    private ClaimDecisions decisions;
    @Autowired
    private BenefitQuestions questions;
    @Autowired
    private List<PlacementListener> listeners;

    private CaseReference reference;
    private long placement;

    @Test
    void aClaimMadeAtTheDeskIsFollowedToItsAward() {
        claimed("Bank statements", "Proof of identity");
        runOut(reference, "timer_remindDay7");
        runOut(reference, "timer_remindDay14");
        runOut(reference, "timer_remindDay21");
        assertThat(lettersOf(reference)).containsExactly("benefit-evidence-list", "benefit-evidence-list",
                "benefit-evidence-list");

        answer(reference, "task_collectEvidence", BenefitForms.missing(items().subList(0, 1), today().plusDays(20)));
        answer(reference, "task_collectEvidence", BenefitForms.everything(items()));
        answer(reference, "task_followClaim", BenefitForms.notYet());
        answer(reference, "task_followClaim", BenefitForms.awarded("AWARDED_FULL", today(), "385"));

        assertThat(claim().status()).isEqualTo(ClaimStatus.AWARDED_FULL);
        assertThat(claim().awardedWeekly()).isEqualTo(38_500);
        assertThat(open(reference)).doesNotContain("task_followClaim", "task_respondToRefusal");
    }

    @Test
    void keysWithoutAClaimMakeTheStepToMakeIt() {
        keysWithoutClaim(today());
        assertThat(claim().status()).isEqualTo(ClaimStatus.NOT_STARTED);
        answer(reference, "task_makeTheClaim", BenefitForms.made(reference(), today(), "A payslip"));
        assertThat(claim().status()).isEqualTo(ClaimStatus.EVIDENCE_REQUESTED);
        assertThat(lettersOf(reference)).containsExactly("benefit-evidence-list");
        answer(reference, "task_collectEvidence", BenefitForms.nothingMore(items()));
        answer(reference, "task_followClaim", BenefitForms.wantsMore("A letter of the employer"));
        answer(reference, "task_collectEvidence", BenefitForms.everything(items()));
        answer(reference, "task_followClaim", BenefitForms.withdrawn());
        assertThat(claim().status()).isEqualTo(ClaimStatus.WITHDRAWN);
    }

    @Test
    void noClaimIsMadeForAReason() {
        keysWithoutClaim(today());
        answer(reference, "task_makeTheClaim", BenefitForms.noClaim("PAYS_IN_FULL"));
        assertThat(claim().whyNone()).isEqualTo(BenefitClaim.WhyNone.PAYS_IN_FULL);
        assertThat(timers(reference, "timer_overdueMakeTheClaim")).isEmpty();
    }

    @Test
    void aLateClaimIsBackdatedAndADecisionByFileEndsTheStep() {
        keysWithoutClaim(today().minusDays(20));
        assertThat(send(OFFICER, reference, "task_makeTheClaim", BenefitForms.made("x", today(), ""))).isNotEmpty();
        forKeys.made(new NewClaim(reference, placement, Kind.NEW_CLAIM, reference(), today(), today(), List.of()));
        follow(reference);
        assertThat(claim().liableFrom()).isEqualTo(today().minusDays(20));
        assertThat(claim().nightsLost()).isBetween(21, 27);
        answer(reference, "task_considerBackdate", BenefitForms.backdate(today().minusDays(20), today()));
        assertThat(claims.backdates(reference, claim())).singleElement().matches(asked -> asked.open());

        ClaimDecision award = new ClaimDecision(ClaimStatus.AWARDED_PART, today(), today().minusDays(20), 20_000, "x");
        assertThat(decisions.decided(reference, placement, award)).isTrue();
        assertThat(decisions.decided(reference, placement, award)).as("again").isFalse();
        follow(reference);

        assertThat(claims.backdates(reference, claim())).singleElement()
                .matches(asked -> today().minusDays(20).equals(asked.allowedFrom()));
        assertThat(route(reference)).endsWith("message_claimDecided", "end_claimSettled");
    }

    @Test
    void aRefusalIsLookedAtAgainThenAnswered() {
        claimed();
        answer(reference, "task_followClaim", BenefitForms.refused(today()));
        answer(reference, "task_respondToRefusal", BenefitForms.response("AGAIN"));
        assertThat(claim().status()).isEqualTo(ClaimStatus.COMPLETE);
        answer(reference, "task_followClaim", BenefitForms.refused(today()));
        answer(reference, "task_respondToRefusal", BenefitForms.response("NEW_CLAIM"));
        assertThat(claim().status()).isEqualTo(ClaimStatus.NOT_STARTED);
        answer(reference, "task_makeTheClaim", BenefitForms.made(reference(), today(), ""));
        answer(reference, "task_followClaim", BenefitForms.refused(today()));
        answer(reference, "task_respondToRefusal", BenefitForms.response("STANDS"));
        assertThat(open(reference)).doesNotContain("task_followClaim", "task_respondToRefusal");
    }

    @Test
    void aDecisionThatIsMadeAnewEndsTheStepAboutTheOneBefore() {
        claimed();
        answer(reference, "task_followClaim", BenefitForms.refused(today()));
        assertThat(decisions.decided(reference, placement, refusal("Still nothing"))).as("the same day, again").isFalse();
        assertThat(open(reference)).contains("task_respondToRefusal");

        decisions.decided(reference, placement, new ClaimDecision(ClaimStatus.AWARDED_FULL, today(), today(), 100, null));
        follow(reference);
        assertThat(open(reference)).doesNotContain("task_respondToRefusal");

        decisions.decided(reference, placement, refusal("They were abroad"));
        follow(reference);
        assertThat(open(reference)).as("an award taken away is a refusal too").contains("task_respondToRefusal");
    }

    private ClaimDecision refusal(String words) {
        return new ClaimDecision(ClaimStatus.REFUSED, today(), null, null, words);
    }

    @Test
    void aQuestionHasAStepUntilItsAnswer() {
        claimed();
        questions.ask(reference, placement, "Do you need the old landlord's name?", false);
        follow(reference);
        answer(reference, "task_recordBenefitAnswer", BenefitForms.answered());
        assertThat(questions.of(reference, claim())).singleElement().matches(asked -> !asked.open());
        questions.ask(reference, placement, "Nobody answered yet?", true);
        lateThenAnswered(reference, "task_recordBenefitAnswer", BenefitForms.answered());
    }

    @Test
    void lateStepsClimb() {
        keysWithoutClaim(today().minusDays(40));
        lateThenAnswered(reference, "task_makeTheClaim", BenefitForms.made(reference(), today(), "A payslip"));
        lateThenAnswered(reference, "task_considerBackdate", BenefitForms.noBackdate());
        lateThenAnswered(reference, "task_collectEvidence", BenefitForms.everything(items()));
        lateThenAnswered(reference, "task_followClaim", BenefitForms.refused(today()));
        lateThenAnswered(reference, "task_respondToRefusal", BenefitForms.response("STANDS"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("benefit-claim");
    }

    private void placement() {
        reference = inAssessment();
        placement = placements.request(reference, AccommodationFunction.INTERIM, null).id();
    }

    private void claimed(String... evidence) {
        placement();
        forKeys.made(new NewClaim(reference, placement, Kind.NEW_CLAIM, reference(), today(), today(),
                List.of(evidence)));
        follow(reference);
    }

    private void keysWithoutClaim(LocalDate firstNight) {
        placement();
        Placement livedIn = new Placement(placement, reference, AccommodationFunction.INTERIM,
                PlacementStatus.IN_OCCUPATION, null, firstNight, null, null, null, null, 0);
        listeners.stream().filter(each -> each.getClass().getSimpleName().equals("ClaimOfPlacement"))
                .forEach(each -> each.movedIn(livedIn));
        follow(reference);
    }

    private BenefitClaim claim() {
        return claims.latest(reference, placement);
    }

    private List<Long> items() {
        return claims.evidence(reference, claim()).stream().filter(Evidence::outstanding).map(Evidence::id).toList();
    }

    private static String reference() {
        return "HB" + UUID.randomUUID().toString().replaceAll("[^0-9A-F]", "").concat("0000000").substring(0, 7);
    }

    /** What an officer fills in. */
    private static final class BenefitForms {

        static Map<String, List<String>> made(String reference, LocalDate on, String evidence) {
            return FilledForms.of("claimNow", "yes", "claimKind", "NEW_CLAIM", "claimReference", reference,
                    "claimMadeOn", on.toString(), "evidence", evidence);
        }

        static Map<String, List<String>> noClaim(String why) {
            return FilledForms.of("claimNow", "no", "whyNone", why, "whyNoneWords", "They showed a contract");
        }

        static Map<String, List<String>> backdate(LocalDate to, LocalDate asked) {
            return FilledForms.of("askBackdate", "yes", "backTo", to.toString(), "backdateAskedOn", asked.toString(),
                    "goodCause", "In hospital the whole time");
        }

        static Map<String, List<String>> noBackdate() {
            return FilledForms.of("askBackdate", "no", "whyNoBackdate", "They forgot");
        }

        static Map<String, List<String>> everything(List<Long> items) {
            return FilledForms.of("received", ticked(items), "evidenceState", "ALL");
        }

        static Map<String, List<String>> missing(List<Long> items, LocalDate until) {
            return FilledForms.of("received", ticked(items), "evidenceState", "WAIT", "longerUntil", until.toString(),
                    "evidenceWords", "The benefit office agreed");
        }

        static Map<String, List<String>> nothingMore(List<Long> items) {
            return FilledForms.of("evidenceState", "GO_ON", "evidenceWords", "They have none");
        }

        private static String ticked(List<Long> items) {
            return String.join(",", items.stream().map(id -> "ITEM_" + id).toList());
        }

        static Map<String, List<String>> notYet() {
            return FilledForms.of("claimAnswer", "NOT_YET", "whatWasSaid", "Next week, they say");
        }

        static Map<String, List<String>> wantsMore(String what) {
            return FilledForms.of("claimAnswer", "MORE", "moreEvidence", what);
        }

        static Map<String, List<String>> withdrawn() {
            return FilledForms.of("claimAnswer", "WITHDRAWN", "whatWasSaid", "They went to a friend");
        }

        static Map<String, List<String>> awarded(String how, LocalDate from, String pounds) {
            return FilledForms.of("claimAnswer", "DECIDED", "claimDecision", how, "claimDecidedOn", from.toString(),
                    "awardedFrom", from.toString(), "awardedWeekly", pounds);
        }

        static Map<String, List<String>> refused(LocalDate on) {
            return FilledForms.of("claimAnswer", "DECIDED", "claimDecision", "REFUSED", "claimDecidedOn", on.toString(),
                    "claimWords", "Nothing was proved");
        }

        static Map<String, List<String>> response(String response) {
            return FilledForms.of("refusalResponse", response, "refusalWords", "Talked it over");
        }

        static Map<String, List<String>> answered() {
            return FilledForms.of("benefitAnswer", "Yes, by post");
        }
    }
}
