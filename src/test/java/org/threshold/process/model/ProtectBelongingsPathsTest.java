package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.Belongings;
import org.threshold.homelessness.BelongingsKept;

/** Every path of {@code protect-belongings}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProtectBelongingsPathsTest extends ModelTest {

    @Autowired
    private BelongingsKept belongings;

    @Test
    void belongingsAreCheckedUntilTheDangerIsOverThoughTheApproachHasEnded() {
        CaseReference reference = inDanger();
        answer(reference, "task_secureBelongings", FilledForms.belongingsSecured(today().plusDays(28)));
        assertThat(lettersOf(reference)).contains("belongings-protected");
        assertThat(withdraw(reference)).isTrue();
        runOut(reference, "timer_checkDate");
        answer(reference, "task_checkBelongings", FilledForms.belongingsStay(today().plusDays(28)));
        runOut(reference, "timer_checkDate");
        assertThat(status(reference)).as("the approach is over").isEqualTo(CaseStatus.WITHDRAWN);

        answer(reference, "task_checkBelongings", FilledForms.belongingsEnd("NO_DANGER"));

        assertThat(belongings.running(reference)).isEmpty();
        assertThat(lettersOf(reference)).endsWith("belongings-end");
        assertThat(open(reference)).isEmpty();
    }

    @Test
    void whoCollectsThemEarlierEndsItAtOnce() {
        CaseReference reference = inDanger();
        answer(reference, "task_secureBelongings", FilledForms.belongingsSecured(today().plusDays(28)));

        belongings.endNow(reference, Belongings.End.COLLECTED, "Collected with a van");
        follow(reference);

        assertThat(timers(reference, "timer_checkDate")).isEmpty();
        assertThat(route(reference)).endsWith("message_endedEarly", "service_notifyEnd", "end_protectionEnded");
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = inDanger();
        lateThenAnswered(reference, "task_secureBelongings", FilledForms.belongingsSecured(today().plusDays(40)));
        runOut(reference, "timer_checkDate");
        lateThenAnswered(reference, "task_checkBelongings", FilledForms.belongingsEnd("NOT_CLAIMED"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("protect-belongings");
    }

    private CaseReference inDanger() {
        CaseReference reference = inPrevention();
        belongings.begin(reference, "The bailiff clears the flat on Friday", "No car, no money for a store",
                "Furniture of three rooms");
        return reference;
    }
}
