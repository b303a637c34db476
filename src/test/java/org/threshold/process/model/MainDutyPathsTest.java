package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;

/** Every path of {@code main-duty}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainDutyPathsTest extends ModelTest {

    @Test
    void theMainDutyEndsWithAHome() {
        CaseReference reference = inMainDuty();

        answer(reference, "task_dischargeMainDuty", FilledForms.discharged(today()));

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.DISCHARGED);
    }

    @Test
    void aMainDutyThatEndsAgainstTheApplicantNeedsASecondOfficer() {
        CaseReference reference = inMainDuty();
        answer(reference, "task_dischargeMainDuty", FilledForms.offerRefused(today()));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.notAuthorised());
        assertThat(open(reference)).containsExactly("task_dischargeMainDuty");
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY);
        answer(reference, "task_dischargeMainDuty", FilledForms.offerRefused(today()));

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

    @Test
    void aLateDischargeClimbs() {
        CaseReference reference = inMainDuty();
        lateThenAnswered(reference, "task_dischargeMainDuty", FilledForms.discharged(today()));
        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("main-duty");
    }
}
