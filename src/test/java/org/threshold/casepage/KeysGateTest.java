package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.Acting;
import org.threshold.access.ConflictsOfInterest;
import org.threshold.access.Conflict;
import org.threshold.access.DutyManagers;
import org.threshold.access.EmergencyAccess;
import org.threshold.access.NoSuchCase;
import org.threshold.access.NotPermitted;
import org.threshold.access.Presence;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Availability;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Keys;
import org.threshold.accommodation.KeysFromAPhone;
import org.threshold.accommodation.KeysRelease.Reason;
import org.threshold.accommodation.KeysReleases;
import org.threshold.accommodation.KeysReleases.NewRelease;
import org.threshold.accommodation.NewSignUp;
import org.threshold.accommodation.NotPossible;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.SignUp.Place;
import org.threshold.accommodation.SignUps;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.worklist.CaseProcesses;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** The gate before the keys, tried from both sides: in the services, and by whatever a browser could send. */
class KeysGateTest extends CasePageTest {

    private static final String NORTH = "North Office";
    private static final NewRelease DOWN = new NewRelease(Reason.SYSTEM_DOWN, null, true);

    @Autowired
    private Placements placements;
    @Autowired
    private Availability availability;
    @Autowired
    private UnitRegister register;
    @Autowired
    private Providers providers;
    @Autowired
    private Keys keys;
    @Autowired
    private KeysReleases releases;
    @Autowired
    private KeysFromAPhone phone;
    @Autowired
    private ClaimsForKeys claims;
    @Autowired
    private SignUps signUps;
    @Autowired
    private DutyManagers duty;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private EmergencyAccess emergency;
    @Autowired
    private ConflictsOfInterest conflicts;
    @Autowired
    private Presence presence;
    @Autowired
    private CaseProcesses processes;
    @Autowired
    private Worklist worklist;
    @Autowired
    private JdbcClient jdbc;

    private final List<Long> duties = new ArrayList<>();
    private long placement;

    @BeforeEach
    void atTheDesk() {
        presence.declareToday(NORTH);
        placement = placements.request(reference, AccommodationFunction.INTERIM, null).id();
        long unit = Acting.as("senior", this::unit);
        availability.hold(unit, placement, today());
        placements.choose(placement, unit);
        placements.changeStatus(placement, PlacementStatus.OFFERED, null);
        placements.changeStatus(placement, PlacementStatus.ACCEPTED, null);
        processes.startBeside(reference, "at-the-desk", new HashMap<>(Map.of("placementId", placement,
                "accommodationFunction", "INTERIM", "team", "north", "lane", "STANDARD")));
    }

    @AfterEach
    void nobodyIsOnDuty() {
        Acting.as("leader", () -> duties.forEach(duty::end));
        presence.declareToday(null);
    }

    @Test
    void withoutClaimAndReleaseThereAreNoKeys() {
        assertThat(keys.refusal(placement)).contains("no claim for Housing Benefit");
        assertThatThrownBy(() -> keys.give(placement, today(), null)).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("no claim for Housing Benefit");
        for (String boss : List.of("leader", "manager")) {
            assertThatThrownBy(() -> Acting.as(boss, () -> keys.give(placement, today(), null)))
                    .as("not for a " + boss + " either").hasMessageContaining("no claim for Housing Benefit");
        }
        phone.ask(reference, placement, DOWN);
        assertThat(keys.refusal(placement)).as("asked is not answered").contains("waits for an answer");
        assertThatThrownBy(() -> keys.give(placement, today(), null)).isInstanceOf(NotPermitted.class);
        assertThat(placements.get(placement).livedIn()).isFalse();
    }

    @Test
    void aClaimOpensTheGate() {
        claims.made(new ClaimsForKeys.NewClaim(reference, placement, ClaimsForKeys.Kind.NEW_CLAIM, claim(), today(),
                today(), List.of()));
        assertThat(keys.refusal(placement)).isNull();
        keys.give(placement, today(), null);
        assertThat(placements.get(placement).livedIn()).isTrue();
    }

