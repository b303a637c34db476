package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;
import org.threshold.homelessness.EndingFact.Kind;

/** One service by which every duty ends: each ground of the table with the facts that it needs, and without them. */
class EndingADutyTest extends HomelessnessTest {

    private static final LocalDate TODAY = DAY_ONE.plusDays(60);
    private static final Map<EndReason, OfferKind> BY_OFFER = Map.of(EndReason.PART6_ACCEPTED, OfferKind.PART6,
            EndReason.PRSO_ACCEPTED, OfferKind.PRSO, EndReason.PART6_REFUSED, OfferKind.FINAL_PART6,
            EndReason.PRSO_REFUSED, OfferKind.PRSO, EndReason.REFUSED_OFFER, OfferKind.SUITABLE_6M,
            EndReason.REFUSED_FINAL_OFFER, OfferKind.FINAL_ACCOMMODATION);
    private static final Set<Kind> LEFT = Set.of(Kind.LAST_SEEN, Kind.VISITS, Kind.KEYS, Kind.BELONGINGS);

    @Autowired
    private EndedDuties ended;
    @Autowired
    private Household household;
    @Autowired
    private Reviews reviews;

    /** Every way that an officer may propose, of the five duties that stand on record from their first day. */
    @TestFactory
    Stream<DynamicTest> eachGroundNeedsItsFactsAndIsToldWithItsProvisionAndItsReview() {
        return Stream.of(DutyKind.PREVENTION, DutyKind.RELIEF, DutyKind.MAIN, DutyKind.S190, DutyKind.S193C)
                .flatMap(duty -> WayToEnd.of(duty).stream().filter(way -> way.ground().proposable(duty)))
                .filter(way -> way.evidence() != WayToEnd.Evidence.PLACE_REFUSED)
                .map(way -> DynamicTest.dynamicTest(way.duty() + " by " + way.ground(), () -> endsWithItsFacts(way)));
    }

    private void endsWithItsFacts(WayToEnd way) {
        startOnDayOne();
        CaseReference reference = under(way.duty());
        on(TODAY);
        switch (way.evidence()) {
            case OFFER_ACCEPTED, OFFER_REFUSED, NOT_ELIGIBLE, ATTEMPTS, LEFT, ACT, WITHDRAWAL -> {
                if (way.evidence() != WayToEnd.Evidence.ACT || way.ground() == EndReason.IH_FROM_TA) {
                    assertThat(endings.problems(reference, way.duty(), facts(reference, way, null)))
                            .as("without its facts").isNotEmpty();
                }
            }
            default -> {
                // Its day and its words are all that it needs.
            }
        }
        Long offer = record(reference, way);
        DutyEnding.Facts facts = facts(reference, way, offer);
        assertThat(endings.problems(reference, way.duty(), complete(facts, way))).isEmpty();
        boolean second = endings.propose(reference, way.duty(), complete(facts, way));
        assertThat(second).isEqualTo(way.secondOfficer());
        if (second) {
            assertThatThrownBy(() -> endings.answer(reference, way.duty(), true, null)).isInstanceOf(NotPermitted.class);
            actAs("senior");
            endings.answer(reference, way.duty(), true, null);
            actAs("officer");
        }
        endings.carryOut(reference, way.duty());

        assertThat(ended.of(reference)).filteredOn(each -> each.duty().kind() == way.duty()).singleElement()
                .satisfies(each -> {
                    assertThat(each.way()).isEqualTo(way);
                    assertThat(each.told().template()).isEqualTo(way.letter());
                    assertThat(each.reviewUntil()).isEqualTo(TODAY.plusDays(20));
                    assertThat(each.ending().answeredBy()).isEqualTo(second ? "senior" : null);
                    assertThat(each.facts().isEmpty()).isEqualTo(Set.of(WayToEnd.Evidence.NONE,
                            WayToEnd.Evidence.HOME_SECURED).contains(way.evidence())
                            || way.ground() == EndReason.IH_FROM_ACCOMMODATION);
                });
    }

