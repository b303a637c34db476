package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.BenefitSwitch;
import org.threshold.moveon.Bid;
import org.threshold.moveon.MoveOn;
import org.threshold.moveon.LeftOverMoveOns;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.NewHomes;
import org.threshold.moveon.NotPossible;
import org.threshold.moveon.RegisterWork;
import org.threshold.moveon.Route;
import org.threshold.moveon.RouteWork;
import org.threshold.moveon.Sustainments;

/** Every path of {@code move-on}. What an offer itself goes through is tested with its own process. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MoveOnPathsTest extends ModelTest {

    @Autowired
    private MoveOns moveOns;
    @Autowired
    private LeftOverMoveOns leftOver;
    @Autowired
    private RegisterWork register;
    @Autowired
    private RouteWork routeWork;
    @Autowired
    private NewHomes homes;
    @Autowired
    private Sustainments sustainments;

    @Test
    void aBidLeadsToACouncilHomeAndTheMove() {
        CaseReference reference = onRoute("HOUSING_REGISTER");
        answer(reference, "task_applyToRegister", MoveOnForms.applied(today()));
        assertThat(send(OFFICER, reference, "task_followBids", MoveOnForms.bids("OFFER", today()))).singleElement().asString()
                .contains("not verified");
        answer(reference, "task_followBids", MoveOnForms.verified("GO_ON", today()));
        answer(reference, "task_followBids", MoveOnForms.bids("OFFER", today()));
        assertThat(register.bids(reference)).extracting(Bid::result).containsExactly(Bid.Result.WAITING);
        offerEnds(reference, "ACCEPTED");

        answer(reference, "task_signUpNewHome", MoveOnForms.signUp(today(), "COUNCIL", who(reference)));
        MoveOn way = way(reference);
        assertThat(homes.of(way).orElseThrow().whoMoves()).isEqualTo("Jordan Example");
        assertThat(send(OFFICER, reference, "task_switchBenefit", MoveOnForms.benefit(today().plusDays(5), today(), "NONE",
                today()))).singleElement().asString().contains("Both are paid for 5 days");
        answer(reference, "task_switchBenefit", MoveOnForms.benefit(today().plusDays(5), today(), "ASK_BENEFIT_SERVICE",
                today()));
        answer(reference, "task_arrangeMove", MoveOnForms.move());
        answer(reference, "task_logCore", MoveOnForms.core(today()));

        assertThat(moveOns.running(reference)).isEmpty();
        assertThat(moveOns.latest(reference).orElseThrow().end()).isEqualTo(MoveOn.End.HOME_ACCEPTED);
        assertThat(homes.benefit(way).map(BenefitSwitch::overlap)).contains(BenefitSwitch.Overlap.ASK_BENEFIT_SERVICE);
        assertThat(homes.core(way).orElseThrow().previousTenure()).isEqualTo(18);
        assertThat(route(reference)).contains("service_finishMoveOn", "end_homeAccepted");
        assertThat(sustainments.open(reference).orElseThrow().address()).isEqualTo("9 Settled Street, Exampleton");
    }

    @Test
    void aPrivateHomeNeedsNoEntryInCoreAndTheHelpIsOnRecord() {
        CaseReference reference = onRoute("PRIVATE_RENTED");
        assertThat(send(OFFICER, reference, "task_searchPrivately", MoveOnForms.search("OFFER", null))).singleElement()
                .asString().contains("Enter the landlord");
        answer(reference, "task_searchPrivately", MoveOnForms.search("OFFER", today()));
        MoveOn way = way(reference);
        assertThat(routeWork.help(way)).singleElement().matches(help -> help.pence() == 90_000);
        offerEnds(reference, "ACCEPTED");
        answer(reference, "task_signUpNewHome", MoveOnForms.signUp(today(), "PRIVATE", who(reference)));
        assertThat(open(reference)).contains("task_switchBenefit", "task_arrangeMove").doesNotContain("task_logCore");
        answer(reference, "task_switchBenefit", MoveOnForms.benefit(today(), today(), "NONE", today()));
        answer(reference, "task_arrangeMove", FilledForms.of("helpNeeded", "no", "moveWords", "By themselves"));
        assertThat(moveOns.running(reference)).isEmpty();
    }

    @Test
    void anOfferThatWasNotRightLeadsBackAndOneThatWasRefusedForGoodEndsIt() {
        CaseReference reference = onRoute("SUPPORTED");
        answer(reference, "task_referToSupported", MoveOnForms.supported("WAITING_LIST", "GO_ON", today()));
        assertThat(send(OFFICER, reference, "task_referToSupported", MoveOnForms.supported("REFUSED", "OFFER", today())))
                .singleElement().asString().contains("when a place is there");
        answer(reference, "task_referToSupported", MoveOnForms.supported("PLACE_OFFERED", "OFFER", today()));
        offerEnds(reference, "REFUSED_REASONABLE");
        assertThat(open(reference)).contains("task_chooseRoute");
        answer(reference, "task_chooseRoute", MoveOnForms.route("SUPPORTED"));
        answer(reference, "task_referToSupported", MoveOnForms.supported("PLACE_OFFERED", "OFFER", today()));
        offerEnds(reference, "REFUSED_DISCHARGE");
        assertThat(moveOns.latest(reference).orElseThrow().end()).isEqualTo(MoveOn.End.OFFER_REFUSED);
        assertThat(route(reference)).endsWith("service_endWithRefusal", "end_offerRefused");
    }

    @Test
    void goingBackIsAskedForSafetyFirstAndThenForTheHost() {
        CaseReference reference = onRoute("RETURN_HOME");
        answer(reference, "task_checkReturn", MoveOnForms.safe("yes"));
        assertThat(send(OFFICER, reference, "task_agreeReturn", MoveOnForms.host("no", "OFFER", today()))).singleElement()
                .asString().contains("when the host has agreed");
        answer(reference, "task_agreeReturn", MoveOnForms.host("no", "GO_ON", today()));
        answer(reference, "task_agreeReturn", MoveOnForms.host("yes", "OFFER", today()));
        assertThat(routeWork.returnHome(reference).orElseThrow().host()).isEqualTo("Pat Example");
        offerEnds(reference, "WITHDRAWN_BY_LA");
        assertThat(open(reference)).contains("task_chooseRoute");
    }

    @Test
    void aReturnThatIsNotSafeIsNeverOfferedAgain() {
        CaseReference reference = onRoute("RETURN_HOME");
        answer(reference, "task_checkReturn", MoveOnForms.safe("no"));
        assertThat(open(reference)).contains("task_chooseRoute");
        assertThat(moveOns.noReturnHome(reference).orElseThrow()).contains("not safe");
        assertThat(send(OFFICER, reference, "task_chooseRoute", MoveOnForms.route("RETURN_HOME"))).isNotEmpty();
        answer(reference, "task_chooseRoute", MoveOnForms.route("PRIVATE_RENTED"));
        assertThatThrownBy(() -> moveOns.change(reference, Route.RETURN_HOME, "They ask for it"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("not safe");
    }

    @Test
    void nobodyWaitsUnseenAndAReviewCanGiveTheRouteUp() {
        CaseReference reference = onRoute("PRIVATE_RENTED");
        assertThat(way(reference).nextReviewOn()).isEqualTo(today().plusDays(28));
        runOut(reference, "timer_reviewDue");
        lateThenAnswered(reference, "task_reviewMoveOn", MoveOnForms.reviewed("yes"));
        assertThat(way(reference).nextReviewOn()).isEqualTo(today().plusDays(28));
        assertThat(open(reference)).contains("task_searchPrivately");
        runOut(reference, "timer_reviewDue");
        answer(reference, "task_reviewMoveOn", MoveOnForms.reviewed("no"));
        assertThat(open(reference)).contains("task_chooseRoute").doesNotContain("task_searchPrivately");
    }

    @Test
    void theRouteChangesOnThePageOfTheCaseAndWhatWasDoneOnTheRegisterStays() {
        CaseReference reference = onRoute("HOUSING_REGISTER");
        answer(reference, "task_applyToRegister", MoveOnForms.applied(today()));
        moveOns.change(reference, Route.PRIVATE_RENTED, "Band C waits for years");
        follow(reference);
        assertThat(open(reference)).contains("task_searchPrivately").doesNotContain("task_followBids");
        assertThat(moveOns.routes(way(reference))).extracting(choice -> choice.route()).containsExactly(Route.PRIVATE_RENTED,
                Route.HOUSING_REGISTER);
        register.bid(reference, today(), "3 Bid Street");
        answer(reference, "task_searchPrivately", MoveOnForms.search("CHANGE", null));
        answer(reference, "task_chooseRoute", MoveOnForms.route("HOUSING_REGISTER"));
        assertThat(open(reference)).as("they have applied before").contains("task_followBids");
        assertThatThrownBy(() -> moveOns.change(reference, Route.HOUSING_REGISTER, "Again"))
                .hasMessageContaining("the route they are on");
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = started();
        lateThenAnswered(reference, "task_recordReadiness", MoveOnForms.ready());
        lateThenAnswered(reference, "task_chooseRoute", MoveOnForms.route("HOUSING_REGISTER"));
        lateThenAnswered(reference, "task_applyToRegister", MoveOnForms.applied(today()));
        lateThenAnswered(reference, "task_followBids", MoveOnForms.bids("CHANGE", null));
        answer(reference, "task_chooseRoute", MoveOnForms.route("PRIVATE_RENTED"));
        lateThenAnswered(reference, "task_searchPrivately", MoveOnForms.search("CHANGE", null));
        answer(reference, "task_chooseRoute", MoveOnForms.route("SUPPORTED"));
        lateThenAnswered(reference, "task_referToSupported", MoveOnForms.supported("REFUSED", "CHANGE", today()));
        answer(reference, "task_chooseRoute", MoveOnForms.route("RETURN_HOME"));
        lateThenAnswered(reference, "task_checkReturn", MoveOnForms.safe("yes"));
        lateThenAnswered(reference, "task_agreeReturn", MoveOnForms.host("yes", "OFFER", today()));
        offerEnds(reference, "ACCEPTED");
        lateThenAnswered(reference, "task_signUpNewHome", MoveOnForms.signUp(today(), "REGISTERED_PROVIDER", who(reference)));
        lateThenAnswered(reference, "task_switchBenefit", MoveOnForms.benefit(today(), today(), "NONE", today()));
        lateThenAnswered(reference, "task_arrangeMove", MoveOnForms.move());
        lateThenAnswered(reference, "task_logCore", MoveOnForms.core(today()));
    }

    @Test
    void itBeginsOnceThoughTwoOfficersBeginAtOnce() throws Exception {
        CaseReference reference = inMainDuty();
        end(reference);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Callable<Boolean>> both = new ArrayList<>();
        for (int at = 0; at < 2; at++) {
            both.add(() -> {
                signIn(OFFICER);
                try {
                    moveOns.start(reference);
                    return true;
                } catch (NotPossible once) {
                    return false;
                }
            });
        }
        List<Boolean> began = new ArrayList<>();
        for (Future<Boolean> each : two.invokeAll(both)) {
            began.add(each.get());
        }
        two.shutdown();
        assertThat(began).containsExactlyInAnyOrder(true, false);
        assertThat(instances(reference, MoveOns.PROCESS)).hasSize(1);
    }

    @Test
    void whereTheDutyEndsInAnotherWayNobodyLooksForAHomeAnyMore() {
        CaseReference begun = started();
        CaseReference ready = started();
        answer(ready, "task_recordReadiness", MoveOnForms.ready());
        for (CaseReference each : List.of(begun, ready, onRoute("PRIVATE_RENTED"))) {
            answer(each, "task_dischargeMainDuty", discharged(each));

            assertThat(instances(each, MoveOns.PROCESS)).isEmpty();
            assertThat(open(each)).isEmpty();
            assertThat(moveOns.latest(each).orElseThrow().end()).isEqualTo(MoveOn.End.DUTY_ENDED);
        }
    }

    /** Its end was not heard of when the duty ended. */
    @Test
    void aSearchWithoutADutyEndsAtTheNextStart() {
        CaseReference lost = started();
        CaseReference owed = started();
        jdbc.sql("update duty set ended_on = started_on, end_reason = 'CONTACT_LOST' where case_reference = ? and kind ="
                + " 'MAIN'").param(lost.value()).update();

        leftOver.end();

        assertThat(instances(lost, MoveOns.PROCESS)).isEmpty();
        assertThat(moveOns.latest(lost).orElseThrow().end()).isEqualTo(MoveOn.End.DUTY_ENDED);
        assertThat(instances(owed, MoveOns.PROCESS)).hasSize(1);
    }

    @Test
    void withoutADutyToAccommodateItDoesNotBegin() {
        CaseReference reference = inPrevention();
        assertThat(moveOns.startable(reference)).isEmpty();
        assertThatThrownBy(() -> moveOns.start(reference)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("Neither is");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("move-on");
    }

    /** The main duty begins it by itself. */
    private CaseReference started() {
        CaseReference reference = inMainDuty();
        assertThat(moveOns.running(reference)).isPresent();
        return reference;
    }

    /** What the main duty began is taken away, so that an officer can begin it. */
    private void end(CaseReference reference) {
        moveOns.running(reference).ifPresent(way -> jdbc.sql("update move_on set ended_on = started_on, ended_as ="
                + " 'DUTY_ENDED' where id = ?").param(way.id()).update());
        instances(reference, MoveOns.PROCESS).forEach(each -> runtime.deleteProcessInstance(each.getId(), "test", false,
                true));
    }

    private CaseReference onRoute(String route) {
        CaseReference reference = started();
        answer(reference, "task_recordReadiness", MoveOnForms.ready());
        answer(reference, "task_chooseRoute", MoveOnForms.route(route));
        return reference;
    }

    private MoveOn way(CaseReference reference) {
        return moveOns.running(reference).orElseThrow();
    }

    private String who(CaseReference reference) {
        return String.valueOf(applicant(reference));
    }

    private List<ProcessInstance> instances(CaseReference reference, String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).processDefinitionKey(key)
                .listPage(0, 10);
    }

    /** The called process comes to its end with this outcome, however it is drawn. */
    private void offerEnds(CaseReference reference, String outcome) {
        ProcessInstance offer = instances(reference, "settled-home-offer").get(0);
        Collection<EndEvent> ends = repository.getBpmnModelInstance(offer.getProcessDefinitionId())
                .getModelElementsByType(EndEvent.class);
        String end = ends.stream().filter(each -> each.getParentElement() instanceof Process)
                .filter(each -> each.getEventDefinitions().isEmpty()).findFirst().orElseThrow().getId();
        List<String> active = runtime.getActiveActivityIds(offer.getId());
        runtime.setVariables(offer.getId(), Map.of("offerOutcome", outcome, "offerId", 1L));
        ProcessInstanceModificationBuilder skip = runtime.createProcessInstanceModification(offer.getId());
        active.forEach(skip::cancelAllForActivity);
        skip.startBeforeActivity(end).execute();
        follow(reference);
    }
}
