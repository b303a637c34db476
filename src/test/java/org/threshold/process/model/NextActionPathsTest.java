package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;
import org.threshold.nextaction.ActionKind;
import org.threshold.nextaction.NextActions;
import org.threshold.nextaction.NotProposed;
import org.threshold.nextaction.Proposal;

/** Every path of {@code next-action}, and what each kind is proposed of. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NextActionPathsTest extends ModelTest {

    @Autowired
    private Homes homes;
    @Autowired
    private NextActions actions;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private Placements placements;
    @Autowired
    private Leaving leaving;

    @Test
    void aCheckOfTheHomeThatRunsOutIsProposedOnceAcceptedAndDone() {
        CaseReference reference = withExpiringCheck();
        Proposal proposal = only(reference, ActionKind.UNIT_CHECKS_EXPIRE);
        assertThat(proposal.dueOn()).isEqualTo(today().plusDays(20));
        assertThat(actions.proposedFor(TEAM)).contains(proposal);
        assertThat(actions.proposedFor("no-such-team")).isEmpty();

        actions.accept(reference, proposal.kind(), proposal.subject());
        assertThat(actions.proposed(reference)).doesNotContain(proposal);
        assertThatThrownBy(() -> actions.accept(reference, proposal.kind(), proposal.subject()))
                .isInstanceOf(NotProposed.class);
        answer(reference, "task_doNextAction", done("yes"));
        assertThat(actions.answered(reference)).singleElement().satisfies(each -> {
            assertThat(each.accepted()).isTrue();
            assertThat(each.done().done()).isTrue();
        });
        assertThat(route(reference)).contains("end_actionDone");
    }

    @Test
    void aRejectedOneNeedsAReasonAndDoesNotComeBack() {
        CaseReference reference = withExpiringCheck();
        Proposal proposal = only(reference, ActionKind.UNIT_CHECKS_EXPIRE);
        assertThatThrownBy(() -> actions.reject(reference, proposal.kind(), proposal.subject(), " "))
                .isInstanceOf(NotProposed.class).hasMessageContaining("why");
        actions.reject(reference, proposal.kind(), proposal.subject(), "The provider has sent it already");
        assertThat(actions.proposed(reference)).isEmpty();
        assertThat(open(reference)).doesNotContain("task_doNextAction");
        assertThat(actions.answered(reference)).singleElement()
                .satisfies(each -> assertThat(each.reason()).contains("provider"));
    }

    @Test
    void halfAYearInANightlyLetIsTooLong() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, unitIn(OWN_DISTRICT), today().minusDays(182), null);
        assertThat(actions.proposed(reference)).isEmpty();
        sql.sql("update placement set starts_on = starts_on - 1 where id = ?").param(placement.id()).update();
        assertThat(only(reference, ActionKind.LONG_NIGHTLY_LET).subject()).isEqualTo("nightly-" + placement.id());
    }

    @Test
    void anAcceptedHomeEndsTheDutyOnlyWhenSomebodySaysSo() {
        CaseReference reference = inMainDuty();
        acceptedOffer(reference, DutyKind.MAIN, OfferKind.PART6);
        assertThat(actions.proposed(reference)).filteredOn(each -> each.kind() == ActionKind.DUTY_CAN_END)
                .extracting(Proposal::detail).containsExactly("They accepted 4 Testing Road, Exampleton");
    }

    @Test
    void whoWasAccommodatedUntilAReviewIsNotForgottenAfterIt() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        placements.carryOn(placement.id(), AccommodationFunction.PENDING_REVIEW, null);
        assertThat(only(reference, ActionKind.HOME_AFTER_REVIEW).subject()).isEqualTo("after-review-" + placement.id());
        leaving.begin(placement.id(), PlacementEnd.DUTY_ENDED, today().plusDays(28));
        assertThat(actions.proposed(reference)).isEmpty();
    }

    @Test
    void twoWeeksOfTheMainDutyWithNobodyWhoLooksForAHome() {
        CaseReference reference = inMainDuty();
        sql.sql("update duty set started_on = :day where case_reference = :reference and kind = 'MAIN'")
                .param("day", today().minusDays(15)).param("reference", reference.value()).update();
        assertThat(actions.proposed(reference)).extracting(Proposal::kind).doesNotContain(ActionKind.MOVE_ON_NOT_BEGUN);
        sql.sql("update move_on set ended_on = started_on, ended_as = 'DUTY_ENDED' where case_reference = ?")
                .param(reference.value()).update();
        assertThat(actions.proposed(reference)).extracting(Proposal::kind).contains(ActionKind.MOVE_ON_NOT_BEGUN);
    }

    @Test
    void fourWeeksOfTheMainDutyWithoutTheHousingRegister() {
        CaseReference reference = inMainDuty();
        assertThat(actions.proposed(reference)).extracting(Proposal::kind)
                .doesNotContain(ActionKind.REGISTER_APPLICATION_MISSING);
        sql.sql("update duty set started_on = :day where case_reference = :reference and kind = 'MAIN'")
                .param("day", today().minusDays(29)).param("reference", reference.value()).update();
        assertThat(actions.proposed(reference)).extracting(Proposal::kind)
                .contains(ActionKind.REGISTER_APPLICATION_MISSING).doesNotContain(ActionKind.MOVE_ON_NOT_BEGUN);
        sql.sql("""
                insert into register_application (case_reference, applied_on, recorded_by, recorded_at)
                values (:reference, :day, 'officer', now())""").param("reference", reference.value())
                .param("day", today()).update();
        assertThat(actions.proposed(reference)).extracting(Proposal::kind)
                .doesNotContain(ActionKind.REGISTER_APPLICATION_MISSING);
    }

    @Test
    void aPlanWhoseReviewIsPastAndADocumentThatRunsOutAreProposed() {
        CaseReference reference = inMainDuty();
        sql.sql("update housing_plan set review_on = :day where case_reference = :reference")
                .param("day", today().minusDays(1)).param("reference", reference.value()).update();
        sql.sql("""
                insert into document (case_reference, category, name, expires_on, media_type, size_bytes, sha256, added_on,
                    added_at, added_by)
                values (:reference, 'IDENTITY', 'passport.pdf', :day, 'PDF', 1, repeat('a', 64), :day, now(), 'officer')""")
                .param("reference", reference.value()).param("day", today().plusDays(10)).update();
        assertThat(actions.proposed(reference)).extracting(Proposal::kind).contains(ActionKind.DOCUMENT_EXPIRES);
        assertThat(actions.proposed(reference)).filteredOn(each -> each.kind() == ActionKind.PLAN_REVIEW_DUE)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = withExpiringCheck();
        Proposal proposal = only(reference, ActionKind.UNIT_CHECKS_EXPIRE);
        actions.accept(reference, proposal.kind(), proposal.subject());
        lateThenAnswered(reference, "task_doNextAction", done("no"));
        assertThat(actions.answered(reference).get(0).done().done()).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("next-action");
    }

    private CaseReference withExpiringCheck() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, unitIn(OWN_DISTRICT), today(), null);
        sql.sql("""
                insert into unit_check (unit_id, kind, expires_on, made_at, made_by)
                values (:unit, 'GAS', :day, now(), 'officer')""").param("unit", placement.unitId())
                .param("day", today().plusDays(20)).update();
        return reference;
    }

    private Proposal only(CaseReference reference, ActionKind kind) {
        List<Proposal> proposed = actions.proposed(reference);
        assertThat(proposed).extracting(Proposal::kind).containsExactly(kind);
        return proposed.get(0);
    }

    private static Map<String, List<String>> done(String answer) {
        return Map.of("actionDone", List.of(answer), "words", List.of("The provider sends the certificate on Friday"));
    }
}