    private Long record(CaseReference reference, WayToEnd way) {
        switch (way.evidence()) {
            case OFFER_ACCEPTED -> {
                return OfferOnRecord.accepted(jdbc, letters, reference, way.duty(), kind(way), TODAY.minusDays(10));
            }
            case OFFER_REFUSED -> {
                return OfferOnRecord.refused(jdbc, letters, reference, way.duty(), kind(way), TODAY.minusDays(10));
            }
            case NOT_ELIGIBLE -> find(reference, Question.ELIGIBLE, Finding.NO);
            case ATTEMPTS -> triedInVain(reference, TODAY);
            default -> {
                // It is typed with the proposal.
            }
        }
        return null;
    }

    private static OfferKind kind(WayToEnd way) {
        return way.duty() == DutyKind.S193C && way.ground() == EndReason.PRSO_ACCEPTED ? OfferKind.FINAL_ACCOMMODATION
                : BY_OFFER.get(way.ground());
    }

    private static DutyEnding.Facts facts(CaseReference reference, WayToEnd way, Long offer) {
        return new DutyEnding.Facts(way.ground(), TODAY, "For the reasons found", null, null, null, null,
                List.of(DutyEnding.ASKED), offer, null, List.of());
    }

    private static DutyEnding.Facts complete(DutyEnding.Facts facts, WayToEnd way) {
        List<Kind> typed = switch (way.evidence()) {
            case LEFT -> List.copyOf(LEFT);
            case ACT -> way.ground() == EndReason.IH_FROM_TA ? List.of(Kind.ACT, Kind.WHY_DELIBERATE) : List.of();
            case WITHDRAWAL -> List.of(Kind.THEIR_WORDS);
            default -> List.of();
        };
        return with(facts, typed);
    }

    private static DutyEnding.Facts with(DutyEnding.Facts facts, List<Kind> typed) {
        return new DutyEnding.Facts(facts.reason(), facts.endedOn(), facts.reasons(), null, null, null, null,
                facts.evidence(), facts.offerId(), null, typed.stream()
                .map(kind -> new EndingFact(kind, "As found for a test", null, null)).toList());
    }

    /** Each inquiry into where they are, left out once; and the same for the act (A5, s193(6)(b) and (d)). */
    @ParameterizedTest
    @CsvSource({"CEASED_TO_OCCUPY, LAST_SEEN, lastSeen", "CEASED_TO_OCCUPY, VISITS, visits",
        "CEASED_TO_OCCUPY, KEYS, keys", "CEASED_TO_OCCUPY, BELONGINGS, belongings", "IH_FROM_TA, ACT, act",
        "IH_FROM_TA, WHY_DELIBERATE, whyDeliberate"})
    void whatWasNotFoundOutEndsNothing(EndReason ground, Kind missing, String field) {
        CaseReference reference = under(DutyKind.MAIN);
        on(TODAY);
        WayToEnd way = WayToEnd.of(DutyKind.MAIN, ground).orElseThrow();
        List<Kind> typed = new ArrayList<>(ground == EndReason.IH_FROM_TA ? List.of(Kind.ACT, Kind.WHY_DELIBERATE)
                : List.copyOf(LEFT));
        typed.remove(missing);

        assertThat(endings.problems(reference, DutyKind.MAIN, with(facts(reference, way, null), typed)))
                .extracting(FieldError::key).containsExactly(field);
    }

    @Test
    void anOfferOfAnotherCaseIsNone() {
        CaseReference other = under(DutyKind.MAIN);
        CaseReference reference = under(DutyKind.MAIN);
        on(TODAY);
        long offer = OfferOnRecord.refused(jdbc, letters, other, DutyKind.MAIN, OfferKind.FINAL_PART6, TODAY.minusDays(9));
        WayToEnd way = WayToEnd.of(DutyKind.MAIN, EndReason.PART6_REFUSED).orElseThrow();

        assertThat(endings.problems(reference, DutyKind.MAIN, facts(reference, way, offer))).extracting(FieldError::message)
                .containsExactly("Choose the offer that they refused. The duty can only end on an offer that is on record");
    }

