package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.Circumstances;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.CouncilReferrals;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;

/**
 * The route of a case to each end that the law knows: what it did and waited for in all of its processes, in order.
 */
class RouteOfTheCaseTest extends ModelTest {

    /** The review of the plan, and the way to a home, wait beside the work on a duty from its beginning to its end. */
    private static final Set<String> BESIDE = Set.of("service_readReviewDate", "service_startMoveOn", "end_moveOnBegun",
            "service_beginMoveOn", "task_recordReadiness", "message_dutyEndedRecordReadiness", "service_endWithDuty",
            "end_endedWithDuty");
    private static final String TRIAGE = "task_triageApproach decision_priorityLane decision_triage";
    private static final String OWN_PLACE = " service_requestPlacement task_findUnit end_noPlaceNeeded end_accommodated";
    private static final String ASSESSED = TRIAGE + " end_application end_interimAccommodationNotDue"
            + " task_checkIdentityAndEligibility task_recordAssessment";
    private static final String PLANNED = ASSESSED + " service_acceptDuty task_agreePlan service_issuePlan"
            + " end_planIssued";
    private static final String DECIDED = " task_makeInquiries task_draftDecision task_signDecision"
            + " service_issueDecision end_decisionIssued";
    private static final String WARNED = " service_sendWarning timer_warningEnds task_decideOnCooperation"
            + " task_authoriseNotice service_giveNotice end_noticeGiven end_cooperationNotice";
    private static final String REFERRED = " task_checkConditions task_signReferral service_notifyReferral"
            + " task_recordReferralAnswer task_keepAccommodation end_accommodationKept";
    private static final String RELIEF_BY_LAW = PLANNED + " service_acceptReliefDuty task_relieveHomelessness"
            + " timer_reliefDay42 task_recordInquiries end_inquiriesRecorded timer_reliefDay56"
            + " service_checkReliefAtDay56 end_reliefByLaw escalation_reliefEndedByLaw service_endReliefByLaw"
            + " end_reliefEndedByLaw";
    private static final String CLOSED = " task_closeCase service_closeCase end_noFurtherDuty";

    @Autowired
    private CouncilReferrals referrals;
    @Autowired
    private Circumstances circumstances;

