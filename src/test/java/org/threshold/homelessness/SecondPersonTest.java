package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.CaseAccess;
import org.threshold.access.Conflict;
import org.threshold.access.ConflictsOfInterest;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.FourEyes;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.Role;
import org.threshold.access.SecondPerson;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;

/** The second person against the real accounts, restrictions and declarations; and the way on where there is none. */
class SecondPersonTest extends HomelessnessTest {

    @Autowired
    private SecondPerson second;
    @Autowired
    private ConflictsOfInterest conflicts;
    @Autowired
    private CaseAccess access;
    @Autowired
    private Accounts accounts;
    @Autowired
    private CurrentOfficer current;
    @Autowired
    private ObjectMapper json;

    private CaseReference reference;

    @BeforeEach
    void aCaseWithALeaver() {
        reference = under(DutyKind.RELIEF);
        if (jdbc.sql("select count(*) from account where username = 'gone.leader'").query(Long.class).single() == 0) {
            current.asService(() -> {
                accounts.addWithPassword(new AccountDetails("gone.leader", "Grace Gone", Set.of(Role.TEAM_LEADER),
                        Set.of(), true), "a long enough password");
                accounts.addWithPassword(new AccountDetails("borrowed.leader", "Boris Borrowed",
                        Set.of(Role.TEAM_LEADER), Set.of(), false), "a long enough password");
                return null;
            });
            actAs("admin");
            accounts.disable("gone.leader");
        }
        actAs("officer");
        find(reference, Question.ELIGIBLE, Finding.NO);
    }

    @ParameterizedTest(name = "{0} prepared by {1}: {2} may: {3}")
    @CsvSource({
        "NON_COOPERATION_NOTICE, gone.leader, senior, false", "NON_COOPERATION_NOTICE, gone.leader, leader2, true",
        "NON_COOPERATION_NOTICE, gone.leader, manager, true", "REVIEW, gone.leader, leader, false",
        "REVIEW, gone.leader, manager, true", "DECISION, gone.leader, senior, true",
        "NON_COOPERATION_NOTICE, admin, leader2, false", "NON_COOPERATION_NOTICE, admin, manager, true"})
    void whoHasLeftKeepsTheirRankAndWhoHasNoneCountsAsUnknown(FourEyes rule, String first, String who, boolean may) {
        actAs(who);
        assertThat(second.refusal(Prepared.by(rule, reference, first)).isEmpty()).isEqualTo(may);
    }

    @Test
    void theOneWhoIsAskedIsNamedBeforeAnybodyTriesInVain() {
        assertThat(second.whoCould(Prepared.by(FourEyes.NON_COOPERATION_NOTICE, reference, "senior")))
                .contains("Samuel Demo").doesNotContain("Sandra Demo", "Olive Demo", "Grace Gone", "Agnes");
    }

    @Test
    void theAuditHasWhoWasAskedWhoDecidedAndOnWhatThatRests() throws Exception {
        endings.propose(reference, DutyKind.RELIEF, facts());
        actAs("senior");
        endings.answer(reference, DutyKind.RELIEF, true, null);

        assertThat(details("duty.endProposed").get("asked").asText()).contains("senior").doesNotContain("officer");
        assertThat(details("duty.endAuthorised").get("preparedBy").asText()).isEqualTo("officer");
        assertThat(details("duty.endAuthorised").get("rank").asText()).isEqualTo("SENIOR_OFFICER");
        assertThat(details("duty.endAuthorised").get("independence").asText()).isEqualTo("house rule");
    }

    @Test
    void whoPreparedItTakesItBackUndecidedAndNobodyElseDoes() {
        actAs("senior");
        endings.propose(reference, DutyKind.RELIEF, facts());
        actAs("leader");
        assertThatThrownBy(() -> endings.takeBack(reference, DutyKind.RELIEF, "Not mine"))
                .isInstanceOf(NotPermitted.class).hasMessageContaining("Only the officer who prepared it");
        actAs("senior");
        assertThatThrownBy(() -> endings.answer(reference, DutyKind.RELIEF, false, "Mine")).isInstanceOf(NotPermitted.class);

        endings.takeBack(reference, DutyKind.RELIEF, "One more letter came");

        assertThat(endings.latest(reference, DutyKind.RELIEF).orElseThrow().status()).isEqualTo(DutyEnding.Status.RETURNED);
        assertThat(audited(reference, "duty.endTakenBack")).isOne();
        assertThatThrownBy(() -> endings.takeBack(reference, DutyKind.RELIEF, "Again")).isInstanceOf(NotPossible.class);
    }