    @Test
    void noButtonAndNoRequestGivesKeysWithoutEither() {
        String at = "/cases/" + reference + "/placements/" + placement + "/keys";
        assertThat(desk.get(at).text()).contains("no claim for Housing Benefit");
        assertThat(desk.post(at + "/ask", "reason", "SYSTEM_DOWN", "giver", "OFFICER").status()).isEqualTo(302);
        OpenStep waits = step("task_releaseKeys");

        assertThat(desk.post(at + "/release").status()).as("an officer").isEqualTo(403);
        assertThat(desk.post("/steps/" + waits.stepId(), "keysReleased", "yes").status()).as("the step, as an officer")
                .isNotEqualTo(302);
        Desk senior = Desk.signedIn(port, "senior");
        senior.get(at);
        assertThat(senior.post(at + "/release").status()).as("a senior who is not on duty").isEqualTo(403);
        assertThat(Desk.signedOut(port).post(at + "/release").status()).as("nobody").isIn(302, 403);
        assertThat(releases.released(placement)).isEmpty();
        assertThat(openSteps()).containsExactly("task_releaseKeys");

        Desk leader = Desk.signedIn(port, "leader");
        assertThat(leader.get("/keys").text()).contains(reference.value());
        assertThat(leader.get(at).text()).contains("Release the keys");
        assertThat(leader.post(at + "/release").status()).isEqualTo(302);
        assertThat(openSteps()).containsExactly("task_giveKeys");

        LocalDate night = today();
        assertThat(desk.post("/steps/" + step("task_giveKeys").stepId(), "keysOutcome", "KEYS_GIVEN", "firstNight.day",
                "" + night.getDayOfMonth(), "firstNight.month", "" + night.getMonthValue(), "firstNight.year",
                "" + night.getYear()).status()).isEqualTo(302);
        assertThat(placements.get(placement).livedIn()).isTrue();
        assertThat(openSteps()).contains("task_completeSignUp");
        assertThat(leader.get("/keys/releases").text()).contains(reference.value(), "The benefit system is down");
    }

    @Test
    void keysOfOneCaseAreNotReachedThroughAnother() {
        phone.ask(reference, placement, DOWN);
        String other = "/cases/" + approaches.take(new org.threshold.homelessness.NewApproach(household()))
                + "/placements/" + placement + "/keys";
        Desk leader = Desk.signedIn(port, "leader");
        leader.get("/keys");
        assertThat(leader.get(other).status()).isEqualTo(404);
        assertThat(leader.post(other + "/release").status()).isEqualTo(404);
        assertThat(releases.released(placement)).isEmpty();
    }

    @Test
    void whoeverAsksOrSignsUpNeverReleases() {
        Acting.as("leader", () -> {
            phone.ask(reference, placement, DOWN);
            assertThat(releases.refusal(reference, placement).orElseThrow()).contains("you have asked for");
            assertThatThrownBy(() -> phone.release(reference, placement, null)).isInstanceOf(NotPermitted.class);
        });
        assertThatThrownBy(() -> Acting.as("leader", () -> phone.sendBack(reference, placement, "No")))
                .isInstanceOf(NotPermitted.class);
        Acting.as("manager", () -> phone.release(reference, placement, null));
        assertThat(keys.refusal(placement)).isNull();
        assertThatThrownBy(() -> Acting.as("leader2", () -> phone.release(reference, placement, null)))
                .as("answered once").isInstanceOf(NotPossible.class);
    }

    @Test
    void theLeaderWhoSignedThemUpDoesNotReleaseWhatAnotherAsked() {
        Acting.as("leader", () -> {
            presence.declareToday(NORTH);
            signUps.sign(reference, placement, new NewSignUp(Place.OFFICE, NORTH, List.of(), List.of(), null, List.of(),
                    null, null));
            presence.declareToday(null);
        });
        phone.ask(reference, placement, DOWN);
        assertThatThrownBy(() -> Acting.as("leader", () -> phone.release(reference, placement, null)))
                .isInstanceOf(NotPermitted.class);
        Acting.as("leader2", () -> phone.release(reference, placement, null));
    }

    @Test
    void whoKnowsThemDoesNotRelease() {
        Acting.as("leader", () -> conflicts.declare(reference, Conflict.Kind.FRIEND, null));
        phone.ask(reference, placement, DOWN);
        assertThatThrownBy(() -> Acting.as("leader", () -> phone.release(reference, placement, null)))
                .isInstanceOf(NotPermitted.class);
        assertThat(releases.whoCould(reference, placement)).contains("Leon").doesNotContain("Lena");
    }