    @Test
    void adviceOnly() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.noReasonToBelieve());
        answer(reference, "task_giveAdvice", FilledForms.advice());

        assertRoute(reference, CaseStatus.ADVICE_ONLY, TRIAGE + " task_giveAdvice service_closeAdviceOnly"
                + " end_adviceGiven end_adviceOnly");
    }

    @Test
    void diaryThenApplication() {
        CaseReference reference = approach();
        answer(reference, "task_triageApproach", FilledForms.diary(today().plusDays(100)));
        runOut(reference, "timer_diaryDate");
        answer(reference, "task_triageApproach", FilledForms.noInterim());
        answer(reference, "task_checkIdentityAndEligibility", FilledForms.identity());
        answer(reference, "task_recordAssessment", FilledForms.threatened(today()));
        answer(reference, "task_agreePlan", FilledForms.plan(today().plusDays(7)));
        answer(reference, "task_preventHomelessness", FilledForms.preventionSecured(today()));

        assertRoute(reference, CaseStatus.CLOSED, TRIAGE + " timer_diaryDate " + PLANNED
                + " task_preventHomelessness end_preventionWorkDone service_endPrevention end_preventionDuty"
                + " service_closeAfterPrevention end_preventionEnded");
    }

    @Test
    void preventionThenReliefSecured() {
        CaseReference reference = inPrevention();
        answer(reference, "task_preventHomelessness", FilledForms.becameHomeless(today()));
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);
        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));

        assertRoute(reference, CaseStatus.CLOSED, PLANNED + " task_preventHomelessness end_preventionWorkDone"
                + " service_endPrevention end_preventionDuty service_acceptReliefDuty task_relieveHomelessness"
                + " end_reliefWorkDone service_endRelief end_reliefDuty service_closeAfterRelief end_reliefEnded");
    }

    @Test
    void reliefEndedByLawThenMainDutyThenDischarged() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay42");
        answer(reference, "task_recordInquiries", FilledForms.findings("YES", "YES", "YES", "NO"));
        runOut(reference, "timer_reliefDay56");
        decide(reference, "MAIN_DUTY", FilledForms.findings("YES", "YES", "YES", "NO"));
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY);
        answer(reference, "task_dischargeMainDuty", discharged(reference));

        assertRoute(reference, CaseStatus.DISCHARGED, PLANNED + " service_acceptReliefDuty task_relieveHomelessness"
                + " timer_reliefDay42 task_recordInquiries end_inquiriesRecorded timer_reliefDay56"
                + " service_checkReliefAtDay56 end_reliefByLaw escalation_reliefEndedByLaw service_endReliefByLaw"
                + " end_reliefEndedByLaw" + DECIDED + " task_dischargeMainDuty" + OWN_PLACE + " service_dischargeMainDuty"
                + " end_mainDutyEnded end_mainDutyDischarged");
    }

    @Test
    void preventionSecured() {
        CaseReference reference = inPrevention();
        answer(reference, "task_preventHomelessness", FilledForms.preventionSecured(today()));

        assertRoute(reference, CaseStatus.CLOSED, PLANNED + " task_preventHomelessness end_preventionWorkDone"
                + " service_endPrevention end_preventionDuty service_closeAfterPrevention end_preventionEnded");
    }

    @Test
    void reliefSecured() {
        CaseReference reference = inRelief();
        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));

        assertRoute(reference, CaseStatus.CLOSED, PLANNED + " service_acceptReliefDuty task_relieveHomelessness"
                + " end_reliefWorkDone service_endRelief end_reliefDuty service_closeAfterRelief end_reliefEnded");
    }

    @Test
    void reliefEndedByNoticeAfterDay56ThenTheDecisionFollows() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay56");
        answer(reference, "task_relieveHomelessness", FilledForms.ended("reliefEnd", "ELAPSED_56", today()));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());
        decide(reference, "NOT_PRIORITY_NEED", FilledForms.findings("YES", "YES", "NO", "UNDECIDED"));
        closeAfter(reference, CaseStatus.NOT_PRIORITY_NEED);

        assertRoute(reference, CaseStatus.CLOSED, PLANNED + " service_acceptReliefDuty task_relieveHomelessness"
                + " timer_reliefDay56 service_checkReliefAtDay56 task_makeInquiries end_reliefWorkDone"
                + " task_authoriseEndOfDuty end_endConsidered service_endRelief end_reliefDuty" + DECIDED + CLOSED);
    }

    @Test
    void priorityNeedUndecidedThenNotInPriorityNeedWhileReliefRuns() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay56");
        decide(reference, "NOT_PRIORITY_NEED", FilledForms.findings("YES", "YES", "NO", "UNDECIDED"));
        closeAfter(reference, CaseStatus.NOT_PRIORITY_NEED);

        assertRoute(reference, CaseStatus.CLOSED, decidedWhileReliefRuns() + CLOSED);
    }

    @Test
    void intentionallyHomeless() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay56");
        decide(reference, "INTENTIONAL", FilledForms.findings("YES", "YES", "YES", "YES"));
        runOut(reference, "timer_opportunityNearsEnd");
        answer(reference, "task_decideMoreTime", FilledForms.of("helpGiven", "Help with the deposit", "moreTime", "no",
                "opportunityReasons", "You have had four weeks."));
        runOut(reference, "timer_opportunityEnds");
        closeAfter(reference, CaseStatus.INTENTIONAL_S190);

        assertThat(route(reference)).containsSubsequence((decidedWhileReliefRuns() + " service_beginOpportunity"
                + " task_helpFindHome timer_opportunityNearsEnd task_decideMoreTime service_notifyOpportunityEnd"
                + " timer_opportunityEnds end_opportunityPassed service_endOpportunity end_opportunityOver" + CLOSED)
                .split(" "));
        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void refusedToCooperateUnderPrevention() {
        CaseReference reference = warned(FilledForms.threatened(today()));
        notice(reference);

        assertRoute(reference, CaseStatus.CLOSED, PLANNED + " task_preventHomelessness" + WARNED
                + " escalation_endedByRefusal service_notePreventionRefused end_preventionRefused"
                + " service_closeAfterPrevention end_preventionEnded");
    }

    @Test
    void refusedToCooperateUnderReliefThenAccommodatedUntilAFinalOffer() {
        CaseReference reference = warned(FilledForms.homeless(today()));
        notice(reference);
        decide(reference, "S193C", FilledForms.findings("YES", "YES", "YES", "NO"));
        assertThat(status(reference)).isEqualTo(CaseStatus.S193C);
        answer(reference, "task_accommodateAfterNotice", FilledForms.of("accommodationEnd", "REFUSED_FINAL_OFFER",
                "endedOn", today().toString(), "offer", String.valueOf(refusedOffer(reference, DutyKind.S193C,
                OfferKind.FINAL_ACCOMMODATION)), "endReasons", "The home was suitable"));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        assertThat(route(reference)).containsSubsequence((PLANNED + " service_acceptReliefDuty"
                + " task_relieveHomelessness" + WARNED + " escalation_endedByRefusal service_noteReliefRefused"
                + " end_reliefRefused" + DECIDED + " service_beginAccommodation task_accommodateAfterNotice"
                + " task_authoriseEndOfDuty end_endConsidered service_endAccommodation end_accommodationEnded")
                .split(" "));
        assertThat(running(reference)).isFalse();
    }

    @Test
    void notHomeless() {
        CaseReference reference = inDecision("NOT_HOMELESS");
        decide(reference, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        closeAfter(reference, CaseStatus.NOT_HOMELESS);

        assertRoute(reference, CaseStatus.CLOSED, ASSESSED + " end_noDutyOwed" + DECIDED + CLOSED);
    }

    @Test
    void notEligible() {
        CaseReference reference = inDecision("NOT_ELIGIBLE");
        decide(reference, "NOT_ELIGIBLE", FilledForms.findings("YES", "NO", "UNDECIDED", "UNDECIDED"));
        closeAfter(reference, CaseStatus.NOT_ELIGIBLE);

        assertRoute(reference, CaseStatus.CLOSED, ASSESSED + " end_noDutyOwed" + DECIDED + CLOSED);
    }

    @Test
    void withdrawn() {
        CaseReference reference = inRelief();
        withdraw(reference);

        assertRoute(reference, CaseStatus.WITHDRAWN, PLANNED + " service_acceptReliefDuty task_relieveHomelessness"
                + " service_recordWithdrawal end_withdrawn");
    }

    @Test
    void referredWhileReliefRunsAndAccepted() {
        CaseReference reference = referredInRelief();
        answer(reference, "task_recordReferralAnswer", FilledForms.referralAnswer("ACCEPTED", today()));

        assertRoute(reference, CaseStatus.REFERRED_LC, PLANNED + " service_acceptReliefDuty task_relieveHomelessness" + REFERRED
                + " end_referralAnswered service_tellReferralOutcome end_referralAccepted end_referralAccepted"
                + " escalation_endedByReferral service_noteReliefReferred end_reliefReferred service_closeAfterRelief"
                + " end_reliefEnded");
    }

    @Test
    void referredWhileReliefRunsAndDisputedInVain() {
        CaseReference reference = referredInRelief();
        answer(reference, "task_recordReferralAnswer", FilledForms.referralAnswer("DISPUTED", today()));
        answer(reference, "task_arrangeReferee", FilledForms.referee(today()));
        answer(reference, "task_recordRefereeDecision", FilledForms.refereeDecision("NOT_MET", today()));
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);
        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));

        assertRoute(reference, CaseStatus.CLOSED, PLANNED + " service_acceptReliefDuty task_relieveHomelessness" + REFERRED
                + " task_arrangeReferee task_recordRefereeDecision end_refereeDecided service_tellReferralOutcome"
                + " end_dutyGoesOn end_referralFailed end_reliefWorkDone service_endRelief end_reliefDuty"
                + " service_closeAfterRelief end_reliefEnded");
    }

    @Test
    void referredByADecisionAndAccepted() {
        CaseReference reference = referredByDecision();
        answer(reference, "task_recordReferralAnswer", FilledForms.referralAnswer("ACCEPTED", today()));

        assertRoute(reference, CaseStatus.REFERRED_LC, RELIEF_BY_LAW + DECIDED + REFERRED
                + " end_referralAnswered service_tellReferralOutcome end_referralAccepted service_closeReferred"
                + " end_referred");
    }

    @Test
    void referredByADecisionAndNotAcceptedTheMainDutyIsOwedHere() {
        CaseReference reference = referredByDecision();
        answer(reference, "task_recordReferralAnswer", FilledForms.referralAnswer("NOT_ACCEPTED", today()));
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY);
        ownPlace(reference);
        answer(reference, "task_dischargeMainDuty", discharged(reference));

        assertRoute(reference, CaseStatus.DISCHARGED, RELIEF_BY_LAW + DECIDED + REFERRED
                + " end_referralAnswered service_tellReferralOutcome end_dutyGoesOn task_dischargeMainDuty" + OWN_PLACE
                + " service_dischargeMainDuty end_mainDutyEnded end_mainDutyDischarged");
    }

    @Test
    void aChangeOfCircumstancesOnTheWay() {
        CaseReference reference = inRelief();
        circumstances.report(reference, new CircumstancesChange.Report(List.of(CircumstancesChange.Kind.HOUSEHOLD),
                "My partner has left", today(), "The applicant"));
        answer(reference, "task_considerChange", FilledForms.changeConsidered("yes", "no", "yes", "yes"));
        answer(reference, "task_reviewPlan", FilledForms.planChanged(today().plusDays(28)));
        answer(reference, "task_findUnit", FilledForms.noPlaceNeeded());
        answer(reference, "task_reviseAssessment", FilledForms.assessmentRevised());
        answer(reference, "task_relieveHomelessness", FilledForms.reliefSecured(today()));

        assertRoute(reference, CaseStatus.CLOSED, PLANNED + " service_acceptReliefDuty task_relieveHomelessness"
                + " task_considerChange message_planReviewAsked task_reviewPlan service_requestPlacement task_findUnit"
                + " task_reviseAssessment end_noPlaceNeeded end_interimArranged end_assessmentRevised end_changeHandled"
                + " end_reliefWorkDone service_endRelief end_reliefDuty service_closeAfterRelief end_reliefEnded");
    }

    private CaseReference referredInRelief() {
        CaseReference reference = inRelief();
        referrals.propose(reference, "Their family lives elsewhere");
        conditionsMetAndSigned(reference);
        return reference;
    }

    private CaseReference referredByDecision() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay42");
        answer(reference, "task_recordInquiries", FilledForms.findings("YES", "YES", "YES", "NO"));
        runOut(reference, "timer_reliefDay56");
        decide(reference, "REFERRAL", FilledForms.findings("YES", "YES", "YES", "NO"));
        conditionsMetAndSigned(reference);
        return reference;
    }

    private void conditionsMetAndSigned(CaseReference reference) {
        answer(reference, "task_checkConditions", FilledForms.referralConditions(
                String.valueOf(referrals.household(reference).get(0).id())));
        answerAs(COLLEAGUE, reference, "task_signReferral", FilledForms.signed());
        answer(reference, "task_keepAccommodation", FilledForms.accommodationKept());
    }

    private void closeAfter(CaseReference reference, CaseStatus decided) {
        assertThat(status(reference)).isEqualTo(decided);
        answer(reference, "task_closeCase", FilledForms.closing());
    }

    private static String decidedWhileReliefRuns() {
        return PLANNED + " service_acceptReliefDuty task_relieveHomelessness timer_reliefDay56"
                + " service_checkReliefAtDay56" + DECIDED + " end_reliefByDecision escalation_reliefEndedByDecision"
                + " service_endReliefByNotice end_reliefEndedByDecision";
    }

    /** @param route ids of elements, in order, with a space between */
    private void assertRoute(CaseReference reference, CaseStatus end, String route) {
        assertThat(route(reference)).filteredOn(station -> !BESIDE.contains(station)).containsExactly(route.split(" "));
        assertThat(running(reference)).isFalse();
        assertThat(status(reference)).isEqualTo(end);
    }
}
