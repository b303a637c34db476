package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.referral.SampleReferrals.STRANGER;
import static org.threshold.referral.SampleReferrals.WARD;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.hclic.Returns;
import org.threshold.homelessness.Cancellations;
import org.threshold.homelessness.CaseLinks;
import org.threshold.referral.Answer;
import org.threshold.referral.Referral;
import org.threshold.referral.ReferralList;
import org.threshold.referral.Referrals;
import org.threshold.referral.Referrals.Progress;
import org.threshold.referral.Referrals.Receipt;
import org.threshold.referral.Referrals.Stage;
import org.threshold.referral.SampleReferrals;
import org.threshold.referral.Situation;
import org.threshold.worklist.OverdueBoard.Escalation;

/** Every path of {@code duty-to-refer}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DutyToReferPathsTest extends ModelTest {

    private static final String TRIAGE = "task_triageReferral";
    private static final String TELL = "task_tellReferrer";
    /** Works in the team that is set to triage referrals. */
    private static final String NORTH = "officer";

    @Autowired
    private Referrals referrals;
    @Autowired
    private ReferralList list;
    @Autowired
    private CaseLinks links;
    @Autowired
    private Cancellations cancellations;
    @Autowired
    private Returns returns;
    private Receipt receipt;

    @Test
    void contactMadeOpensTheApproachOnTheSameCaseAndTellsTheReferrer() {
        CaseReference reference = referred(WARD, Situation.WITHIN_56_DAYS);
        assertThat(status(reference)).isEqualTo(CaseStatus.REFERRED);
        assertThat(progress()).isEqualTo(new Progress(Stage.RECEIVED, null));

        answerAs(NORTH, reference, TRIAGE, contactMade());

        assertThat(route(reference)).startsWith(TRIAGE, "service_openApproach").contains("service_answerReferrer",
                "end_referrerTold");
        assertThat(open(reference)).containsExactly("task_triageApproach");
        assertThat(status(reference)).isEqualTo(CaseStatus.TRIAGE);
        assertThat(progress()).isEqualTo(new Progress(Stage.ANSWERED, Answer.CONTACT_MADE));
        assertThat(messages(reference)).containsExactly("referral-answer", "referral-receipt");
    }

    /** A referral is no application: that is made when the person and the council speak. */
    @Test
    void theReturnCountsTheApplicationFromTheContactAndNotFromTheReferral() {
        CaseReference reference = referred(WARD, Situation.WITHIN_56_DAYS);
        clock.freeze(clock.instant().plus(Duration.ofDays(3)));

        answerAs(NORTH, reference, TRIAGE, contactMade());

        signIn(NORTH);
        assertThat(returns.facts(reference).main().day("applicationDate")).isEqualTo(today());
    }

    @Test
    void joinedTheReferralEndsAsMergedAndTheOtherCaseKnows() {
        CaseReference other = approach();
        CaseReference reference = referred(WARD, Situation.HOMELESS);

        answerAs(NORTH, reference, TRIAGE, FilledForms.with(contactMade(), "referralOutcome", "JOINED", "joinTo",
                "OTHER", "joinReference", other.value().toLowerCase()));

        assertThat(status(reference)).isEqualTo(CaseStatus.MERGED);
        assertThat(open(reference)).isEmpty();
        assertThat(status(other)).isEqualTo(CaseStatus.TRIAGE);
        assertThat(jdbc.sql("select count(*) from timeline_entry where case_reference = ? and headline like"
                + " 'Approached again%'").param(other.value()).query(Long.class).single()).isEqualTo(1);
        assertThat(progress()).isEqualTo(new Progress(Stage.ANSWERED, Answer.CONTACT_MADE));
        assertThat(links.of(reference)).extracting(CaseLinks.Link::other).containsExactly(other);
        assertThat(links.of(other)).extracting(CaseLinks.Link::other).containsExactly(reference);
    }

    /** Nobody works on a case that has finished, so nobody would see that the person needs help again. */
    @Test
    void aReferralIsNotJoinedToACaseThatHasFinished() {
        CaseReference other = approach();
        withdraw(other);
        CaseReference reference = referred(WARD, Situation.HOMELESS);

        assertThat(send(NORTH, reference, TRIAGE, FilledForms.with(contactMade(), "referralOutcome", "JOINED", "joinTo",
                "OTHER", "joinReference", other.value()))).singleElement().asString().contains("has finished");

        assertThat(open(reference)).containsExactly(TRIAGE);
    }

    @Test
    void aCaseThatLooksAlikeIsOfferedAndNeverJoinedByItself() {
        String family = SampleReferrals.family();
        CaseReference first = received(SampleReferrals.of(family, WARD, Situation.HOMELESS, today()));
        CaseReference second = received(SampleReferrals.of(family, WARD, Situation.HOMELESS, today()));
        assertThat(List.of(status(first), status(second))).containsOnly(CaseStatus.REFERRED);

        signIn(NORTH);
        Map<String, Object> facts = facts(step(second, TRIAGE).stepId());
        assertThat(String.valueOf(facts.get("options"))).contains(first + ": Jordan " + family,
                "same last name and date of birth").doesNotContain(second.value());
        answerAs(NORTH, second, TRIAGE, FilledForms.with(contactMade(), "referralOutcome", "JOINED", "joinTo",
                first.value()));

        assertThat(List.of(status(first), status(second))).containsExactly(CaseStatus.REFERRED, CaseStatus.MERGED);
        assertThat(open(first)).containsExactly(TRIAGE);
    }

    @Test
    void aCaseThatWasOpenedInErrorTakesItsReferralAlong() {
        CaseReference reference = referred(WARD, Situation.HOMELESS);
        signIn("leader");

        cancellations.createdInError(reference, "Sent to try the page out");

        assertThat(open(reference)).isEmpty();
        assertThat(running(reference)).isFalse();
        assertThat(progress()).isEqualTo(new Progress(Stage.ANSWERED, Answer.NOT_FOR_US));
        assertThat(list.of(ReferralList.Kind.WAITING, null)).extracting(line -> line.row().caseReference())
                .doesNotContain(reference);
    }

    @ParameterizedTest
    @CsvSource({"NOT_REACHED, CONTACT_LOST, NOT_REACHED", "ELSEWHERE, CLOSED, NOT_FOR_US"})
    void withoutAnApproachTheCaseEndsAndAnOfficerTellsAReferrerWhomEmailDoesNotReach(String outcome, CaseStatus ends,
                                                                                     Answer answer) {
        CaseReference reference = referred(STRANGER, Situation.HOMELESS);

        answerAs(NORTH, reference, TRIAGE, outcome.equals("ELSEWHERE") ? elsewhere() : notReached(2));

        assertThat(status(reference)).isEqualTo(ends);
        assertThat(open(reference)).containsExactly(TELL);
        assertThat(progress()).isEqualTo(new Progress(Stage.WITH_OFFICER, null));
        answerAs(NORTH, reference, TELL, FilledForms.of("toldHow", "PHONE"));
        assertThat(progress()).isEqualTo(new Progress(Stage.ANSWERED, answer));
        assertThat(messages(reference)).isEmpty();
        assertThat(running(reference)).isFalse();
    }

    @Test
    void aReferralThatIsNotGenuineIsClosedAndNobodyIsWrittenTo() {
        CaseReference reference = referred(STRANGER, Situation.HOMELESS);

        answerAs(NORTH, reference, TRIAGE, FilledForms.of("referralOutcome", "NOT_GENUINE", "referralNotes",
                "The hospital has no such person"));

        assertThat(status(reference)).isEqualTo(CaseStatus.CREATED_IN_ERROR);
        assertThat(running(reference)).isFalse();
        assertThat(messages(reference)).isEmpty();
        assertThat(progress()).isEqualTo(new Progress(Stage.ANSWERED, Answer.NOT_FOR_US));
    }

    @Test
    void oneTryIsNotEnoughToGiveUp() {
        CaseReference reference = referred(STRANGER, Situation.HOMELESS);

        assertThat(send(NORTH, reference, TRIAGE, notReached(1))).singleElement().asString()
                .startsWith("Record at least 2 tries");

        assertThat(open(reference)).containsExactly(TRIAGE);
    }

    @Test
    void aCaseThatIsNotThereCannotBeJoined() {
        CaseReference reference = referred(STRANGER, Situation.HOMELESS);

        for (String wrong : List.of("TH-999999-A", reference.value())) {
            assertThat(send(NORTH, reference, TRIAGE, FilledForms.with(contactMade(), "referralOutcome", "JOINED",
                    "joinTo", "OTHER", "joinReference", wrong))).hasSize(1);
        }

        assertThat(status(reference)).isEqualTo(CaseStatus.REFERRED);
    }

    @ParameterizedTest
    @CsvSource({"TONIGHT, 2", "HOMELESS, 24", "WITHIN_56_DAYS, 24"})
    void theTargetIsShorterWhereTheyMayHaveNowhereTonight(Situation situation, int hours) {
        CaseReference reference = referred(WARD, situation);

        assertThat(step(reference, TRIAGE).dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(hours)));
    }

    @ParameterizedTest
    @CsvSource({"0, EMERGENCY, 2", "1, TWENTY_FOUR_HOURS, 4", "2, STANDARD, 24", "-30, STANDARD, 24"})
    void soIsItWhereTheyLeaveTodayOrTomorrow(int days, String lane, int hours) {
        CaseReference reference = received(SampleReferrals.leaving(WARD, today(), today().plusDays(days)));

        assertThat(step(reference, TRIAGE).lane()).isEqualTo(lane);
        assertThat(step(reference, TRIAGE).dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(hours)));
    }

    @Test
    void aLateTriageAndALateAnswerClimb() {
        CaseReference reference = referred(STRANGER, Situation.TONIGHT);

        lateThenAnsweredBy(NORTH, reference, TRIAGE, contactMade());
        lateThenAnsweredBy(NORTH, reference, TELL, FilledForms.of("toldHow", "EMAIL_BY_HAND"));

        assertThat(open(reference)).containsExactly("task_triageApproach");
    }

    @Test
    void whatTheReferrerToldStandsBesideTheTriageOfTheApproach() {
        CaseReference reference = referred(WARD, Situation.TONIGHT);
        answerAs(NORTH, reference, TRIAGE, contactMade());

        signIn(NORTH);
        Map<String, Object> facts = facts(step(reference, "task_triageApproach").stepId());

        assertThat(facts).containsEntry("homelessTonight", "yes");
        assertThat(String.valueOf(facts.get("beside"))).contains("Ring the ward and ask for the patient");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("duty-to-refer");
    }

    @Override
    List<Escalation> ladders() {
        return asService(() -> board.escalationsOf(Set.of("north")));
    }

    private CaseReference referred(String referrer, Situation situation) {
        return received(SampleReferrals.of(SampleReferrals.family(), referrer, situation, today()));
    }

    private CaseReference received(Referral referral) {
        receipt = referrals.receive(referral, Referrals.Door.PAGE, UUID.randomUUID().toString());
        return new CaseReference(jdbc.sql("select case_reference from referral where receipt = ?")
                .param(receipt.reference()).query(String.class).single());
    }

    private Progress progress() {
        return referrals.progress(receipt.reference(), receipt.accessCode()).orElseThrow();
    }

    private List<String> messages(CaseReference reference) {
        return jdbc.sql("select kind from message where case_reference = ? order by kind").param(reference.value())
                .query(String.class).list();
    }

    private Map<String, List<String>> contactMade() {
        return FilledForms.of("referralOutcome", "CONTACT_MADE", "contactOn", today().toString(), "referralNotes",
                "Spoke to them on the ward");
    }

    private Map<String, List<String>> elsewhere() {
        return FilledForms.of("referralOutcome", "ELSEWHERE", "elsewhere", "OTHER_AUTHORITY", "referralNotes",
                "They want to live near their sister");
    }

    private Map<String, List<String>> notReached(int tries) {
        Map<String, List<String>> form = FilledForms.of("referralOutcome", "NOT_REACHED", "referralNotes",
                "Nobody picked up");
        LocalDate day = today();
        for (int i = 0; i < tries; i++) {
            form = FilledForms.with(form, "attempts[" + i + "].on", day.toString(), "attempts[" + i + "].how", "PHONE",
                    "attempts[" + i + "].what", "No answer");
        }
        return form;
    }
}