    @Test
    void whereNobodyCanDecideALeaderMayTakeItBackButNotOneWhoKnowsThem() {
        Prepared notice = Prepared.by(FourEyes.NON_COOPERATION_NOTICE, reference, "officer");
        restrict(List.of("officer", "borrowed.leader"));
        actAs("borrowed.leader");

        assertThat(second.whoCould(notice)).contains("Nobody with an account here may");
        assertThat(second.refusal(notice)).hasValueSatisfying(why -> assertThat(why).contains("works for the council"));
        assertThat(second.mayTakeBack(notice)).isTrue();
        conflicts.declare(reference, Conflict.Kind.NEIGHBOUR, null);
        assertThat(second.mayTakeBack(notice)).isFalse();
        actAs("manager");
        assertThat(second.whoCould(Prepared.by(FourEyes.REVIEW, reference, "borrowed.leader")))
                .contains("Nobody with an account here may").doesNotContain("take it back");
    }

    @ParameterizedTest
    @EnumSource(FourEyes.class)
    void onARestrictedCaseOnlyWhoIsNamedDecides(FourEyes rule) {
        restrict(List.of("officer", "manager"));
        actAs("manager");
        assertThat(second.refusal(Prepared.by(rule, reference, "officer"))).isEmpty();
        assertThat(second.whoCould(Prepared.by(rule, reference, "officer"))).isEqualTo("Maya Demo");
        actAs("leader");
        assertThat(second.refusal(Prepared.by(rule, reference, "officer"))).hasValueSatisfying(
                why -> assertThat(why).contains("not named on it"));
    }

    @Test
    void whoKnowsThePeopleReadsTheCaseAndDecidesNothingUntilSomebodyElseLiftsIt() {
        endings.propose(reference, DutyKind.RELIEF, facts());
        actAs("leader");
        conflicts.declare(reference, Conflict.Kind.FAMILY, "My sister’s boy");
        conflicts.declare(reference, Conflict.Kind.FRIEND, null);

        assertThat(conflicts.of(reference)).singleElement().satisfies(one -> {
            assertThat(one.username()).isEqualTo("leader");
            assertThat(one.kind()).isEqualTo(Conflict.Kind.FAMILY);
        });
        assertThat(access.knowsThem(reference)).isTrue();
        assertThat(access.allows(Permission.VIEW_CASES, reference)).isTrue();
        assertThat(access.allows(Permission.WORK_CASES, reference)).isFalse();
        assertThat(access.allows(Permission.SIGN_AS_SECOND_OFFICER, reference)).isFalse();
        assertThatThrownBy(() -> endings.answer(reference, DutyKind.RELIEF, true, null))
                .isInstanceOf(NotPermitted.class).hasMessageContaining("you know these people");
        assertThatThrownBy(() -> conflicts.lift(reference, "leader", "It is nothing")).isInstanceOf(NotPermitted.class);
        assertThat(detailsText("conflict.declared")).doesNotContain("sister");

        actAs("manager");
        conflicts.lift(reference, "leader", "It was another family of the same name");
        actAs("leader");
        endings.answer(reference, DutyKind.RELIEF, true, null);
        assertThat(audited(reference, "conflict.lifted")).isOne();
    }

    @Test
    void toKnowThePeopleToLookAndToTakeBackIsNotToTakePart() {
        actAs("leader");
        conflicts.declare(reference, Conflict.Kind.OTHER, null);
        actAs("manager");
        conflicts.lift(reference, "leader", "Nothing in it");
        actAs("leader");
        assertThat(second.refusal(Prepared.by(FourEyes.NON_COOPERATION_NOTICE, reference, "officer"))).isEmpty();
        actAs("manager");
        assertThat(second.refusal(Prepared.by(FourEyes.NON_COOPERATION_NOTICE, reference, "officer"))).isEmpty();
    }

    private static DutyEnding.Facts facts() {
        return DutyEnding.Facts.of(EndReason.NOT_ELIGIBLE, DAY_ONE, "Left the country");
    }

    private void restrict(List<String> named) {
        jdbc.sql("""
                insert into case_restriction (case_reference, kind, reason, manager, restricted_by, restricted_at)
                values (?, 'STAFF', 'Works here', ?, 'threshold', now())""")
                .params(reference.value(), named.get(1)).update();
        named.forEach(who -> jdbc.sql("""
                insert into case_access (case_reference, username, kind, given_by, given_at)
                values (?, ?, 'NAMED', 'threshold', now())""").params(reference.value(), who).update());
    }

    private JsonNode details(String action) throws Exception {
        return json.readTree(detailsText(action));
    }

    private String detailsText(String action) {
        return jdbc.sql("select details::text from audit_entry where chain = ? and action = ?")
                .params(reference.value(), action).query(String.class).single();
    }
}
