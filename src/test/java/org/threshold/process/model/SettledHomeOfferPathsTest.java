package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.ContactWay;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;
import org.threshold.homelessness.OfferMade;
import org.threshold.homelessness.OffersMade;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.ReviewableDecisions;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOfferStarts;
import org.threshold.moveon.HomeOffers;
import org.threshold.moveon.NotPossible;
import org.threshold.moveon.OfferStatus;

/** Every path of {@code settled-home-offer}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettledHomeOfferPathsTest extends ModelTest {

    @Autowired
    private HomeOfferStarts starts;
    @Autowired
    private HomeOffers offers;
    @Autowired
    private OffersMade made;
    @Autowired
    private ReviewableDecisions decisions;
    @Autowired
    private JdbcClient jdbc;

    private CaseReference reference;

    @Test
    void aPrivateRentedOfferPassesItsTenPointsAndTheSecondLookAndIsAccepted() {
        begin(inMainDuty());
        assertThat(send(OFFICER, reference, "task_draftHomeOffer", HomeForms.social("FINAL_ACCOMMODATION"))).isNotEmpty();
        answer(reference, "task_draftHomeOffer", HomeForms.privateHome("PRSO"));
        answer(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "yes"));
        answer(reference, "task_checkTenPoints", HomeForms.points("NOT_KNOWN", null));
        assertThat(open(reference)).contains("task_checkTenPoints");
        answer(reference, "task_checkTenPoints", HomeForms.points("IN_ORDER", agreement()));
        assertThat(send(OFFICER, reference, "task_lookAtFinalOffer", HomeForms.agreed())).as("its author").isNotEmpty();
        answerAs(COLLEAGUE, reference, "task_lookAtFinalOffer", HomeForms.agreed());
        give(today().plusDays(7));

        assertThat(lettersOf(reference)).contains("offer-prso");
        assertThat(decisions.of(reference)).filteredOn(each -> each.key().equals("offer-" + last().id())).singleElement()
                .satisfies(each -> assertThat(each.matter()).isEqualTo(ReviewMatter.SUITABILITY));
        answer(reference, "task_recordHomeAnswer", HomeForms.accepted(today()));
        assertThat(last().status()).isEqualTo(OfferStatus.ACCEPTED);
        assertThat(route(reference)).endsWith("task_giveHomeOffer", "task_recordHomeAnswer", "end_offerAccepted");
        assertThat(made.find(reference, last().id()).orElseThrow().answer()).isEqualTo(OfferMade.Answer.ACCEPTED);
    }

    @Test
    void aFinalOfferIsRefusedLookedAtAgainBySomebodyElseAndStands() {
        begin(inMainDuty());
        answer(reference, "task_draftHomeOffer", HomeForms.social("FINAL_PART6"));
        answer(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "yes"));
        answerAs(COLLEAGUE, reference, "task_lookAtFinalOffer", HomeForms.sentBack());
        answer(reference, "task_draftHomeOffer", HomeForms.social("FINAL_PART6"));
        answer(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "yes"));
        answerAs(COLLEAGUE, reference, "task_lookAtFinalOffer", HomeForms.agreed());
        answer(reference, "task_giveHomeOffer", HomeForms.notYet());
        answer(reference, "task_draftHomeOffer", HomeForms.social("FINAL_PART6"));
        answer(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "yes"));
        answerAs(COLLEAGUE, reference, "task_lookAtFinalOffer", HomeForms.agreed());
        give(today().plusDays(7));
        runOut(reference, "timer_remindOfHome");
        assertThat(lettersOf(reference)).contains("offer-reminder");
        answer(reference, "task_recordHomeAnswer", HomeForms.moreTime(today().plusDays(9)));
        assertThat(send(OFFICER, reference, "task_recordHomeAnswer", HomeForms.silence())).as("before the last day")
                .isNotEmpty();
        answer(reference, "task_recordHomeAnswer", HomeForms.refused(today()));

        assertThat(send(OFFICER, reference, "task_reconsiderHomeRefusal", HomeForms.suitable("yes")))
                .containsExactly("You cannot look at this refusal again, because you offered it.");
        answerAs(COLLEAGUE, reference, "task_reconsiderHomeRefusal", HomeForms.suitable("yes"));
        assertThat(last().status()).isEqualTo(OfferStatus.REFUSED_DISCHARGE);
        assertThat(lettersOf(reference)).contains("offer-refusal-considered");
        assertThat(route(reference)).endsWith("end_refusalStands");
        assertThat(made.of(reference)).singleElement().satisfies(offer -> {
            assertThat(offer.saidFinal() && offer.consequencesTold() && offer.reviewRightTold()).isTrue();
            assertThat(offer.foundSuitable()).isTrue();
            assertThat(offer.reconsideredBy()).isNotEqualTo(offer.offeredBy());
        });
    }

    @Test
    void silenceIsARefusalOnlyAfterTheLastDayAndAttempts() {
        begin(inRelief());
        answer(reference, "task_draftHomeOffer", HomeForms.social("SUITABLE_6M"));
        answer(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "yes"));
        give(today().plusDays(7));
        jdbc.sql("""
                insert into letter_dispatch (letter_id, case_reference, way, sent_to, sent_on, recorded_by, recorded_at)
                values (:id, :case, 'HANDED_OVER', 'The applicant', :on, 'officer', now())""")
                .param("id", last().given().letterId()).param("case", reference.value()).param("on", today()).update();
        late(reference, "task_recordHomeAnswer");
        assertThat(send(OFFICER, reference, "task_recordHomeAnswer", HomeForms.silence())).as("in its last second")
                .isNotEmpty();
        clock.freeze(clock.instant().plusSeconds(60));
        assertThat(send(OFFICER, reference, "task_recordHomeAnswer", HomeForms.silence())).singleElement().asString()
                .contains("0 of 2");
        attempts.record(reference, today(), ContactWay.PHONE, false, "No answer");
        attempts.record(reference, today(), ContactWay.POST, false, "Nobody there");
        answer(reference, "task_recordHomeAnswer", HomeForms.silence());
        lateThenAnsweredBy(COLLEAGUE, reference, "task_reconsiderHomeRefusal", HomeForms.suitable("no"));
        assertThat(last().status()).isEqualTo(OfferStatus.REFUSED_REASONABLE);
        assertThat(route(reference)).contains("end_refusalReasonable").doesNotContain("end_refusalStands");
    }

    @Test
    void anOrdinaryOfferThatIsRefusedHasNoConsequence() {
        begin(inMainDuty());
        answer(reference, "task_draftHomeOffer", HomeForms.social("PART6"));
        answer(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "yes"));
        give(today().plusDays(7));
        answer(reference, "task_recordHomeAnswer", HomeForms.refused(today()));
        assertThat(last().status()).isEqualTo(OfferStatus.REFUSED_REASONABLE);
        assertThat(last().reconsidered()).isNull();
        assertThat(route(reference)).endsWith("end_nothingFollows");
    }

    @Test
    void aHomeThatSuitsNotEverybodyIsNotOfferedAndNoOfferEndsIt() {
        begin(inMainDuty());
        assertThatThrownBy(() -> starts.begin(reference)).isInstanceOf(NotPossible.class);
        answer(reference, "task_draftHomeOffer", HomeForms.privateHome("PRSO"));
        answer(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "no"));
        answer(reference, "task_draftHomeOffer", HomeForms.privateHome("PRSO"));
        answer(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "yes"));
        answer(reference, "task_checkTenPoints", HomeForms.otherHome());
        answer(reference, "task_draftHomeOffer", HomeForms.noOffer());
        assertThat(last().status()).isEqualTo(OfferStatus.WITHDRAWN_BY_LA);
        assertThat(lettersOf(reference)).doesNotContain("offer-withdrawn");
        assertThat(route(reference)).endsWith("end_noHomeOffered");
    }

    @Test
    void anOfferThatIsTakenBackEndsItsStepAndIsTold() {
        begin(inMainDuty());
        answer(reference, "task_draftHomeOffer", HomeForms.social("PART6"));
        answer(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "yes"));
        give(today().plusDays(7));
        offers.withdraw(reference, last().id(), "The landlord has let it to somebody else");
        follow(reference);
        assertThat(open(reference)).doesNotContain("task_recordHomeAnswer");
        assertThat(route(reference)).endsWith("end_offerWithdrawn");
        assertThat(lettersOf(reference)).contains("offer-withdrawn");
        begin(reference);
        assertThat(open(reference)).contains("task_draftHomeOffer");
    }

    @Test
    void lateStepsClimb() {
        begin(inMainDuty());
        lateThenAnswered(reference, "task_draftHomeOffer", HomeForms.privateHome("PRSO"));
        lateThenAnswered(reference, "task_recordHomeSuitability", HomeForms.suits(applicant(reference), "yes"));
        lateThenAnswered(reference, "task_checkTenPoints", HomeForms.points("IN_ORDER", agreement()));
        lateThenAnsweredBy(COLLEAGUE, reference, "task_lookAtFinalOffer", HomeForms.agreed());
        lateThenAnswered(reference, "task_giveHomeOffer", HomeForms.given(today().plusDays(20)));
        lateThenAnswered(reference, "task_recordHomeAnswer", HomeForms.accepted(today()));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("settled-home-offer");
    }

    private void begin(CaseReference of) {
        reference = of;
        starts.begin(of);
        follow(of);
    }

    private void give(LocalDate until) {
        answer(reference, "task_giveHomeOffer", HomeForms.given(until));
    }

    private HomeOffer last() {
        List<HomeOffer> all = offers.of(reference);
        return all.get(all.size() - 1);
    }

    /** A tenancy agreement among the documents of the case; how documents come there has tests of its own. */
    private long agreement() {
        long id = jdbc.sql("""
                insert into document (case_reference, category, name, media_type, size_bytes, sha256, added_on, added_at,
                    added_by) values (:case, 'TENANCY_AGREEMENT', 'agreement.pdf', 'PDF', 10, repeat('a', 64),
                    current_date, now(), 'officer') returning id""")
                .param("case", reference.value()).query(Long.class).single();
        jdbc.sql("""
                insert into document_scan (document_id, case_reference, state, scanned_at)
                values (:id, :case, 'CLEAN', now())""").param("id", id).param("case", reference.value()).update();
        return id;
    }

    /** What officers fill in. */
    private static final class HomeForms {

        private static final List<String> POINTS = List.of("CONDITION", "ELECTRICAL", "FIRE", "CARBON_MONOXIDE",
                "LANDLORD", "HMO_LICENCE", "ADDITIONAL_LICENCE", "ENERGY", "GAS", "AGREEMENT");

        private static Map<String, List<String>> draft(String kind, String... more) {
            return FilledForms.with(FilledForms.of("homeOffered", "yes", "offerKind", kind, "address",
                    "2 Sample Close, AA1 1AA", "landlord", "Example Homes", "rentWeekly", "118.40", "availableFrom",
                    "2026-12-01", "lastsMonths", "24", "obligations", "NONE", "restrictedCase", "no"), more);
        }

        static Map<String, List<String>> social(String kind) {
            return draft(kind, "landlordKind", "HOUSING_ASSOCIATION", "tenancy", "ASSURED");
        }

        static Map<String, List<String>> privateHome(String kind) {
            return draft(kind, "landlordKind", "PRIVATE", "tenancy", "ASSURED", "approvedBy", "Lena Leader",
                    "approvedOn", "2026-06-01");
        }

        static Map<String, List<String>> noOffer() {
            return FilledForms.of("homeOffered", "no", "noOfferWhy", "The landlord has let it");
        }

        static Map<String, List<String>> suits(long member, String suits) {
            return FilledForms.of("condition", "Two rooms, dry and warm", "location", "Near the school", "affordable",
                    "Universal Credit covers it", "incomeWeekly", "300", "essentialsWeekly", "150.50",
                    "members[0].person", String.valueOf(member), "members[0].suits", suits, "members[0].why",
                    "Walks with a stick; no stairs");
        }

        static Map<String, List<String>> points(String state, Long agreement) {
            Map<String, List<String>> form = FilledForms.of("gateNext", "SAVE");
            for (int i = 0; i < POINTS.size(); i++) {
                String row = "points[" + i + "].";
                boolean document = POINTS.get(i).equals("AGREEMENT") && agreement != null;
                form = FilledForms.with(form, row + "point", POINTS.get(i), row + "state", state, row + "pointWords",
                        "Seen on the day");
                if (!state.equals("NOT_KNOWN")) {
                    form = FilledForms.with(form, row + "lookedBy", "Ian Inspector", row + "lookedOn", "2026-06-01");
                }
                if (document) {
                    form = FilledForms.with(form, row + "document", String.valueOf(agreement));
                }
            }
            return form;
        }

        static Map<String, List<String>> otherHome() {
            return FilledForms.of("gateNext", "OTHER_HOME");
        }

        static Map<String, List<String>> agreed() {
            return FilledForms.of("offerAgreed", "yes");
        }

        static Map<String, List<String>> sentBack() {
            return FilledForms.of("offerAgreed", "no", "lookWords", "Ask about the school first");
        }

        static Map<String, List<String>> given(LocalDate until) {
            return FilledForms.of("giveOffer", "yes", "considerUntil", until.toString(), "closedDayWhy",
                    "Leave a message on our telephone");
        }

        static Map<String, List<String>> notYet() {
            return FilledForms.of("giveOffer", "no");
        }

        private static Map<String, List<String>> answered(String answer, LocalDate on) {
            return FilledForms.of("homeAnswer", answer, "answeredOn", on.toString(), "answerHow", "PHONE", "answerFrom",
                    "The applicant", "answerWords", "The stairs are too steep");
        }

        static Map<String, List<String>> accepted(LocalDate on) {
            Map<String, List<String>> form = answered("ACCEPTED", on);
            form.remove("answerWords");
            return form;
        }

        static Map<String, List<String>> refused(LocalDate on) {
            return answered("REFUSED", on);
        }

        static Map<String, List<String>> silence() {
            return FilledForms.of("homeAnswer", "SILENCE", "answerWords", "Rang and wrote");
        }

        static Map<String, List<String>> moreTime(LocalDate until) {
            return FilledForms.of("homeAnswer", "MORE_TIME", "considerUntil", until.toString(), "closedDayWhy",
                    "Leave a message on our telephone");
        }

        static Map<String, List<String>> suitable(String suitable) {
            return FilledForms.of("homeSuitable", suitable, "consideredWords", "We measured the stairs");
        }
    }
}
