package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.Cancellations;
import org.threshold.homelessness.Circumstances;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.Death;
import org.threshold.homelessness.Deaths;
import org.threshold.homelessness.LostContacts;

/** Every path of {@code homelessness-approach}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomelessnessApproachPathsTest extends ModelTest {

    @Autowired
    private LostContacts lostContacts;
    @Autowired
    private Circumstances circumstances;
    @Autowired
    private Deaths deaths;
    @Autowired
    private Cancellations cancellations;

    @Test
    void interimAccommodationIsReachedWithIdentityAndEligibilityStillOpen() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.homelessTonight());

        assertThat(open(reference)).containsExactly("task_checkIdentityAndEligibility",
                "task_findUnit");
        assertThat(route(reference)).doesNotContain("end_noDutyOwed", "task_recordAssessment");
        answer(reference, "task_findUnit", FilledForms.noPlaceNeeded());

        assertThat(route(reference)).contains("end_interimAccommodationArranged");
        assertThat(open(reference)).containsExactly("task_checkIdentityAndEligibility");
    }

    @Test
    void interimAccommodationIsStillArrangedAfterTheAssessment() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.homelessTonight());
        answer(reference, "task_checkIdentityAndEligibility", FilledForms.identity());
        answer(reference, "task_recordAssessment", FilledForms.homeless(today()));

        assertThat(open(reference)).containsExactly("task_agreePlan", "task_findUnit");
    }

    @Test
    void lateStepsClimb() {
        CaseReference tonight = approach();
        answer(tonight, "task_triageApproach", FilledForms.homelessTonight());
        lateThenAnswered(tonight, "task_findUnit", FilledForms.noPlaceNeeded());

        CaseReference closed = inDecision("NOT_HOMELESS");
        decide(closed, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        lateThenAnswered(closed, "task_closeCase", FilledForms.closing());
        assertThat(running(closed)).isFalse();
    }

    @Test
    void aWithdrawalEndsTheCaseAtAnyStage() {
        CaseReference diary = inDiary();
        CaseReference interim = approach();
        answer(interim, "task_triageApproach", FilledForms.homelessTonight());
        for (CaseReference reference : new CaseReference[] {approach(), diary, interim, inAssessment(), inPrevention(),
                inRelief(), inDecision("NOT_ELIGIBLE"), inMainDuty()}) {
            assertThat(withdraw(reference)).isTrue();
            assertThat(running(reference)).isFalse();
            assertThat(open(reference)).isEmpty();
            assertThat(status(reference)).isEqualTo(CaseStatus.WITHDRAWN);
            assertThat(withdraw(reference)).as("once is enough").isFalse();
        }
    }

    /** Which called process follows a decision; each is played to its end by its own test. */
    @ParameterizedTest
    @CsvSource({"MAIN_DUTY, false, call_mainDuty", "REFERRAL, false, call_localConnectionReferral",
        "S193C, false, call_accommodationAfterNonCooperation", "INTENTIONAL, false, call_intentionalHomelessness",
        "NOT_ELIGIBLE, true, call_tellChildrensServices", "NOT_ELIGIBLE, false, task_closeCase",
        "NOT_PRIORITY_NEED, true, task_closeCase", "NOT_HOMELESS, true, task_closeCase"})
    void eachDecisionLeadsToItsDuty(String decision, boolean child, String next) {
        CaseReference reference = decided();
        asService(() -> runtime.createProcessInstanceByKey("homelessness-approach").businessKey(reference.value())
                .setVariables(Map.of("team", TEAM, "lane", "STANDARD", "decision", decision, "childInHousehold", child))
                .startBeforeActivity("gateway_whatWasDecided").execute());

        assertThat(visited(reference)).contains(next);
    }

    /** What follows where a called process is over. */
    @ParameterizedTest
    @CsvSource({"call_localConnectionReferral, ACCEPTED, REFERRED_LC", "call_localConnectionReferral, NOT_ACCEPTED,",
        "call_intentionalHomelessness, , ", "call_tellChildrensServices, , ",
        "call_accommodationAfterNonCooperation, , CLOSED"})
    void eachDutyLeadsToItsEnd(String after, String referral, CaseStatus end) {
        CaseReference reference = decided();
        Map<String, Object> variables = new HashMap<>(Map.of("team", TEAM, "lane", "STANDARD"));
        variables.put("referral", referral);
        asService(() -> runtime.createProcessInstanceByKey("homelessness-approach").businessKey(reference.value())
                .setVariables(variables).startAfterActivity(after).execute());
        follow(reference);

        assertThat(running(reference)).isEqualTo(end == null);
        if (end != null) {
            assertThat(status(reference)).isEqualTo(end);
        }
    }

    /** A case on which a duty has ended, so that any way may follow. */
    private CaseReference decided() {
        CaseReference reference = inPrevention();
        answer(reference, "task_preventHomelessness", FilledForms.preventionSecured(today()));
        return reference;
    }

    @Test
    void changedCircumstancesAreLookedAtBesideWhatGoesOn() {
        CaseReference reference = inRelief();
        circumstances.report(reference, new CircumstancesChange.Report(List.of(CircumstancesChange.Kind.HOUSEHOLD),
                "My partner has left", today(), "The applicant, by telephone"));
        follow(reference);
        answer(reference, "task_considerChange", FilledForms.changeConsidered("no", "no", "no", "no"));

        assertThat(visited(reference)).contains("call_changeOfCircumstances", "end_changeHandled");
        assertThat(open(reference)).contains("task_relieveHomelessness");
    }

    @Test
    void lostContactEndsAnApproachBeforeAnyDuty() {
        CaseReference diary = inDiary();
        triedInVain(diary);
        lostContacts.end(diary, "No answer", true);

        assertThat(running(diary)).isFalse();
        assertThat(status(diary)).isEqualTo(CaseStatus.CONTACT_LOST);
        assertThat(route(diary)).endsWith("service_recordLostContact", "end_contactLost");
    }

    @Test
    void aDeathEndsEverythingAtAnyStageAndNothingIsWritten() {
        for (CaseReference reference : new CaseReference[] {approach(), inPrevention(), inRelief(),
                inDecision("NOT_ELIGIBLE"), inMainDuty()}) {
            List<String> before = lettersOf(reference);
            deaths.record(reference, new Death(today(), today(), "Their sister", "She rang", null));

            assertThat(running(reference)).isFalse();
            assertThat(open(reference)).isEmpty();
            assertThat(status(reference)).isEqualTo(CaseStatus.DECEASED);
            assertThat(lettersOf(reference)).isEqualTo(before);
        }
    }

    @Test
    void aCaseCreatedInErrorIsCancelled() {
        CaseReference reference = approach();
        signIn(LEADER);
        cancellations.createdInError(reference, "Taken for the wrong person");
        signIn(OFFICER);

        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.CREATED_IN_ERROR);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void everyOtherEndIsPlayedToo() {
        CaseReference advised = approach();
        answer(advised, "task_triageApproach", FilledForms.noReasonToBelieve());
        answer(advised, "task_giveAdvice", FilledForms.advice());
        CaseReference housed = inMainDuty();
        answer(housed, "task_dischargeMainDuty", discharged(housed));
        CaseReference prevented = inPrevention();
        answer(prevented, "task_preventHomelessness", FilledForms.preventionSecured(today()));
        CaseReference lost = inPrevention();
        answer(lost, "task_preventHomelessness", FilledForms.becameHomeless(today()));
        answer(lost, "task_relieveHomelessness", FilledForms.reliefSecured(today()));
        CaseReference decided = inRelief();
        runOut(decided, "timer_reliefDay56");
        decide(decided, "NOT_PRIORITY_NEED", FilledForms.findings("YES", "YES", "NO", "UNDECIDED"));
        answer(decided, "task_closeCase", FilledForms.closing());

        for (CaseReference reference : new CaseReference[] {advised, housed, prevented, lost, decided}) {
            assertThat(running(reference)).isFalse();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("homelessness-approach");
    }
}
