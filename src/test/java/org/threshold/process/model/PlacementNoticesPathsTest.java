package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.Presence;
import org.threshold.accommodation.FollowUps;
import org.threshold.accommodation.HostNotice;
import org.threshold.accommodation.HostNotice.Kind;
import org.threshold.accommodation.HostNotice.Status;
import org.threshold.accommodation.HostNotices;
import org.threshold.accommodation.NewSignUp;
import org.threshold.accommodation.OutsideHomes;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.SignUp.Body;
import org.threshold.accommodation.SignUp.Consent;
import org.threshold.accommodation.SignUp.Place;
import org.threshold.accommodation.SignUps;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.message.Postman;

/** What follows the keys: the host council is told once and in time, and the family is followed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlacementNoticesPathsTest extends ModelTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    private OutsideHomes homes;
    @Autowired
    private Placements placements;
    @Autowired
    private HostNotices notices;
    @Autowired
    private FollowUps followUps;
    @Autowired
    private SignUps signUps;
    @Autowired
    private Presence presence;
    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private Postman postman;
    @Autowired
    private Household households;
    @Autowired
    private CaseDetails details;

    private CaseReference reference;
    private String address;
    private String district;
    private LocalDate day1;

    @BeforeEach
    void aFamily() {
        postman.deliverDue();
        reference = newCase();
        address = "section208-" + UUID.randomUUID() + "@farborough.example";
        day1 = today();
    }

    private Placement outside(String noticeEmail) {
        district = homes.district(noticeEmail);
        Placement placement = homes.livedIn(reference, homes.home(district), today());
        follow(reference);
        return placement;
    }

    @Test
    void aNoticeThatWasGivenBeforeTheCaseCameHereIsNotGivenAgain() {
        district = homes.district(address);
        Placement chosen = homes.chosen(reference, homes.home(district));
        asService(() -> {
            notices.givenBefore(chosen.id(), today().minusDays(30), today().minusDays(20));
            return null;
        });
        Placement placement = asService(() -> placements.moveIn(chosen.id(), today().minusDays(30), null));
        follow(reference);

        postman.deliverDue();
        assertThat(MAIL.getReceivedMessagesForDomain(address)).isEmpty();
        assertThat(status(placement)).isEqualTo(Status.SENT);
        assertThat(clocks.running(reference, ClockKind.HOST_NOTICE)).isEmpty();
        assertThat(open(reference)).contains("task_makeWelfareCall").doesNotContain("task_sendHostNotice",
                "task_chaseHostNotice");
    }

    @Test
    void theNoticeHasTheFiveContentsAndGoesOutOnceThoughItsJobRunsTwice() throws Exception {
        households.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", today().minusYears(9)));
        Placement placement = outside(address);
        assertThat(status(placement)).isEqualTo(Status.DUE);
        assertThat(asService(() -> notices.send(placement.id()))).as("the job runs again").isTrue();

        postman.deliverDue();
        asService(() -> notices.send(placement.id()));
        postman.deliverDue();

        MimeMessage[] mails = MAIL.getReceivedMessagesForDomain(address);
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getSubject()).isEqualTo("Notice under section 208 of the Housing Act 1996");
        Multipart parts = (Multipart) mails[0].getContent();
        assertThat(text(parts)).doesNotContain("Jordan").doesNotContain("Distant Lane");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Section-208-notice-" + reference + ".pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        String pdf = text(parts.getBodyPart(1).getInputStream().readAllBytes());
        assertThat(pdf).as("the applicant").contains("Jordan Example")
                .as("number and description of the others").contains("1:").contains("child, aged 9")
                .doesNotContain("Sam")
                .as("the address").contains("7 Distant Lane").contains("AA9 9AA")
                .as("the day").contains("1 February 2027")
                .as("the function").contains("Section 188(1)").contains("Interim accommodation");
        assertThat(lettersOf(reference)).containsOnlyOnce("s208-notice");
        assertThat(status(placement)).isEqualTo(Status.SENT);
        assertThat(notice(placement).sendings()).singleElement().satisfies(sending -> {
            assertThat(sending.sentTo()).isEqualTo(address);
            assertThat(sending.sentOn()).isEqualTo(day1);
            assertThat(sending.sentAt()).isEqualTo(clock.instant());
        });
        assertThat(clocks.running(reference, ClockKind.HOST_NOTICE)).isEmpty();
        assertThat(timers(reference, "timer_noticeDay10")).isEmpty();
        notices.acknowledge(reference, placement.id(), Kind.ARRIVAL, today(), "Their reply of today");
        assertThat(status(placement)).isEqualTo(Status.ACKNOWLEDGED);
    }

    /** Day 1 is the day on which the home was made available (s208(4)). */
    @ParameterizedTest
    @CsvSource({"13,SENT", "14,SENT_LATE"})
    void theLastDayIsDay14(int daysLater, Status expected) {
        Placement placement = outside(null);
        assertThat(notice(placement).dueOn()).isEqualTo(day1.plusDays(13));
        clock.freeze(day1.plusDays(daysLater).atTime(LocalTime.NOON).atZone(LONDON).toInstant());
        assertThat(status(placement)).isEqualTo(daysLater == 13 ? Status.DUE : Status.OVERDUE);

        answer(reference, "task_sendHostNotice", OutsideForms.posted(today()));

        assertThat(status(placement)).isEqualTo(expected);
        assertThat(notice(placement).day(today())).isEqualTo(daysLater + 1L);
    }

    @Test
    void onDay10ALeaderGetsItAndAfterDay14ItIsLate() {
        Placement placement = outside(null);
        assertThat(instantOf("timer_noticeDay10")).isEqualTo(startOf(day1.plusDays(9)));
        runOut(reference, "timer_noticeDay10");
        assertThat(step(reference, "task_chaseHostNotice").role()).isEqualTo("TEAM_LEADER");
        answerAs(LEADER, reference, "task_chaseHostNotice", OutsideForms.notSent("ON_ITS_WAY"));

        assertThat(instantOf("timer_noticeDay14Over")).isEqualTo(startOf(day1.plusDays(14)));
        signIn(LEADER);
        assertThat(notices.open()).anyMatch(each -> each.placementId() == placement.id());
        signIn(OFFICER);
        runOut(reference, "timer_noticeDay14Over");
        assertThat(status(placement)).isEqualTo(Status.OVERDUE);
        assertThat(timeline()).contains("is late: its last day was 14 February 2027");
        answer(reference, "task_sendHostNotice", OutsideForms.posted(today()));
        assertThat(status(placement)).isEqualTo(Status.SENT_LATE);
        signIn(LEADER);
        assertThat(notices.sentLate()).anyMatch(each -> each.placementId() == placement.id());
    }

    @Test
    void theLeaderSendsItOnDay10() {
        Placement placement = outside(null);
        runOut(reference, "timer_noticeDay10");
        answerAs(LEADER, reference, "task_chaseHostNotice", OutsideForms.posted(today()));
        assertThat(open(reference)).doesNotContain("task_sendHostNotice", "task_chaseHostNotice");
        assertThat(status(placement)).isEqualTo(Status.SENT);
    }

    @Test
    void anAddressThatIsEnteredLaterIsUsed() {
        Placement placement = outside(null);
        assertThat(send(OFFICER, reference, "task_sendHostNotice", OutsideForms.notSent("AGAIN")))
                .singleElement().asString().contains("No e-mail address for notices is on file");
        jdbc.sql("update district set notice_email = ? where code = ?").params(address, district).update();
        answer(reference, "task_sendHostNotice", OutsideForms.notSent("AGAIN"));
        postman.deliverDue();
        assertThat(MAIL.getReceivedMessagesForDomain(address)).hasSize(1);
        assertThat(status(placement)).isEqualTo(Status.SENT);
    }

    @Test
    void mailThatDoesNotArriveComesToAnOfficer() {
        Placement placement = outside(address);
        jdbc.sql("update message set state = 'SENDING', next_at = ? where recipient = ?")
                .params(java.sql.Timestamp.from(clock.instant().minus(Duration.ofHours(1))), address).update();
        postman.deliverDue();

        assertThat(MAIL.getReceivedMessagesForDomain(address)).isEmpty();
        assertThat(String.valueOf(facts(step(reference, "task_sendHostNotice").stepId()))).contains("not known whether");
        answer(reference, "task_sendHostNotice", OutsideForms.posted(today()));
        assertThat(status(placement)).isEqualTo(Status.SENT);
    }

    @Test
    void whereSomebodyIsAtRiskNothingGoesByItselfAndTheNoticeHasTheAddressAllTheSame() throws Exception {
        details.changeFlags(reference, details.of(reference).version(), Set.of(CaseFlag.RISK_FROM_OTHERS), null);
        outside(address);
        postman.deliverDue();

        assertThat(MAIL.getReceivedMessagesForDomain(address)).isEmpty();
        assertThat(String.valueOf(facts(step(reference, "task_sendHostNotice").stepId()))).contains("named person");
        long letter = letters.of(reference).stream().filter(each -> each.template().equals("s208-notice")).findFirst()
                .orElseThrow().id();
        assertThat(text(letters.pdf(letter))).contains("7 Distant Lane").doesNotContain("[not shown");
        answer(reference, "task_sendHostNotice", OutsideForms.posted(today()));
    }

    @Test
    void aCorrectedFirstNightMovesTheClock() {
        Placement placement = outside(null);
        jdbc.sql("update host_notice set letter_id = null where placement_id = ?").param(placement.id()).update();
        placements.correct(placement.id(), day1.minusDays(3), null, "They came on Friday");
        assertThat(notice(placement).dueOn()).isEqualTo(day1.plusDays(10));
        assertThat(instantOf("timer_noticeDay10")).isEqualTo(startOf(day1.plusDays(6)));
    }

    @Test
    void theyAreRungLookedAtAgainAndTheCouncilKnowsWhenTheyLeave() throws Exception {
        Placement placement = outside(address);
        postman.deliverDue();
        lateThenAnswered(reference, "task_makeWelfareCall", OutsideForms.welfareCall());
        assertThat(timer(reference, "timer_recheckDue").getDuedate().toInstant().atZone(LONDON).toLocalDate())
                .isEqualTo(day1.plusDays(28));
        runOut(reference, "timer_recheckDue");
        lateThenAnswered(reference, "task_recheckSuitability", OutsideForms.rechecked(today().plusDays(60)));
        runOut(reference, "timer_recheckDue");
        assertThat(open(reference)).contains("task_recheckSuitability");

        placements.end(placement.id(), today(), PlacementEnd.CEASED_TO_OCCUPY, null);
        follow(reference);
        postman.deliverDue();

        assertThat(noticesRun()).isFalse();
        MimeMessage[] mails = MAIL.getReceivedMessagesForDomain(address);
        assertThat(mails).hasSize(2);
        assertThat(text(((Multipart) mails[1].getContent()).getBodyPart(1).getInputStream().readAllBytes()))
                .contains("Day on which they left").contains("Jordan Example");
    }

    @Test
    void eachNewAddressHasANoticeOfItsOwn() {
        Placement first = outside(address);
        Placement second = homes.livedIn(reference, homes.home(district), today());
        follow(reference);
        postman.deliverDue();
        assertThat(MAIL.getReceivedMessagesForDomain(address)).hasSize(2);
        assertThat(status(first)).isEqualTo(Status.SENT);
        assertThat(status(second)).isEqualTo(Status.SENT);
    }

    @Test
    void withoutAnAddressLeavingIsToldByHand() {
        Placement placement = outside(null);
        answer(reference, "task_makeWelfareCall", OutsideForms.welfareCall());
        lateThenAnswered(reference, "task_sendHostNotice", OutsideForms.posted(today()));
        placements.end(placement.id(), today(), PlacementEnd.CEASED_TO_OCCUPY, null);
        follow(reference);
        lateThenAnswered(reference, "task_sendLeavingNotice", OutsideForms.posted(today()));
        assertThat(noticesRun()).isFalse();
    }

    @Test
    void inTheBoroughNoCouncilIsToldAndTheSchoolMayBe() {
        households.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", today().minusYears(9)));
        Placement placement = homes.livedIn(reference, homes.home("E07999001"), today());
        follow(reference);
        assertThat(open(reference)).contains("task_tellBodies").doesNotContain("task_makeWelfareCall");
        assertThat(notices.of(reference, placement.id())).isEmpty();
        lateThenAnswered(reference, "task_tellBodies", OutsideForms.notAgreed());
        assertThat(open(reference)).doesNotContain("task_tellBodies");
        assertThat(followUps.bodiesToTell(reference, placement.id())).as("once in an application").isFalse();
    }

    @Test
    void whatTheySaidAtTheDeskIsNotAskedAgain() {
        households.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", today().minusYears(9)));
        Placement placement = homes.livedIn(reference, homes.home("E07999001"), today());
        assertThat(followUps.bodiesToTell(reference, placement.id())).as("not signed up yet").isTrue();

        signedUp(placement, List.of());
        assertThat(followUps.bodiesToTell(reference, placement.id())).as("there are none").isFalse();
        signedUp(placement, List.of(new Consent(Body.SCHOOL, false, null)));
        assertThat(followUps.bodiesToTell(reference, placement.id())).as("they said no").isFalse();
        signedUp(placement, List.of(new Consent(Body.SCHOOL, false, null), new Consent(Body.GP, true, "Dr Example")));
        assertThat(followUps.bodiesToTell(reference, placement.id())).as("one of them").isTrue();
    }

    private void signedUp(Placement placement, List<Consent> consents) {
        presence.declareToday("North Office");
        signUps.sign(reference, placement.id(), new NewSignUp(Place.OFFICE, "North Office", List.of(), List.of(), null,
                consents, null, null));
        presence.declareToday(null);
    }

    @Test
    void theSchoolIsToldWhereTheyAgreeWithin14DaysOfTheLatestOfTheThree() throws Exception {
        households.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", today().minusYears(9)));
        Placement placement = outside(null);
        String school = "office-" + UUID.randomUUID() + "@school.example";
        clock.freeze(clock.instant().plus(Duration.ofDays(2)));
        answer(reference, "task_tellBodies", FilledForms.of("consent", "AGREED", "agreedOn", day1.toString(),
                "informationOn", day1.plusDays(1).toString(), "bodies[0].body", "SCHOOL", "bodies[0].name",
                "Exampleton Academy", "bodies[0].email", school));
        postman.deliverDue();

        assertThat(followUps.told(reference)).singleElement().satisfies(told -> {
            assertThat(told.dueOn()).isEqualTo(day1.plusDays(1 + 13));
            assertThat(told.law()).as("no day of commencement is set").isFalse();
            assertThat(told.late()).isFalse();
        });
        MimeMessage[] mails = MAIL.getReceivedMessagesForDomain(school);
        assertThat(mails).hasSize(1);
        assertThat(text(((Multipart) mails[0].getContent()).getBodyPart(1).getInputStream().readAllBytes()))
                .contains("Sam Example, aged 9").contains("7 Distant Lane").doesNotContain("213AA");
        assertThat(placement.livedIn()).isTrue();
    }

    @Test
    void aLateChaseClimbs() {
        outside(null);
        runOut(reference, "timer_noticeDay10");
        late(reference, "task_chaseHostNotice");
        answerAs(LEADER, reference, "task_chaseHostNotice", OutsideForms.posted(today()));
        assertThat(open(reference)).doesNotContain("task_chaseHostNotice");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("placement-notices");
    }

    private boolean noticesRun() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("placement-notices")
                .processInstanceBusinessKey(reference.value()).count() > 0;
    }

    private HostNotice notice(Placement placement) {
        return notices.of(reference, placement.id()).stream().filter(each -> each.kind() == Kind.ARRIVAL).findFirst()
                .orElseThrow();
    }

    private Status status(Placement placement) {
        return notice(placement).status(today());
    }

    private java.time.Instant instantOf(String element) {
        Job job = timer(reference, element);
        return job.getDuedate().toInstant();
    }

    private static java.time.Instant startOf(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }

    private String timeline() {
        return String.join("\n", jdbc.sql("select headline from timeline_entry where case_reference = ?")
                .param(reference.value()).query(String.class).list());
    }

    private static String text(Multipart parts) throws Exception {
        Object first = parts.getBodyPart(0).getContent();
        return first instanceof Multipart inner ? String.valueOf(inner.getBodyPart(0).getContent())
                : String.valueOf(first);
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