    /** A duty that was owed before, and ended or went another way, leaves its offers to itself. */
    @Test
    void anOfferFromBeforeTheDutyBeganEndsNothing() {
        CaseReference reference = under(DutyKind.MAIN);
        on(TODAY);
        long offer = OfferOnRecord.refused(jdbc, letters, reference, DutyKind.MAIN, OfferKind.FINAL_PART6,
                DAY_ONE.minusDays(1));
        WayToEnd way = WayToEnd.of(DutyKind.MAIN, EndReason.PART6_REFUSED).orElseThrow();

        assertThat(endings.problems(reference, DutyKind.MAIN, facts(reference, way, offer))).extracting(FieldError::message)
                .containsExactly("That offer was made before this duty began, so it ends nothing of it");
    }

    /** Between the proposal and the second officer the fact on which it rests can fall away; then nobody authorises it. */
    @ParameterizedTest
    @CsvSource({"PART6_REFUSED", "NOT_ELIGIBLE", "CONTACT_LOST"})
    void nobodyAuthorisesWhatDoesNotStandAnyMore(EndReason ground) {
        CaseReference reference = under(DutyKind.MAIN);
        on(TODAY);
        WayToEnd way = WayToEnd.of(DutyKind.MAIN, ground).orElseThrow();
        Long offer = record(reference, way);
        endings.propose(reference, DutyKind.MAIN, facts(reference, way, offer));
        assertThat(endings.outdated(reference, DutyKind.MAIN)).isEmpty();
        switch (ground) {
            case PART6_REFUSED -> {
                long review = reviews.request(reference, new Review.Request(ReviewMatter.SUITABILITY, TODAY,
                        Set.of("officer"), TODAY, Review.Form.PHONE, "The stairs", null, null, "offer-" + offer));
                actAs("manager");
                reviews.decide(review, Review.Outcome.OVERTURNED, "They cannot climb them");
            }
            case NOT_ELIGIBLE -> find(reference, Question.ELIGIBLE, Finding.YES);
            default -> attempts.record(reference, TODAY, ContactWay.PHONE, true, "They rang back");
        }
        actAs("senior");
        assertThatThrownBy(() -> endings.answer(reference, DutyKind.MAIN, true, null)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("has changed since");
        endings.answer(reference, DutyKind.MAIN, false, "It does not stand any more");
        assertThat(duties.running(reference, DutyKind.MAIN)).isPresent();
    }

    /** s213A: the child of somebody who is owed nothing any more. */
    @ParameterizedTest
    @CsvSource({"NOT_ELIGIBLE, true, true", "NOT_ELIGIBLE, false, false", "IH_FROM_TA, true, true",
        "CEASED_TO_OCCUPY, true, false"})
    void childrensServicesAreToldWhereAChildIsLeftWithoutADuty(EndReason ground, boolean child, boolean told) {
        CaseReference reference = under(DutyKind.MAIN);
        on(TODAY);
        if (child) {
            household.add(reference, Person.member(Relationship.CHILD, "Robin", "Example",
                    LocalDate.of(2020, 5, 1)));
        }
        WayToEnd way = WayToEnd.of(DutyKind.MAIN, ground).orElseThrow();
        record(reference, way);
        endings.propose(reference, DutyKind.MAIN, complete(facts(reference, way, null), way));
        actAs("senior");
        endings.answer(reference, DutyKind.MAIN, true, null);
        endings.carryOut(reference, DutyKind.MAIN);

        assertThat(jdbc.sql("select count(*) from act_hi_procinst where business_key_ = ?"
                + " and proc_def_key_ = 'tell-childrens-services'").param(reference.value()).query(Integer.class).single())
                .isEqualTo(told ? 1 : 0);
    }

    @Test
    void theFactsOfAnEndAreNeverChanged() {
        CaseReference reference = under(DutyKind.MAIN);
        on(TODAY);
        triedInVain(reference, TODAY);
        endings.propose(reference, DutyKind.MAIN, facts(reference, WayToEnd.of(DutyKind.MAIN, EndReason.CONTACT_LOST)
                .orElseThrow(), null));
        assertThatThrownBy(() -> jdbc.sql("update ending_fact set words = 'other'").update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("delete from ending_fact").update()).hasMessageContaining("never changed");
    }
}
