package org.threshold.process.model;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.accommodation.KeysRelease;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.Presence;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Availability;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.KeysFromAPhone;
import org.threshold.accommodation.KeysRelease.Reason;
import org.threshold.accommodation.KeysReleases;
import org.threshold.accommodation.KeysReleases.NewRelease;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.SignUp;
import org.threshold.accommodation.SignUps;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.casefile.CaseReference;

/** Every path of {@code at-the-desk}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AtTheDeskPathsTest extends ModelTest {

    private static final String HARBOUR = "Harbour Office";
    private static final String SIGN_UP = "task_signUpAtDesk";
    private static final String RELEASE = "task_releaseKeys";
    private static final String GIVE = "task_giveKeys";
    private static final String CONFIRM = "task_confirmKeys";
    private static final String COMPLETE = "task_completeSignUp";

    @Autowired
    private Placements placements;
    @Autowired
    private Availability availability;
    @Autowired
    private UnitRegister register;
    @Autowired
    private Providers providers;
    @Autowired
    private SignUps signUps;
    @Autowired
    private KeysReleases releases;
    @Autowired
    private KeysFromAPhone phone;
    @Autowired
    private Presence presence;
    @Autowired
    private ClaimsForKeys claims;

    private long placement;

    @BeforeEach
    void atTheOffice() {
        presence.declareToday(HARBOUR);
    }

    @Test
    void keysFollowTheClaimThatWasMadeAtTheDesk() {
        CaseReference reference = atTheDesk();

        answer(reference, SIGN_UP, DeskForms.signedUp(HARBOUR, claim()));
        answer(reference, GIVE, DeskForms.given(today()));

        assertThat(placements.get(placement).status()).isEqualTo(PlacementStatus.IN_OCCUPATION);
        assertThat(placements.get(placement).startsOn()).isEqualTo(today());
        SignUp signUp = signUps.of(placement).orElseThrow();
        assertThat(signUp.agreed(SignUp.Body.SCHOOL)).isTrue();
        assertThat(signUp.agreed(SignUp.Body.GP)).isFalse();
        assertThat(signUp.evidence()).hasSize(2);
        assertThat(lettersOf(reference)).contains("ta-sign-up-copy");
        assertThat(releases.of(placement)).isEmpty();
        assertThat(route(reference)).contains("end_keysGiven").doesNotContain("service_signUpLater");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYS_IN_FULL", "NOT_ENTITLED", "SYSTEM_DOWN", "OUT_OF_HOURS"})
    void withoutAClaimALeaderReleasesTheKeysAndSomebodyLooksAtTheClaim(String reason) {
        CaseReference reference = atTheDesk();

        answer(reference, SIGN_UP, DeskForms.signedUpWithoutClaim(HARBOUR, reason));
        assertThat(open(reference)).contains(RELEASE).doesNotContain(GIVE);
        answerAs(LEADER, reference, RELEASE, DeskForms.released());
        answer(reference, GIVE, DeskForms.given(today()));

        KeysRelease release = releases.released(placement).orElseThrow();
        assertThat(release.answeredBy()).isEqualTo(LEADER);
        assertThat(placements.get(placement).livedIn()).isTrue();
        assertThat(facts(step(reference, "task_makeTheClaim").stepId())).extractingByKey("beside",
                as(InstanceOfAssertFactories.MAP)).extractingByKey("Keys released", as(InstanceOfAssertFactories.STRING))
                .startsWith(release.reason().words());
    }

    @Test
    void whoIsSentBackMakesTheClaimWithWhatWasTyped() {
        CaseReference reference = atTheDesk();
        answer(reference, SIGN_UP, DeskForms.signedUpWithoutClaim(HARBOUR, "SYSTEM_DOWN"));
        answerAs(LEADER, reference, RELEASE, DeskForms.sentBack());

        assertThat(facts(step(reference, SIGN_UP).stepId())).containsEntry("identitySeen", "yes");
        answer(reference, SIGN_UP, DeskForms.signedUp(HARBOUR, claim()));

        assertThat(open(reference)).contains(GIVE);
    }

    @Test
    void whoCannotAttendGetsTheKeysThereAndIsSignedUpAfterwards() {
        CaseReference reference = atTheDesk();
        answer(reference, SIGN_UP, DeskForms.cannotToday(false));
        signIn(LEADER);
        phone.release(reference, placement, null);
        signIn(OFFICER);
        follow(reference);

        answer(reference, CONFIRM, DeskForms.givenThere(today()));

        assertThat(placements.get(placement).livedIn()).isTrue();
        assertThat(open(reference)).contains(COMPLETE);
        answer(reference, COMPLETE, DeskForms.completed("HOSPITAL", "Example General", claim()));
        assertThat(signUps.of(placement).orElseThrow().place()).isEqualTo(SignUp.Place.HOSPITAL);
        assertThat(route(reference)).contains("message_keysAnswered", "service_signUpLater", "end_signUpCompleted");
    }

    @Test
    void keysAreAskedForByWhoeverIsNotAtTheDesk() {
        CaseReference reference = atTheDesk();
        presence.declareToday(null);

        phone.ask(reference, placement, new NewRelease(Reason.OUT_OF_HOURS, null, false));
        follow(reference);
        signIn(LEADER);
        phone.release(reference, placement, "Ring me in the morning");
        signIn(OFFICER);
        follow(reference);

        assertThat(route(reference)).contains("message_releaseAsked");
        assertThat(open(reference)).contains(CONFIRM);
    }

    @Test
    void whoDoesNotComeOrDoesNotTakeThemHasNoKeys() {
        CaseReference absent = atTheDesk();
        answer(absent, SIGN_UP, DeskForms.noKeys("DID_NOT_ATTEND"));
        assertThat(route(absent)).endsWith("end_noKeys");
        assertThat(placements.get(placement).livedIn()).isFalse();

        CaseReference refusing = atTheDesk();
        answer(refusing, SIGN_UP, DeskForms.signedUp(HARBOUR, claim()));
        answer(refusing, GIVE, DeskForms.notTaken("REFUSED"));
        assertThat(route(refusing)).endsWith("end_noKeys");
        assertThat(placements.get(placement).livedIn()).isFalse();
    }

    @Test
    void whoComesAgainAnotherDayHasTheirClaimStill() {
        CaseReference reference = atTheDesk();
        String claim = claim();
        claims.made(new ClaimsForKeys.NewClaim(reference, placement, ClaimsForKeys.Kind.NEW_CLAIM, claim,
                today().minusDays(1), today(), List.of()));

        answer(reference, SIGN_UP, DeskForms.signedUp(HARBOUR, claim));

        answer(reference, GIVE, DeskForms.given(today()));
        assertThat(placements.get(placement).livedIn()).isTrue();
    }

    @Test
    void nobodySignsUpFromADistance() {
        CaseReference reference = atTheDesk();
        presence.declareVisits();
        assertThat(send(OFFICER, reference, SIGN_UP, DeskForms.signedUp(HARBOUR, claim())))
                .anySatisfy(why -> assertThat(why).contains("out on visits"));
        presence.declareToday(HARBOUR);
        answer(reference, SIGN_UP, DeskForms.signedUp(HARBOUR, claim()));
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = atTheDesk();
        lateThenAnswered(reference, SIGN_UP, DeskForms.signedUpWithoutClaim(HARBOUR, "SYSTEM_DOWN"));
        lateThenAnsweredBy(LEADER, reference, RELEASE, DeskForms.released());
        lateThenAnswered(reference, GIVE, DeskForms.given(today()));

        CaseReference there = atTheDesk();
        answer(there, SIGN_UP, DeskForms.cannotToday(false));
        answerAs(LEADER, there, RELEASE, DeskForms.released());
        lateThenAnswered(there, CONFIRM, DeskForms.givenThere(today()));
        lateThenAnswered(there, COMPLETE, DeskForms.completed("UNIT", "Example Court", claim()));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("at-the-desk");
    }

    /** A household that has accepted a flat and comes to the desk. */
    private CaseReference atTheDesk() {
        CaseReference reference = newCase();
        placement = placements.request(reference, AccommodationFunction.INTERIM, null).id();
        long unit = unit();
        availability.hold(unit, placement, today());
        placements.choose(placement, unit);
        placements.changeStatus(placement, PlacementStatus.OFFERED, null);
        placements.changeStatus(placement, PlacementStatus.ACCEPTED, null);
        Map<String, Object> variables = new HashMap<>(Map.of("placementId", placement, "accommodationFunction",
                "INTERIM", "team", TEAM, "lane", "STANDARD"));
        transaction.executeWithoutResult(
                status -> runtime.startProcessInstanceByKey("at-the-desk", reference.value(), variables));
        return reference;
    }

    private long unit() {
        String name = "Example Court " + UUID.randomUUID().toString().substring(0, 8);
        Facilities own = new Facilities(Facilities.RunBy.PRIVATE, false, true, Facilities.Share.OWN,
                Facilities.Share.OWN, Facilities.Share.OWN);
        return register.add(new UnitDetails(name, "1 Example Street", "AA1 1AA", "E07999001",
                providers.add(name, null, null), Unit.Kind.NIGHTLY_PAID, 2, 4, false, null, null), own,
                new Rate(Rate.Per.NIGHT, 4500, 500));
    }

    private static String claim() {
        return "HB" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
