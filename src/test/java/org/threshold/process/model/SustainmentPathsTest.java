package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.Reapplications;
import org.threshold.moveon.NotPossible;
import org.threshold.moveon.Sustainment;
import org.threshold.moveon.Sustainment.End;
import org.threshold.moveon.Sustainment.Outcome;
import org.threshold.moveon.Sustainments;

/** Every path of {@code sustainment}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SustainmentPathsTest extends ModelTest {

    private static final String HOME = "3 Example Road, AA1 1AA";

    @Autowired
    private Sustainments sustainments;
    @Autowired
    private Reapplications reapplications;

    @Test
    void lookedAtThreeTimesOnItsDaysWithHelpAndASecondTry() {
        CaseReference reference = newCase();
        LocalDate from = today();
        sustainments.begin(reference, null, HOME, from);
        sustainments.begin(reference, null, "Another", from);
        assertThat(sustainments.of(reference)).as("begun once").singleElement().extracting(Sustainment::address)
                .isEqualTo(HOME);

        runOut(reference, "timer_checkDay");
        assertThat(today()).isEqualTo(from.plusDays(28));
        answer(reference, "task_checkSustainment", notReached(today().plusDays(3)));
        runOut(reference, "timer_checkDay");
        assertThat(today()).isEqualTo(from.plusDays(31));
        answer(reference, "task_checkSustainment", found("HELP", "RENT_BEHIND"));
        answer(reference, "task_arrangeHelp", help(today().plusDays(2)));
        runOut(reference, "timer_checkDay");
        assertThat(today()).isEqualTo(from.plusDays(84));
        answer(reference, "task_checkSustainment", found("WELL"));
        runOut(reference, "timer_checkDay");
        assertThat(today()).isEqualTo(from.plusMonths(6));
        answer(reference, "task_checkSustainment", found("WELL"));

        assertThat(route(reference)).contains("end_sustained");
        assertThat(sustainments.of(reference).get(0).endedAs()).isEqualTo(End.SUSTAINED);
    }

    @Test
    void helpThatIsArrangedAtTheLastCheckIsTheEndOfTheChecks() {
        CaseReference reference = newCase();
        sustainments.begin(reference, null, HOME, today());
        for (String next : List.of("WELL", "WELL", "HELP")) {
            runOut(reference, "timer_checkDay");
            answer(reference, "task_checkSustainment", found(next));
        }
        answer(reference, "task_arrangeHelp", help(today()));
        assertThat(sustainments.of(reference).get(0).endedAs()).isEqualTo(End.SUSTAINED);
        assertThat(route(reference)).contains("end_sustained");
    }

    @Test
    void whoMayLoseTheHomeIsOnTheApproachThatRunsOrOnANewApplication() {
        CaseReference running = approach();
        sustainments.begin(running, null, HOME, today());
        runOut(running, "timer_checkDay");
        answer(running, "task_checkSustainment", found("AT_RISK", "NOTICE"));
        assertThat(route(running)).contains("end_helpReopened");
        assertThat(sustainments.of(running).get(0).checks().get(0).newCase()).as("the approach still runs").isNull();

        CaseReference closed = approach();
        answer(closed, "task_triageApproach", FilledForms.noReasonToBelieve());
        answer(closed, "task_giveAdvice", FilledForms.advice());
        assertThat(sustainments.approachRuns(closed)).isFalse();
        sustainments.begin(closed, null, HOME, today());
        runOut(closed, "timer_checkDay");
        answer(closed, "task_checkSustainment", found("AT_RISK", "NOTICE"));
        CaseReference again = sustainments.of(closed).get(0).checks().get(0).newCase();
        assertThat(reapplications.previous(again)).contains(closed);
        assertThat(open(again)).contains("task_triageApproach");
    }

    @Test
    void whoHasMovedOnIsLookedAfterNoMore() {
        CaseReference reference = newCase();
        sustainments.begin(reference, null, HOME, today());
        runOut(reference, "timer_checkDay");
        answer(reference, "task_checkSustainment", found("MOVED_ON"));
        assertThat(route(reference)).contains("end_movedOnAgain");
        assertThatThrownBy(() -> sustainments.check(reference, Outcome.WELL, List.of(), "Again", null))
                .isInstanceOf(NotPossible.class).hasMessageContaining("No checks");
    }

    @Test
    void whatIsGraveIsNotCalledWell() {
        CaseReference reference = newCase();
        sustainments.begin(reference, null, HOME, today());
        runOut(reference, "timer_checkDay");
        assertThat(send(OFFICER, reference, "task_checkSustainment", found("WELL", "NOT_SAFE"))).singleElement()
                .asString().contains("not safe");
        assertThat(send(OFFICER, reference, "task_checkSustainment", notReached(today())))
                .containsExactly("The day must be in the future");
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = newCase();
        sustainments.begin(reference, null, HOME, today());
        runOut(reference, "timer_checkDay");
        lateThenAnswered(reference, "task_checkSustainment", found("HELP"));
        lateThenAnswered(reference, "task_arrangeHelp", help(today().plusDays(60)));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("sustainment");
    }

    private static Map<String, List<String>> found(String answer, String... found) {
        Map<String, List<String>> form = new HashMap<>();
        form.put("sustainAnswer", List.of(answer));
        if (found.length > 0) {
            form.put("found", List.of(found));
        }
        form.put("words", List.of("Rang them on the telephone; they told how it goes"));
        return form;
    }

    private static Map<String, List<String>> notReached(LocalDate again) {
        Map<String, List<String>> form = new HashMap<>();
        form.put("sustainAnswer", List.of("NOT_REACHED"));
        form.put("words", List.of("Rang twice, nobody answered"));
        form.put("tryAgainOn", List.of(again.toString()));
        return form;
    }

    private static Map<String, List<String>> help(LocalDate by) {
        return Map.of("helper", List.of("Exampleton tenancy support"), "helpBy", List.of(by.toString()), "words",
                List.of("They come on Tuesday with a budget sheet"));
    }
}
