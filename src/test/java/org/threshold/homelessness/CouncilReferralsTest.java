package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Postcode;
import org.threshold.casefile.Relationship;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CouncilReferral.Risk;
import org.threshold.homelessness.store.CouncilReferralStore;
import org.threshold.letter.Letters;

/** The gates of a referral to another council, and what its letters tell whom. */
class CouncilReferralsTest extends HomelessnessTest {

    private static final HousingAuthority NORTHBOROUGH = new HousingAuthority(0, "Northborough Council", "Town Hall",
            "homeless@northborough.example");

    @Autowired
    private CouncilReferrals referrals;
    @Autowired
    private CouncilReferralAnswers answers;
    @Autowired
    private CouncilReferralStore store;
    @Autowired
    private Household household;
    @Autowired
    private CaseDetails details;

    /** Two people: the applicant and a partner. {@code fields} are those of the form that are wrong. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            family of the applicant there               | NONE       | FAMILY         | NONE           | NONE       | NONE           | NONE           | ''
            family of the partner there                 | NONE       | NONE           | NONE           | NONE       | FAMILY         | NONE           | ''
            residence there                             | NONE       | RESIDENCE      | NONE           | NONE       | NONE           | NONE           | ''
            work there                                  | NONE       | EMPLOYMENT     | NONE           | NONE       | NONE           | NONE           | ''
            special circumstances there                 | NONE       | SPECIAL        | NONE           | NONE       | NONE           | NONE           | ''
            asylum support there                        | NONE       | ASYLUM_SUPPORT | NONE           | NONE       | NONE           | NONE           | ''
            care leaver of that area                    | NONE       | CARE_LEAVER    | NONE           | NONE       | NONE           | NONE           | ''
            nobody connected there                      | NONE       | NONE           | NONE           | NONE       | NONE           | NONE           | members
            not known there                             | NONE       | NOT_KNOWN      | NONE           | NONE       | FAMILY         | NONE           | members[0].there
            residence here too                          | RESIDENCE  | FAMILY         | NONE           | NONE       | NONE           | NONE           | members[0].here
            work of the partner here                    | NONE       | FAMILY         | NONE           | EMPLOYMENT | NONE           | NONE           | members[1].here
            family here                                 | FAMILY     | FAMILY         | NONE           | NONE       | NONE           | NONE           | members[0].here
            special circumstances here                  | SPECIAL    | FAMILY         | NONE           | NONE       | NONE           | NONE           | members[0].here
            care leaver of ours                         | CARE_LEAVER| RESIDENCE      | NONE           | NONE       | NONE           | NONE           | members[0].here
            asylum support here                         | ASYLUM_SUPPORT| FAMILY      | NONE           | NONE       | NONE           | NONE           | members[0].here
            not known here                              | NOT_KNOWN  | FAMILY         | NONE           | NONE       | NONE           | NONE           | members[0].here
            domestic abuse of the applicant there       | NONE       | FAMILY         | DOMESTIC_ABUSE | NONE       | NONE           | NONE           | members[0].risk
            other violence against the partner there    | NONE       | FAMILY         | NONE           | NONE       | NONE           | OTHER_VIOLENCE | members[1].risk
            safety of the partner not known             | NONE       | FAMILY         | NONE           | NONE       | NONE           | NOT_KNOWN      | members[1].risk
            abuse weighs whatever else                  | RESIDENCE  | NONE           | DOMESTIC_ABUSE | NONE       | NONE           | NONE           | members members[0].here members[0].risk
            """)
    void theConditions(String what, LocalConnection here, LocalConnection there, Risk risk, LocalConnection hereToo,
                       LocalConnection thereToo, Risk riskToo, String fields) {
        CaseReference reference = withPartner();
        List<CouncilReferral.Member> members = List.of(member(reference, 0, here, there, risk),
                member(reference, 1, hereToo, thereToo, riskToo));

        List<FieldError> problems = referrals.problems(reference, NORTHBOROUGH, members);

        assertThat(problems).extracting(FieldError::key).as(what)
                .containsExactlyInAnyOrder(fields.isEmpty() ? new String[0] : fields.split(" "));
        if (!fields.isEmpty()) {
            assertThatThrownBy(() -> referrals.conditionsMet(reference, NORTHBOROUGH, members, "Asked", "Because"))
                    .isInstanceOf(NotPossible.class);
            assertThat(rows("lc_referral", reference)).as("nothing is recorded past a gate").isEqualTo(1);
            assertThat(store.open(reference).orElseThrow().check()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"HOMELESS,UNDECIDED", "HOMELESS,NO", "ELIGIBLE,UNDECIDED", "ELIGIBLE,NO"})
    void theInquiriesThatItNeedsComeFirst(Question question, Finding finding) {
        CaseReference reference = withPartner();
        find(reference, question, finding);

        assertThat(referrals.problems(reference, NORTHBOROUGH, good(reference))).singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("conditionsMet"));
    }

    @Test
    void everyPersonIsConsideredOnceAndNobodyElse() {
        CaseReference reference = withPartner();
        List<CouncilReferral.Member> one = good(reference).subList(0, 1);
        List<CouncilReferral.Member> twice = new ArrayList<>(good(reference));
        twice.add(good(reference).get(0));

        assertThat(referrals.problems(reference, NORTHBOROUGH, one)).hasSize(1);
        assertThat(referrals.problems(reference, NORTHBOROUGH, twice)).hasSize(1);
        assertThat(referrals.problems(reference, NORTHBOROUGH, List.of())).hasSize(1);
    }

    @Test
    void theOwnCouncilIsNoOtherCouncil() {
        CaseReference reference = withPartner();

        assertThat(referrals.problems(reference, new HousingAuthority(0, "exampleton council", "x", null),
                good(reference))).extracting(FieldError::key).containsExactly("councilName");
    }

    @Test
    void whoeverCheckedItCannotSignAndWhoJoinedSinceSendsItBack() {
        CaseReference reference = checked();
        assertThat(referrals.refusal(reference)).hasValueSatisfying(why -> assertThat(why).contains("your own work"));
        assertThatThrownBy(() -> referrals.answer(reference, true, null)).isInstanceOf(NotPermitted.class);
        household.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", LocalDate.of(2026, 5, 1)));
        actAs("senior");

        assertThat(referrals.outdated(reference)).isPresent();
        assertThatThrownBy(() -> referrals.answer(reference, true, null)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("changed since the conditions were checked");
        referrals.answer(reference, false, "Ask about the baby");

        assertThatThrownBy(() -> answers.notifyBoth(reference)).isInstanceOf(NotPossible.class);
        assertThat(letters(reference)).isEmpty();
    }

    @Test
    void theOtherCouncilIsToldWhoIsConnectedAndNothingThatItDoesNotNeed() throws IOException {
        CaseReference reference = notified();

        String notice = text(reference, "lc-referral-notification");

        assertThat(notice).contains("Dear Northborough Council", "homeless@northborough.example", "Jordan",
                "born 12 March 1990", "Husband, wife, civil partner or partner", "The applicant: close family there",
                "Ten years", "by 15 June 2026");
        assertThat(notice).doesNotContain("1 Secret Road", "AA1 1AA", "Robin", "07700", "They felt safe",
                "For these reasons");
        assertThat(text(reference, "lc-referral-notice")).contains("Northborough Council", "For these reasons",
                "section 199A(2)", "21 June 2026");
        assertThat(letters.of(reference)).extracting(Letters.Letter::addressee)
                .containsExactly(null, "Northborough Council");
    }

    @Test
    void bothAreNotifiedOnceAndOnTheSameDayAndReliefStandsStill() {
        CaseReference reference = notified();

        answers.notifyBoth(reference);

        assertThat(letters.of(reference)).hasSize(2).extracting(Letters.Letter::issuedOn).containsOnly(DAY_ONE);
        assertThat(lastDay(reference, ClockKind.LC_REFERRAL_ANSWER)).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(runs(reference, ClockKind.LC_ACCOMMODATION)).isTrue();
        assertThat(runs(reference, ClockKind.RELIEF_DUTY)).isFalse();
        assertThat(duties.running(reference, DutyKind.RELIEF)).isPresent();
        assertThat(audited(reference, "referral.notified")).isEqualTo(1);
    }

    @Test
    void withoutReasonToBelieveInPriorityNeedAccommodationIsNotDueAtTheReliefStage() {
        CaseReference reference = notified();

        answers.accommodate(reference, "NOT_DUE", "Single adult without any vulnerability");

        assertThat(runs(reference, ClockKind.LC_ACCOMMODATION)).isFalse();
    }

    @Test
    void atTheMainStageAccommodationIsAlwaysDueAndTheMainDutyFollowsWhatIsNotAccepted() {
        CaseReference reference = atMainStage();
        answers.notifyBoth(reference);
        assertThatThrownBy(() -> answers.accommodate(reference, "NOT_DUE", "No need"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("section 200(1)");
        answers.accommodate(reference, "PROVIDED", "1 Testing Road");
        on(DAY_ONE.plusDays(9));
        answers.answered(reference, "NOT_ACCEPTED", DAY_ONE.plusDays(9), "By e-mail", "He never lived there");

        assertThat(answers.tellOutcome(reference)).isEqualTo(CouncilReferral.Outcome.NOT_ACCEPTED);
        assertThat(answers.tellOutcome(reference)).as("a second call").isEqualTo(CouncilReferral.Outcome.NOT_ACCEPTED);

        assertThat(duties.running(reference, DutyKind.MAIN).orElseThrow().startedOn()).isEqualTo(DAY_ONE.plusDays(9));
        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY);
        assertThat(letters(reference)).containsOnlyOnce("lc-referral-outcome");
    }

    @Test
    void atTheMainStageWhoeverWasToldOfAReferralIsToldThatThereIsNone() {
        CaseReference reference = newCase();
        mainDutyWouldBeOwed(reference);
        referrals.notReferred(reference, "Asked again", "You work here");

        assertThat(answers.notMade(reference)).isEqualTo(CouncilReferral.Outcome.NOT_MADE);

        assertThat(letters(reference)).containsExactly("lc-referral-outcome");
        assertThat(duties.running(reference, DutyKind.MAIN)).isPresent();
    }

    @Test
    void acceptedAtTheMainStageNoDutyIsOwedHere() {
        CaseReference reference = atMainStage();
        answers.notifyBoth(reference);
        answers.answered(reference, "ACCEPTED", DAY_ONE, "By e-mail", "They agree");

        assertThat(answers.tellOutcome(reference)).isEqualTo(CouncilReferral.Outcome.ACCEPTED);

        assertThat(status(reference)).isEqualTo(CaseStatus.REFERRED_LC);
        assertThat(duties.running(reference, DutyKind.MAIN)).isEmpty();
    }

    @Test
    void anAnswerCannotComeBeforeTheNoticeOrTomorrow() {
        CaseReference reference = notified();

        for (LocalDate day : List.of(DAY_ONE.minusDays(1), DAY_ONE.plusDays(1))) {
            assertThatThrownBy(() -> answers.answered(reference, "ACCEPTED", day, "x", "y"))
                    .isInstanceOf(NotPossible.class);
        }
        assertThatThrownBy(() -> answers.tellOutcome(reference)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("has not answered yet");
    }

    @Test
    void aCouncilIsTypedOnceAndKeptForTheNextTime() {
        checked();
        checked();

        assertThat(referrals.authorities()).filteredOn(one -> one.name().equals("Northborough Council"))
                .singleElement().satisfies(one -> assertThat(one.email()).isEqualTo("homeless@northborough.example"));
    }

    private CaseReference withPartner() {
        CaseReference reference = under(DutyKind.RELIEF);
        household.add(reference, Person.member(Relationship.PARTNER, "Robin", "Example", null));
        details.changeContact(reference, details.of(reference).version(), new ContactDetails(null, null,
                "1 Secret Road", Postcode.parse("AA1 1AA"), null, null, null));
        find(reference, Question.HOMELESS, Finding.YES);
        find(reference, Question.ELIGIBLE, Finding.YES);
        store.insert(reference, CouncilReferral.Stage.RELIEF, "Family elsewhere", "officer", serviceClock.instant());
        return reference;
    }

    private CaseReference checked() {
        CaseReference reference = withPartner();
        referrals.conditionsMet(reference, NORTHBOROUGH, good(reference), "Asked the mother", "For these reasons");
        return reference;
    }

    private CaseReference notified() {
        CaseReference reference = checked();
        sign(reference);
        answers.notifyBoth(reference);
        return reference;
    }

    private CaseReference atMainStage() {
        CaseReference reference = newCase();
        mainDutyWouldBeOwed(reference);
        referrals.conditionsMet(reference, NORTHBOROUGH, List.of(member(reference, 0, LocalConnection.NONE,
                LocalConnection.FAMILY, Risk.NONE)), "Asked the mother", "For these reasons");
        sign(reference);
        return reference;
    }

    private void mainDutyWouldBeOwed(CaseReference reference) {
        find(reference, Findings.of(Finding.YES, Finding.YES, Finding.YES, Finding.NO));
    }

    private void sign(CaseReference reference) {
        actAs("senior");
        referrals.answer(reference, true, null);
        actAs("officer");
    }

    private List<CouncilReferral.Member> good(CaseReference reference) {
        return List.of(member(reference, 0, LocalConnection.NONE, LocalConnection.FAMILY, Risk.NONE),
                member(reference, 1, LocalConnection.NONE, LocalConnection.NONE, Risk.NONE));
    }

    private CouncilReferral.Member member(CaseReference reference, int at, LocalConnection here, LocalConnection there,
                                          Risk risk) {
        HouseholdMember one = referrals.household(reference).get(at);
        return new CouncilReferral.Member(one.id(), here, "Asked", there, "Ten years", risk, "They felt safe");
    }

    private String text(CaseReference reference, String template) throws IOException {
        long id = letters.of(reference).stream().filter(letter -> letter.template().equals(template)).findFirst()
                .orElseThrow().id();
        try (PDDocument document = Loader.loadPDF(letters.pdf(id))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
