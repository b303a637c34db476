package org.threshold.moveon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.Household;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ServiceClock;
import org.threshold.form.FieldError;
import org.threshold.homelessness.ContactAttempts;
import org.threshold.homelessness.ContactWay;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewAccommodations;
import org.threshold.homelessness.ReviewConsequences;
import org.threshold.homelessness.ReviewCourse;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.Reviews;
import org.threshold.letter.DispatchWay;
import org.threshold.letter.LetterDispatches;
import org.threshold.letter.LetterOutcome;
import org.threshold.letter.LetterOutcomes;
import org.threshold.letter.Letters;
import org.threshold.moveon.GateCheck.State;
import org.threshold.moveon.HomeOffer.How;
import org.threshold.moveon.HomeOffer.Landlord;
import org.threshold.moveon.HomeOffer.Obligations;
import org.threshold.moveon.HomeOffer.Tenancy;
import org.threshold.moveon.HomeOffer.Terms;
import org.threshold.moveon.HomeOfferLetters.Time;

/** The law of offers on the real database: kinds by duty, the chain of evidence, the ten points, time to consider. */
class HomeOfferTest extends IntegrationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Autowired
    private CaseRegister register;
    @Autowired
    private Household household;
    @Autowired
    private Duties duties;
    @Autowired
    private HomeOffers offers;
    @Autowired
    private HomeSuitabilities suitability;
    @Autowired
    private PrivateRentedGate gate;
    @Autowired
    private HomeOfferSecond second;
    @Autowired
    private HomeOfferLetters letters;
    @Autowired
    private Letters issued;
    @Autowired
    private ContactAttempts attempts;
    @Autowired
    private LetterDispatches dispatches;
    @Autowired
    private LetterOutcomes outcomes;
    @Autowired
    private Reviews reviews;
    @Autowired
    private ReviewCourse course;
    @Autowired
    private ReviewAccommodations accommodations;
    @Autowired
    private ReviewConsequences consequences;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;

    @BeforeEach
    void begin() {
        on(DAY);
        actAs("officer");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        clock.reset();
    }

    static Stream<Arguments> kindsByDuty() {
        return Arrays.stream(DutyKind.values()).flatMap(duty -> Arrays.stream(OfferKind.values())
                .map(kind -> Arguments.of(duty, kind)));
    }

    @ParameterizedTest(name = "{1} under {0}")
    @MethodSource("kindsByDuty")
    void anOfferIsMadeOnlyUnderADutyThatKnowsItsKind(DutyKind duty, OfferKind kind) {
        under(duty);
        if (kind.under(duty)) {
            long id = draft(duty, kind);
            ready(id, kind);
            letters.give(reference, id, time(DAY.plusDays(8)));
            assertThat(offers.find(reference, id).orElseThrow().given().saidFinal()).isEqualTo(kind.isFinal());
            assertThat(issued.of(reference)).extracting(Letters.Letter::template).contains("offer-"
                    + kind.name().toLowerCase().replace('_', '-'));
        } else {
            assertThatThrownBy(() -> draft(duty, kind)).isInstanceOf(NotPossible.class);
            assertThatThrownBy(() -> jdbc.sql("""
                    insert into home_offer (case_reference, duty, kind, status, address, landlord, landlord_kind, tenancy,
                        rent_weekly, available_from, lasts_months, approved_by, approved_on, obligations, restricted_case,
                        drafted_by, drafted_at) values (:case, :duty, :kind, 'DRAFT', 'x', 'x', 'PRIVATE', 'ASSURED', 1,
                        current_date, 24, 'x', current_date, 'NONE', false, 'officer', now())""")
                    .param("case", reference.value()).param("duty", duty.name()).param("kind", kind.name()).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"landlordKind, HOUSING_ASSOCIATION, ASSURED, 24, NONE, PRSO", "tenancy, PRIVATE, LICENCE, 24, NONE, PRSO",
        "obligations, PRIVATE, ASSURED, 24, CANNOT_END, PRSO", "landlordKind, PRIVATE, ASSURED, 24, NONE, FINAL_PART6",
        "tenancy, COUNCIL, LICENCE, 24, NONE, PART6"})
    void aHomeThatIsNotOfItsKindIsNoOffer(String field, Landlord landlord, Tenancy tenancy, int months,
                                          Obligations obligations, OfferKind kind) {
        under(DutyKind.MAIN);
        Terms terms = new Terms("1 Example Street", "Pat", landlord, tenancy, 10_000, DAY, months, "Lena", DAY,
                obligations, obligations == Obligations.NONE ? null : "A notice", false, null);
        assertThat(offers.problems(reference, DutyKind.MAIN, kind, terms)).extracting(FieldError::key).contains(field);
        assertThatThrownBy(() -> offers.draft(reference, DutyKind.MAIN, kind, terms)).isInstanceOf(NotPossible.class);
    }

    @Test
    void aHomeOfLessThanSixMonthsEndsNoReliefAndARestrictedCaseNeedsAReasonForAnotherKind() {
        under(DutyKind.RELIEF);
        assertThat(offers.problems(reference, DutyKind.RELIEF, OfferKind.SUITABLE_6M, terms(OfferKind.SUITABLE_6M, 5,
                false))).extracting(FieldError::key).containsExactly("lastsMonths");
        under(DutyKind.MAIN);
        assertThat(offers.problems(reference, DutyKind.MAIN, OfferKind.FINAL_PART6, terms(OfferKind.FINAL_PART6, 24, true)))
                .extracting(FieldError::key).containsExactly("noPrivateWhy");
        assertThat(offers.problems(reference, DutyKind.MAIN, OfferKind.PRSO, terms(OfferKind.PRSO, 24, true))).isEmpty();
    }

    @Test
    void nothingIsGivenWhileALinkIsMissing() {
        under(DutyKind.MAIN);
        long id = draft(DutyKind.MAIN, OfferKind.PRSO);
        assertThat(letters.missing(reference, id)).hasSize(12);
        assertThatThrownBy(() -> letters.give(reference, id, time(DAY.plusDays(8)))).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> second.look(reference, id, true, null)).as("by its author").isInstanceOf(NotPermitted.class);
        second.look(reference, id, false, "Its author takes it back");
        assertThat(offers.find(reference, id).orElseThrow().look()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"30_000, 15_000, true", "25_000, 15_000, true", "24_999, 15_000, false"})
    void whatTheyCannotAffordDoesNotSuitThem(String income, String essentials, boolean affordable) {
        under(DutyKind.MAIN);
        long id = draft(DutyKind.MAIN, OfferKind.PART6);
        assertThat(suitability.problems(reference, id, suits(pence(income), pence(essentials), true)).isEmpty())
                .isEqualTo(affordable);
        assertThat(suitability.problems(reference, id, suits(pence(income), pence(essentials), false))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(GatePoint.class)
    void eachOfTheTenPointsClosesTheGate(GatePoint point) {
        under(DutyKind.MAIN);
        long id = draft(DutyKind.MAIN, OfferKind.PRSO);
        ready(id, OfferKind.PRSO);
        assertThat(gate.closed(reference, id)).isEmpty();
        for (State state : List.of(State.NOT_IN_ORDER, State.NOT_KNOWN)) {
            gate.record(reference, id, List.of(new GateCheck.New(point, state, "Ian", DAY, null, null, "Broken")));
            assertThat(gate.closed(reference, id)).singleElement().asString().startsWith(point.title());
            assertThatThrownBy(() -> letters.give(reference, id, time(DAY.plusDays(8)))).isInstanceOf(NotPossible.class);
        }
        long document = document(point.name());
        gate.record(reference, id, List.of(new GateCheck.New(point, State.IN_ORDER, "Ian", DAY, document, DAY, null)));
        assertThat(gate.closed(reference, id)).as("on its last day").isEmpty();
        on(DAY.plusDays(1));
        assertThat(gate.closed(reference, id)).singleElement().asString().contains("ran out on 1 June 2026");
    }

    @ParameterizedTest
    @EnumSource(GatePoint.class)
    void inOrderNeedsWhoWhenAndWhatProvesIt(GatePoint point) {
        under(DutyKind.MAIN);
        long id = draft(DutyKind.MAIN, OfferKind.PRSO);
        assertThat(wrong(id, new GateCheck.New(point, State.IN_ORDER, null, null, null, null, null)))
                .contains("points[0].lookedBy", "points[0].lookedOn",
                        point.needsDocument() ? "points[0].document" : "points[0].pointWords");
        assertThat(wrong(id, new GateCheck.New(point, State.IN_ORDER, "Ian", DAY.plusDays(1), null, null, "Seen")))
                .contains("points[0].lookedOn");
        assertThat(wrong(id, new GateCheck.New(point, State.IN_ORDER, "Ian", DAY, 999_999_999L, DAY, "Seen")))
                .as("a document of another case").containsExactly("points[0].document");
        assertThat(wrong(id, new GateCheck.New(point, State.IN_ORDER, "Ian", DAY, document("x"), null, null)))
                .isEqualTo(point.runsOut() ? List.of("points[0].expiresOn") : List.of());
    }

    private List<String> wrong(long id, GateCheck.New check) {
        return gate.problems(reference, id, List.of(check)).stream().map(FieldError::key).toList();
    }

    @ParameterizedTest(name = "{0} days on, from {1}: {2}")
    @CsvSource({"2, 2026-06-01, shortWhy", "3, 2026-06-01, ''", "6, 2026-06-01, closedDayWhy", "-1, 2026-06-01, considerUntil",
        "29, 2026-06-01, considerUntil", "3, 2026-10-23, ''", "3, 2026-12-22, closedDayWhy"})
    void theTimeToConsiderIsReasonable(int days, LocalDate from, String wrong) {
        on(from);
        under(DutyKind.MAIN);
        long id = draft(DutyKind.MAIN, OfferKind.PART6);
        ready(id, OfferKind.PART6);
        assertThat(letters.problems(reference, id, time(from.plusDays(days)))).extracting(FieldError::key)
                .isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong));
        assertThat(letters.problems(reference, id, new Time(from.plusDays(days), "They know it", "Leave a message")).isEmpty())
                .isEqualTo(!wrong.equals("considerUntil"));
    }

    @ParameterizedTest(name = "silence {0} days after a letter of {1}: {2}")
    @CsvSource({"2, 2026-06-01, false", "3, 2026-06-01, false", "4, 2026-06-01, true", "3, 2026-10-23, false",
        "4, 2026-10-23, true", "4, 2027-03-26, true"})
    void silenceIsARefusalOnTheDayAfterTheLastOne(int days, LocalDate from, boolean counts) {
        on(from);
        long id = given(OfferKind.FINAL_PART6, from.plusDays(3));
        handedOver(id);
        clock.freeze(from.plusDays(days).atTime(0, 0, 1).atZone(ServiceClock.LONDON).toInstant());
        Told silence = new Told(null, How.SILENCE, null, "Rang and wrote");
        assertThat(offers.problems(reference, id, silence, false)).as("nobody tried").hasSize(1);
        attempts.record(reference, from.plusDays(1), ContactWay.PHONE, false, "No answer");
        attempts.record(reference, from.plusDays(1), ContactWay.POST, false, "No answer");
        assertThat(offers.problems(reference, id, silence, false).isEmpty()).isEqualTo(counts);
    }

    /** Silence says nothing to a letter that never left the house, or that came back. */
    @Test
    void nobodyRefusesBySilenceWhatTheyNeverGot() {
        long id = given(OfferKind.FINAL_PART6, DAY.plusDays(8));
        long letter = offers.find(reference, id).orElseThrow().given().letterId();
        on(DAY.plusDays(9));
        attempts.record(reference, DAY.plusDays(2), ContactWay.PHONE, false, "No answer");
        attempts.record(reference, DAY.plusDays(3), ContactWay.POST, false, "No answer");
        Told silence = new Told(null, How.SILENCE, null, "Rang and wrote");
        assertThat(offers.problems(reference, id, silence, false)).singleElement().asString().contains("left the house");
        jdbc.sql("""
                insert into letter_dispatch (letter_id, case_reference, way, sent_to, sent_on, recorded_by, recorded_at)
                values (:id, :case, 'POSTED', '1 Example Street', :on, 'officer', :at)""").param("id", letter)
                .param("case", reference.value()).param("on", DAY).param("at", java.sql.Timestamp.from(clock.instant()))
                .update();
        assertThat(offers.problems(reference, id, silence, false)).isEmpty();
        outcomes.record(reference, letter, LetterOutcome.Kind.RETURNED, DAY.plusDays(9), "Hand it over");
        assertThat(offers.problems(reference, id, silence, false)).singleElement().asString().contains("came back");
        assertThatThrownBy(() -> offers.refuse(reference, id, silence)).isInstanceOf(NotPossible.class);
        on(DAY.plusDays(10));
        handedOver(id);
        assertThat(offers.problems(reference, id, silence, false)).isEmpty();
    }

    private void handedOver(long id) {
        dispatches.record(reference, offers.find(reference, id).orElseThrow().given().letterId(), DispatchWay.HANDED_OVER,
                "Jordan", LocalDate.now(clock), false);
    }

    /** The last day on the document itself holds, whatever later day was typed beside it. */
    @Test
    void aTypedDayDoesNotLengthenWhatTheDocumentSays() {
        under(DutyKind.MAIN);
        long id = draft(DutyKind.MAIN, OfferKind.PRSO);
        long record = document("gas", DAY);
        gate.record(reference, id, List.of(new GateCheck.New(GatePoint.GAS, State.IN_ORDER, "Ian", DAY, record,
                DAY.plusYears(1), null)));
        assertThat(gate.closed(reference, id)).noneMatch(each -> each.startsWith(GatePoint.GAS.title()));
        on(DAY.plusDays(1));
        assertThat(gate.closed(reference, id)).filteredOn(each -> each.startsWith(GatePoint.GAS.title()))
                .singleElement().asString().contains("ran out on 1 June 2026");
    }

    /** Nobody is left without the home and without the duty. */
    @Test
    void whatEndedTheDutyIsNotTakenBackAndALetterDoesNotPromiseADutyThatHasEnded() throws IOException {
        long id = given(OfferKind.FINAL_PART6, DAY.plusDays(8));
        offers.accept(reference, id, new Told(DAY, How.PHONE, "Them", null));
        ended("PART6_ACCEPTED");
        assertThatThrownBy(() -> offers.withdraw(reference, id, "x")).isInstanceOf(NotPossible.class)
                .hasMessageContaining("without the duty");

        long open = given(OfferKind.FINAL_PART6, DAY.plusDays(8));
        ended("NOT_ELIGIBLE");
        offers.caseEnded(reference, "Your case has ended.");
        Letters.Letter letter = issued.issued("home-offer-withdrawn-" + open).orElseThrow();
        assertThat(words(issued.pdf(letter.id()))).contains("does not run any more")
                .doesNotContain("goes on", "You can stay where");
    }

    /** s202(1A): who accepts a home can have its suitability reviewed too; the duty that its acceptance ended goes on. */
    @ParameterizedTest
    @CsvSource({"accepted, true", "acceptedAnother, false", "refused, true", "refusedReasonably, false"})
    void aHomeFoundUnsuitableOnReviewBringsBackOnlyTheDutyThatItEnded(String what, boolean goesOn) {
        long id = given(OfferKind.FINAL_PART6, DAY.plusDays(8));
        if (what.equals("accepted")) {
            offers.accept(reference, id, new Told(DAY, How.PHONE, "Them", null));
            ended("PART6_ACCEPTED");
        } else {
            offers.refuse(reference, id, new Told(DAY, How.PHONE, "Them", "Too far"));
            actAs("senior");
            second.reconsider(reference, id, what.equals("refused"), "Looked at");
            actAs("officer");
            if (what.equals("acceptedAnother")) {
                long other = draft(DutyKind.MAIN, OfferKind.FINAL_PART6);
                ready(other, OfferKind.FINAL_PART6);
                letters.give(reference, other, time(DAY.plusDays(8)));
                offers.accept(reference, other, new Told(DAY, How.PHONE, "Them", null));
            }
            ended(what.equals("acceptedAnother") ? "PART6_ACCEPTED" : "PART6_REFUSED");
        }
        long review = reviews.request(reference, new Review.Request(ReviewMatter.SUITABILITY, DAY, Set.of("officer"), DAY,
                Review.Form.PHONE, "The stairs", null, null, "offer-" + id));
        actAs("manager");
        reviews.decide(review, Review.Outcome.OVERTURNED, "They cannot climb stairs");
        assertThat(consequences.see(review).follows().goesOn()).isEqualTo(goesOn ? DutyKind.MAIN : null);
    }

    /** s188(2A): it is no choice while the suitability of a final offer under the relief duty is reviewed. */
    @ParameterizedTest
    @CsvSource({"RELIEF, FINAL_PART6, false", "RELIEF, SUITABLE_6M, true", "MAIN, FINAL_PART6, true"})
    void accommodationUntilTheReviewOfAFinalOfferIsNotRefused(DutyKind duty, OfferKind kind, boolean mayRefuse) {
        under(duty);
        long id = draft(duty, kind);
        ready(id, kind);
        letters.give(reference, id, time(DAY.plusDays(8)));
        long review = reviews.request(reference, new Review.Request(ReviewMatter.SUITABILITY, DAY, Set.of("officer"), DAY,
                Review.Form.PHONE, "The stairs", null, null, "offer-" + id));
        assertThat(accommodations.problem(review, false).isEmpty()).isEqualTo(mayRefuse);
        assertThat(accommodations.problem(review, true)).isEmpty();
    }

    /** Who found the refused home suitable took part in the end of the duty (reg 5 of SI 2018/223). */
    @Test
    void whoLookedAtTheRefusalAgainDoesNotReviewTheEndThatRestsOnIt() {
        long id = given(OfferKind.FINAL_PART6, DAY.plusDays(8));
        offers.refuse(reference, id, new Told(DAY, How.PHONE, "Them", "Too far"));
        actAs("leader");
        second.reconsider(reference, id, true, "Looked at");
        actAs("officer");
        long ending = ended("PART6_REFUSED");
        long review = reviews.request(reference, new Review.Request(ReviewMatter.DUTY_OWED, DAY, Set.of("officer"), DAY,
                Review.Form.PHONE, "Too far", null, null, "ending-" + ending));
        assertThat(course.couldReview(review)).doesNotContainKeys("leader", "officer").containsKey("manager");
        actAs("leader");
        assertThat(reviews.refusal(review)).isPresent();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** @return the id of the ending */
    private long ended(String reason) {
        long duty = jdbc.sql("""
                update duty set ended_on = :day, end_reason = :reason, ended_by = 'officer', ended_at = now()
                where case_reference = :case and ended_on is null returning id""").param("day", DAY)
                .param("reason", reason).param("case", reference.value()).query(Long.class).single();
        return jdbc.sql("""
                insert into duty_ending (case_reference, duty_id, kind, reason, ended_on, proposed_by, proposed_at, status)
                values (:case, :duty, 'MAIN', :reason, :day, 'officer', now(), 'DONE') returning id""").param("day", DAY)
                .param("reason", reason).param("case", reference.value()).param("duty", duty).query(Long.class).single();
    }

    @Test
    void aRefusalStandsOnlyWhenSomebodyElseHasFoundItSuitable() {
        long id = given(OfferKind.FINAL_PART6, DAY.plusDays(8));
        assertThatThrownBy(() -> offers.refuse(reference, id, new Told(DAY, How.PHONE, "Them", null)))
                .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> offers.accept(reference, id, new Told(DAY.plusDays(1), How.PHONE, "Them", null)))
                .as("in the future").isInstanceOf(NotPossible.class);
        assertThat(offers.refuse(reference, id, new Told(DAY, How.PHONE, "Them", "Too far"))).isTrue();
        assertThatThrownBy(() -> second.reconsider(reference, id, true, "No")).isInstanceOf(NotPermitted.class);
        actAs("senior");
        assertThat(second.reconsider(reference, id, true, "The bus takes ten minutes"))
                .isEqualTo(OfferStatus.REFUSED_DISCHARGE);
        assertThatThrownBy(() -> offers.withdraw(reference, id, "x")).isInstanceOf(NotPossible.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "status = 'REFUSED_DISCHARGE'", "status = 'REFUSED'", "status = 'ACCEPTED'", "status = 'DRAFT'",
        "answered_on = written_on - 1, answer_how = 'PHONE', answer_from = 'x', answer_taken_by = 'officer'",
        "answered_on = consider_until, answer_how = 'SILENCE', answer_from = 'x', answer_taken_by = 'officer'",
        "address = 'Somewhere else'", "rent_weekly = 1", "written_on = written_on - 1", "letter_id = null",
        "consequences_told = false", "review_right_told = false", "said_final = false",
        "consider_until = consider_until - 1", "duty = 'RELIEF'", "status = 'SET_ASIDE'", "status = 'WITHDRAWN_BY_LA'",
        "reconsidered_on = current_date, found_suitable = true, reconsidered_by = drafted_by, reconsidered_words = 'x'"})
    void theTableLetsNobodyLeaveOutOrChangeALink(String change) {
        long id = given(OfferKind.FINAL_PART6, DAY.plusDays(8));
        assertThatThrownBy(() -> jdbc.sql("update home_offer set " + change + " where id = :id").param("id", id).update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from home_offer where id = :id").param("id", id).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aChangedDraftNeedsItsSecondLookAgainAndSoDoesAChangedHousehold() {
        under(DutyKind.MAIN);
        long id = draft(DutyKind.MAIN, OfferKind.FINAL_PART6);
        ready(id, OfferKind.FINAL_PART6);
        assertThat(letters.missing(reference, id)).isEmpty();
        clock.freeze(clock.instant().plusSeconds(60));
        assertThat(draft(DutyKind.MAIN, OfferKind.FINAL_PART6)).isEqualTo(id);
        assertThat(letters.missing(reference, id)).hasSize(2);
    }

    @Test
    void wordsThatSomebodyTypedStayWords() {
        String typed = "<script>alert(1)</script> & '; drop table home_offer; -- é";
        long id = given(OfferKind.FINAL_PART6, DAY.plusDays(8));
        offers.refuse(reference, id, new Told(DAY, How.LETTER, "Them", typed));
        assertThat(offers.find(reference, id).orElseThrow().answered().words()).isEqualTo(typed);
        under(DutyKind.MAIN);
        assertThat(offers.find(reference, id)).as("of another case").isEmpty();
    }

    private long given(OfferKind kind, LocalDate until) {
        under(DutyKind.MAIN);
        long id = draft(DutyKind.MAIN, kind);
        ready(id, kind);
        letters.give(reference, id, new Time(until, "They have seen it", "Leave a message"));
        return id;
    }

    /** Suitability, the ten points and the second look, as far as the kind needs them. */
    private void ready(long id, OfferKind kind) {
        suitability.record(reference, id, suits(30_000, 15_000, true));
        if (HomeOffer.gated(kind)) {
            List<GateCheck.New> all = new ArrayList<>();
            for (GatePoint point : GatePoint.values()) {
                all.add(new GateCheck.New(point, State.IN_ORDER, "Ian", DAY, point.needsDocument() ? document("a") : null,
                        null, "Seen, and none is needed"));
            }
            gate.record(reference, id, all);
        }
        if (kind.isFinal()) {
            actAs("senior");
            second.look(reference, id, true, null);
            actAs("officer");
        }
    }

    private long document(String name) {
        return document(name, null);
    }

    private long document(String name, LocalDate expiresOn) {
        long id = jdbc.sql("""
                insert into document (case_reference, category, name, media_type, size_bytes, sha256, added_on, added_at,
                    added_by, expires_on) values (:case, 'OTHER', :name, 'PDF', 10, repeat('a', 64), current_date, now(),
                    'officer', :expires) returning id""").param("case", reference.value()).param("name", name + ".pdf")
                .param("expires", expiresOn).query(Long.class).single();
        jdbc.sql("""
                insert into document_scan (document_id, case_reference, state, scanned_at)
                values (:id, :case, 'CLEAN', now())""").param("id", id).param("case", reference.value()).update();
        return id;
    }

    private HomeSuitability.New suits(long income, long essentials, boolean suits) {
        return new HomeSuitability.New("Dry", "Near", "Benefits", income, essentials, household.of(reference).stream()
                .map(member -> new HomeSuitability.ForMember(member.id(), suits, "Considered")).toList());
    }

    private static long pence(String written) {
        return Long.parseLong(written.replace("_", ""));
    }

    private static Time time(LocalDate until) {
        return new Time(until, null, null);
    }

    private long draft(DutyKind duty, OfferKind kind) {
        return offers.draft(reference, duty, kind, terms(kind, 24, false));
    }

    private Terms terms(OfferKind kind, int months, boolean restricted) {
        boolean gated = HomeOffer.gated(kind);
        LocalDate today = LocalDate.now(clock);
        return new Terms("1 Example Street", "Pat Example", gated ? Landlord.PRIVATE : Landlord.HOUSING_ASSOCIATION,
                Tenancy.ASSURED, 10_000, today, months, gated ? "Lena Leader" : null, gated ? today : null,
                Obligations.NONE, null, restricted, null);
    }

    private void under(DutyKind duty) {
        String name = "Example" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        reference = register.open(NewCase.atTheDesk("north", Person.applicant("Jordan", name,
                LocalDate.of(1990, 3, 12)), "Asked to leave by family"));
        duties.accept(reference, duty, LocalDate.now(clock));
    }

    private void on(LocalDate day) {
        clock.freeze(day.atTime(12, 0).atZone(ServiceClock.LONDON).toInstant());
    }

    private static void actAs(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(username,
                null, AuthorityUtils.NO_AUTHORITIES));
    }
}