    @Test
    void aSeniorOfAnotherTeamReleasesWhileOnDutyAndNotBeforeOrAfter() {
        Instant now = clock.instant();
        phone.ask(reference, placement, DOWN);
        named("senior2", now.plusSeconds(3600), now.plusSeconds(7200));
        assertThatThrownBy(() -> Acting.as("senior2", () -> phone.release(reference, placement, null)))
                .as("before").isInstanceOf(NotPermitted.class).hasMessageContaining("duty manager");
        Acting.as("leader", () -> duty.end(duties.remove(0)));
        named("senior2", now.minusSeconds(60), now.plusSeconds(3600));
        assertThat(releases.whoCould(reference, placement)).contains("Samuel");
        Acting.as("senior2", () -> phone.release(reference, placement, null));
        assertThat(openSteps()).containsExactly("task_giveKeys");
    }

    @Test
    void anOfficerIsNeverDutyManagerAndNobodyNamesThemselvesWithoutLeading() {
        Instant now = clock.instant();
        assertThatThrownBy(() -> named("officer2", now, now.plusSeconds(60)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Acting.as("senior", () -> duty.name("senior", now, now.plusSeconds(60))))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void aReleaseIsForOneUnitAndForNoOther() {
        phone.ask(reference, placement, DOWN);
        Acting.as("leader", () -> phone.release(reference, placement, null));
        assertThat(keys.refusal(placement)).isNull();
        long other = Acting.as("senior", this::unit);
        placements.changeStatus(placement, PlacementStatus.SEARCHING, null);
        availability.hold(other, placement, today());
        placements.choose(placement, other);
        placements.changeStatus(placement, PlacementStatus.OFFERED, null);
        placements.changeStatus(placement, PlacementStatus.ACCEPTED, null);

        assertThat(releases.released(placement)).isEmpty();
        assertThatThrownBy(() -> keys.give(placement, today(), null)).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("nobody has released them");
        phone.ask(reference, placement, DOWN);
        Acting.as("leader", () -> phone.release(reference, placement, null));
        keys.give(placement, today(), null);
    }

    @Test
    void theLastAnswerCounts() {
        phone.ask(reference, placement, DOWN);
        Acting.as("leader", () -> phone.release(reference, placement, null));
        phone.ask(reference, placement, DOWN);
        Acting.as("leader2", () -> phone.sendBack(reference, placement, "The system is up again"));
        assertThat(keys.refusal(placement)).contains("no claim for Housing Benefit");
    }

    @Test
    void noKeysAreAskedForBeforeAUnitIsChosen() {
        long early = placements.request(approaches.take(new org.threshold.homelessness.NewApproach(household())),
                AccommodationFunction.INTERIM, null).id();
        assertThatThrownBy(() -> phone.ask(placements.get(early).caseReference(), early, DOWN))
                .isInstanceOf(NotPossible.class).hasMessageContaining("No accommodation has been chosen");
    }

    @Test
    void whoReleasedTheKeysIsNotTheOneWhoSignsUp() {
        phone.ask(reference, placement, DOWN);
        Acting.as("leader", () -> phone.release(reference, placement, null));
        NewSignUp signUp = new NewSignUp(Place.OFFICE, NORTH, List.of(), List.of(), null, List.of(), null, null);
        Acting.as("leader", () -> {
            presence.declareToday(NORTH);
            assertThatThrownBy(() -> signUps.sign(reference, placement, signUp)).isInstanceOf(NotPermitted.class)
                    .hasMessageContaining("You released the keys");
            presence.declareToday(null);
        });
        signUps.sign(reference, placement, signUp);
    }

    @Test
    void aClaimThatWasWithdrawnOrRefusedOpensNothing() {
        for (String end : List.of("WITHDRAWN", "REFUSED")) {
            String number = claim();
            ClaimsForKeys.NewClaim made = new ClaimsForKeys.NewClaim(reference, placement,
                    ClaimsForKeys.Kind.NEW_CLAIM, number, today(), today(), List.of());
            claims.made(made);
            jdbc.sql("update benefit_claim set status = :end, decided_on = case when :end = 'REFUSED' then made_on end"
                    + " where reference = :number").param("end", end).param("number", number).update();
            assertThat(keys.refusal(placement)).as(end).contains("no claim for Housing Benefit");
            assertThat(claims.wrongWith(number, ClaimsForKeys.Kind.NEW_CLAIM, reference).orElseThrow())
                    .contains("Make a new claim");
            assertThatThrownBy(() -> claims.made(made)).hasMessageContaining("Make a new claim");
        }
    }

    @Test
    void nobodyBelowTheServiceManagersNamesThemselves() {
        Instant now = clock.instant();
        assertThatThrownBy(() -> named("leader", now, now.plusSeconds(60))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot name yourself");
        Acting.as("manager", () -> {
            duties.add(duty.name("manager", now, now.plusSeconds(60)).id());
        });
    }

    @Test
    void theCountsOfReleasesCountNoHiddenHousehold() {
        phone.ask(reference, placement, DOWN);
        Acting.as("manager", () -> phone.release(reference, placement, null));
        long before = Acting.as("leader2", () -> releases.counts(today(), today()).get(Reason.SYSTEM_DOWN));
        Acting.as("leader", () -> restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, "She fled", "leader",
                List.of("officer")));
        assertThat(Acting.as("leader2", () -> releases.counts(today(), today()).get(Reason.SYSTEM_DOWN)))
                .isEqualTo(before - 1);
        assertThat(Acting.as("leader", () -> releases.counts(today(), today()).get(Reason.SYSTEM_DOWN)))
                .isEqualTo(before);
    }

    @Test
    void aRestrictedHouseholdIsNotLeftInTheStreetAtNight() {
        Instant now = clock.instant();
        phone.ask(reference, placement, DOWN);
        Acting.as("leader", () -> restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, "She fled", "leader",
                List.of("officer")));
        named("senior2", now.minusSeconds(60), now.plusSeconds(3600));
        assertThatThrownBy(() -> Acting.as("senior2", () -> phone.release(reference, placement, null)))
                .as("hidden").isInstanceOf(NoSuchCase.class);
        Acting.as("senior2", () -> assertThat(releases.waiting()).noneMatch(it -> it.placementId() == placement));
        Acting.as("senior2", () -> emergency.open(reference.value(), "Rung by the officer at the refuge"));
        Acting.as("senior2", () -> phone.release(reference, placement, null));
        assertThat(keys.refusal(placement)).isNull();
    }

    @Test
    void theTablesRefuseWhatNoServiceWouldWrite() {
        assertThatThrownBy(() -> jdbc.sql("insert into keys_given (placement_id, case_reference, recorded_by, recorded_at)"
                + " values (?, ?, 'officer', now())").params(placement, reference.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("insert into keys_release (placement_id, case_reference, reason, officer_gives,"
                + " state, asked_by, asked_at, answered_by, answered_at) values (?, ?, 'OUT_OF_HOURS', true, 'RELEASED',"
                + " 'leader', now(), 'leader', now())").params(placement, reference.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nobodySignsUpFromADistanceByAnyRequest() {
        presence.declareToday(null);
        NewSignUp signUp = new NewSignUp(Place.OFFICE, NORTH, List.of(), List.of(), null, List.of(), null, null);
        assertThatThrownBy(() -> signUps.sign(reference, placement, signUp)).isInstanceOf(NotPermitted.class);
        assertThat(desk.post("/steps/" + step("task_signUpAtDesk").stepId(), "deskAnswer", "SIGNED_UP").status())
                .isNotEqualTo(302);
        presence.declareToday("South Office");
        assertThatThrownBy(() -> signUps.sign(reference, placement, signUp)).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("South Office");
        presence.declareVisits();
        assertThatThrownBy(() -> signUps.sign(reference, placement, signUp)).isInstanceOf(NotPermitted.class);
        signUps.sign(reference, placement, new NewSignUp(Place.HOSPITAL, "Example General", List.of(), List.of(), null,
                List.of(), null, null));
        assertThat(signUps.of(placement)).isPresent();
    }

    private void named(String username, Instant from, Instant until) {
        Acting.as("leader", () -> {
            duties.add(duty.name(username, from, until).id());
        });
    }

    private OpenStep step(String element) {
        return worklist.openStepsOf(reference).stream().filter(each -> each.elementId().equals(element)).findFirst()
                .orElseThrow(() -> new AssertionError(element + " is not open: " + openSteps()));
    }

    /** Those of the desk alone. */
    private List<String> openSteps() {
        return worklist.openStepsOf(reference).stream().filter(each -> each.processKey().equals("at-the-desk"))
                .map(OpenStep::elementId).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
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
        return "HB" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
