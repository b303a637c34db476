package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.casefile.CaseReference;

/** Every path of {@code tell-childrens-services}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TellChildrensServicesPathsTest extends ModelTest {

    private static final String STEP = "task_tellChildrensServices";

    @ParameterizedTest
    @CsvSource({"AGREED, ''", "REFUSED, no", "REFUSED, yes", "NOT_REACHED, no", "NOT_REACHED, yes"})
    void eachAnswerIsRecorded(String consent, String toldAnyway) {
        CaseReference reference = newCase();
        run("tell-childrens-services", reference);

        answer(reference, STEP, told(consent, toldAnyway, today().toString()));

        assertThat(running(reference)).isFalse();
        assertThat(jdbc.sql("select told_to is not null from childrens_services_referral where case_reference = ?")
                .param(reference.value()).query(Boolean.class).single())
                .isEqualTo(consent.equals("AGREED") || toldAnyway.equals("yes"));
    }

    @Test
    void nobodyWasToldTomorrow() {
        CaseReference reference = newCase();
        run("tell-childrens-services", reference);

        assertThat(send(OFFICER, reference, STEP, told("AGREED", "", today().plusDays(1).toString())))
                .containsExactly("The day must be today or in the past");
        assertThat(send(OFFICER, reference, STEP, FilledForms.of("consentAsked", "REFUSED", "toldAnyway", "no")))
                .as("refused without a word on the child's safety").hasSize(1);
        assertThat(open(reference)).containsExactly(STEP);
    }

    @Test
    void aLateStepClimbs() {
        CaseReference reference = newCase();
        run("tell-childrens-services", reference);
        lateThenAnswered(reference, STEP, told("AGREED", "", "2027-02-01"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("tell-childrens-services");
    }

    static Map<String, List<String>> told(String consent, String toldAnyway, String on) {
        Map<String, List<String>> form = FilledForms.of("consentAsked", consent);
        if (!consent.equals("AGREED")) {
            form = FilledForms.with(form, "safeguarding", "No risk is known", "toldAnyway", toldAnyway);
        }
        return consent.equals("AGREED") || toldAnyway.equals("yes") ? FilledForms.with(form, "toldTo",
                "The front door team", "toldOn", on, "toldWhat", "Who, where, and until when") : form;
    }
}
