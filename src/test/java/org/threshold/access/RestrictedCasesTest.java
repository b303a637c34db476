package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threshold.access.AccessAlert.Kind.EMERGENCY_ACCESS;
import static org.threshold.access.AccessAlert.Kind.MADE_MANAGER;
import static org.threshold.access.AccessAlert.Kind.WITHOUT_MANAGER;
import static org.threshold.Acting.as;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ServiceClock;
import org.threshold.message.Postman;

/** Who may see a restricted case, who says so, and what an emergency opens for how long. */
class RestrictedCasesTest extends IntegrationTest {

    private static final String WHY = "She fled last night; he knows where our offices are";

    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private EmergencyAccess emergencies;
    @Autowired
    private AccessAlerts alerts;
    @Autowired
    private Managers managers;
    @Autowired
    private ConflictsOfInterest conflicts;
    @Autowired
    private Accounts accounts;
    @Autowired
    private CurrentOfficer current;
    @Autowired
    private CaseAccess access;
    @Autowired
    private CaseRegister register;
    @Autowired
    private CaseDetails details;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private Postman postman;
    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void signOut() {
        clock.reset();
        SecurityContextHolder.clearContext();
    }

    @Test
    void aRestrictedCaseExistsOnlyForThePeopleNamed() {
        CaseReference reference = open();

        as("officer", () -> restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, WHY, "leader",
                List.of("officer")));

        for (String named : List.of("officer", "leader")) {
            assertThat(as(named, () -> details.of(reference).reference())).isEqualTo(reference);
            assertThat(as(named, restricted::mine)).extracting(Restriction::caseReference).contains(reference.value());
        }
        for (String other : List.of("officer2", "senior", "leader2", "manager", "admin", "dpo")) {
            assertThat(as(other, () -> access.sees(reference))).as(other).isFalse();
            assertThatThrownBy(() -> as(other, () -> details.of(reference))).as(other).isInstanceOf(NoSuchCase.class)
                    .hasMessage(neverWas(reference).getMessage().replace("TH-999999-" + letter(), reference.value()));
        }
        Restriction now = as("officer", () -> restricted.of(reference)).orElseThrow();
        assertThat(now.managedBy("leader")).isTrue();
        assertThat(now.people()).extracting(Restriction.Named::username).containsExactly("officer", "leader");
        assertThat(now.reason()).isEqualTo(WHY);
        assertThat(as("leader", alerts::mine)).filteredOn(alert -> alert.caseReference().equals(reference.value()))
                .singleElement().satisfies(alert -> assertThat(alert.kind()).isEqualTo(MADE_MANAGER));
        assertThat(audited(reference)).endsWith("case.restricted officer");
    }

    private static String letter() {
        String value = CaseReferences.ofNumber(999_999).value();
        return value.substring(value.length() - 1);
    }

    private NoSuchCase neverWas(CaseReference like) {
        CaseReference never = CaseReferences.ofNumber(999_999);
        try {
            as("officer2", () -> details.of(never));
        } catch (NoSuchCase none) {
            return none;
        }
        throw new AssertionError("There is a case " + never + " beside " + like);
    }

    @Test
    void aRestrictionNeedsAKindAReasonAManagerAndPeopleWhoSeeCases() {
        CaseReference reference = open();

        assertInvalid("kind", () -> restricted.restrict(reference, null, WHY, "leader", List.of()));
        assertInvalid("reason", () -> restricted.restrict(reference, RestrictionKind.OTHER, " ", "leader", List.of()));
        assertInvalid("reason", () -> restricted.restrict(reference, RestrictionKind.OTHER, "x".repeat(501), "leader",
                List.of()));
        assertInvalid("manager", () -> restricted.restrict(reference, RestrictionKind.OTHER, WHY, "", List.of()));
        assertInvalid("manager", () -> restricted.restrict(reference, RestrictionKind.OTHER, WHY, "senior", List.of()));
        assertInvalid("people", () -> restricted.restrict(reference, RestrictionKind.OTHER, WHY, "leader",
                List.of("designer")));
        assertInvalid("people", () -> restricted.restrict(reference, RestrictionKind.OTHER, WHY, "leader",
                List.of("nobody")));
        assertThat(as("officer", () -> restricted.of(reference))).isEmpty();

        restrict(reference, "leader", "officer");
        assertInvalid("kind", () -> restricted.restrict(reference, RestrictionKind.OTHER, WHY, "leader",
                List.of("officer")));
        assertThatThrownBy(() -> as("officer2", () -> restricted.restrict(open(), RestrictionKind.OTHER, WHY,
                "leader", List.of()))).isInstanceOf(NotPermitted.class);
    }

    @Test
    void onlyItsManagerSaysWhoIsNamed() {
        CaseReference reference = restrict(open(), "leader", "officer", "manager");

        assertThatThrownBy(() -> as("manager", () -> restricted.name(reference, List.of("senior"))))
                .isInstanceOf(NotPermitted.class).hasMessageContaining("left to its manager");
        assertThatThrownBy(() -> as("officer", () -> restricted.name(reference, List.of("senior"))))
                .isInstanceOf(NotPermitted.class);
        as("leader", () -> restricted.name(reference, List.of("senior", "officer2")));
        assertThat(as("officer2", () -> access.sees(reference))).isTrue();

        as("leader", () -> restricted.unname(reference, "officer2"));
        assertThat(as("officer2", () -> access.sees(reference))).isFalse();
        assertThatThrownBy(() -> as("leader", () -> restricted.unname(reference, "leader")))
                .isInstanceOf(InvalidRestriction.class).hasMessageContaining("Choose another manager first");

        as("leader", () -> restricted.changeManager(reference, "manager"));
        assertThatThrownBy(() -> as("leader", () -> restricted.lift(reference, "Over")))
                .isInstanceOf(NotPermitted.class);
        as("manager", () -> restricted.unname(reference, "leader"));
        assertThat(as("leader", () -> access.sees(reference))).isFalse();
        assertInvalid("reason", "manager", () -> restricted.lift(reference, ""));
        as("manager", () -> restricted.lift(reference, "He is in prison; she asked for it"));
        assertThat(as("officer2", () -> access.sees(reference))).isTrue();
        assertThat(as("manager", () -> restricted.of(reference))).isEmpty();
        assertThat(audited(reference)).endsWith("case.restricted officer", "case.named leader", "case.named leader",
                "case.unnamed leader", "case.managerChanged leader", "case.unnamed manager",
                "case.restrictionLifted manager");
    }

    @Test
    void anEmergencyOpensTheCaseForFourHoursAndItsManagerIsToldAtOnce() {
        CaseReference reference = restrict(open(), "leader2", "officer");

        as("senior", () -> emergencies.open(reference.value(), "Police ring: is she safe tonight?"));

        assertThat(as("senior", () -> details.of(reference).reference())).isEqualTo(reference);
        assertThat(as("leader2", alerts::mine)).filteredOn(alert -> alert.kind() == EMERGENCY_ACCESS)
                .filteredOn(alert -> alert.caseReference().equals(reference.value())).singleElement()
                .satisfies(alert -> {
                    assertThat(alert.about()).isEqualTo("senior");
                    assertThat(alert.detail()).isEqualTo("Police ring: is she safe tonight?");
                });
        assertThat(as("senior", alerts::mine)).extracting(AccessAlert::caseReference)
                .doesNotContain(reference.value());
        assertThat(as("leader2", () -> restricted.of(reference)).orElseThrow().emergencyOf("senior")).isPresent();
        assertThatThrownBy(() -> as("senior", () -> restricted.name(reference, List.of("senior2"))))
                .isInstanceOf(NotPermitted.class);

        clock.setOffset(Duration.ofHours(4).minusMinutes(1));
        assertThat(as("senior", () -> access.sees(reference))).isTrue();
        clock.setOffset(Duration.ofHours(4).plusMinutes(1));
        assertThat(as("senior", () -> access.sees(reference))).isFalse();
        current.asService(() -> {
            emergencies.closeRunOut();
            emergencies.closeRunOut();
            return null;
        });
        assertThat(audited(reference)).endsWith("case.openedInEmergency senior", "case.emergencyEnded threshold");
    }

    @Test
    void theManagerOrWhoeverHasItEndsAnEmergencyEarly() {
        CaseReference reference = restrict(open(), "leader", "officer");
        as("senior", () -> emergencies.open(reference.value(), "Court asks today"));
        as("senior2", () -> emergencies.open(reference.value(), "Court asks today"));

        assertThatThrownBy(() -> as("officer", () -> emergencies.end(reference, "senior")))
                .isInstanceOf(NotPermitted.class);
        as("leader", () -> emergencies.end(reference, "senior"));
        as("senior2", () -> emergencies.end(reference, "senior2"));

        for (String ended : List.of("senior", "senior2")) {
            assertThat(as(ended, () -> access.sees(reference))).isFalse();
        }
        as("senior", () -> emergencies.open(reference.value(), "Court asks again"));
        assertThat(as("leader", alerts::mine)).filteredOn(alert -> alert.caseReference().equals(reference.value())
                && alert.kind() == EMERGENCY_ACCESS).hasSize(3);
    }

    /** A case that is not restricted and one that never was get one sentence; a few tries, then a wait. */
    @Test
    void aReferenceThatOpensNothingTeachesNothing() {
        String guesser = newPerson(Role.SENIOR_OFFICER);
        String ordinary = open().value();
        String never = CaseReferences.ofNumber(999_998).value();
        CaseReference hidden = restrict(open(), "leader", "officer");

        String first = refusal(guesser, ordinary);
        assertThat(refusal(guesser, never)).isEqualTo(first);
        assertThatThrownBy(() -> as(guesser, () -> emergencies.open(hidden.value(), " ")))
                .isInstanceOf(InvalidRestriction.class).hasMessageContaining("why");
        for (int i = 2; i < EmergencyAccess.TRIES; i++) {
            assertThat(refusal(guesser, never)).isEqualTo(first);
        }
        assertThat(refusal(guesser, never)).startsWith("There were too many references").isEqualTo(
                refusal(guesser, hidden.value()));
        assertThat(as(guesser, () -> access.sees(hidden))).isFalse();
        assertThat(jdbc.sql("select count(*) from audit_entry where who = ? and action like 'emergency.%'")
                .param(guesser).query(Integer.class).single()).isEqualTo(7);

        clock.setOffset(Duration.ofMinutes(61));
        as(guesser, () -> emergencies.open(hidden.value(), "Now with the right one"));
        assertThat(as(guesser, () -> access.sees(hidden))).isTrue();
        assertThatThrownBy(() -> as("officer2", () -> emergencies.open(hidden.value(), WHY)))
                .isInstanceOf(NotPermitted.class);
    }

    private String refusal(String who, String reference) {
        try {
            as(who, () -> emergencies.open(reference, "A guess"));
        } catch (InvalidRestriction refused) {
            assertThat(refused.field()).isEqualTo("reference");
            return refused.getMessage();
        }
        throw new AssertionError(reference + " opened");
    }

    /** A leaver's cases do not wait for a leaver: service managers are told, and one of them takes charge. */
    @Test
    void aCaseWhoseManagerLeftIsTakenChargeOf() {
        String leaver = newPerson(Role.TEAM_LEADER);
        CaseReference reference = restrict(open(), leaver, "officer");
        assertThatThrownBy(() -> as("leader2", () -> restricted.takeCharge(reference))).isInstanceOf(NoSuchCase.class);
        as("admin", () -> accounts.disable(leaver));

        current.asService(() -> {
            managers.tellOfCasesWithoutManager();
            managers.tellOfCasesWithoutManager();
            return null;
        });

        assertThat(as("manager", alerts::mine)).filteredOn(alert -> alert.caseReference().equals(reference.value()))
                .singleElement().satisfies(alert -> assertThat(alert.kind()).isEqualTo(WITHOUT_MANAGER));
        as("manager", () -> emergencies.open(reference.value(), "Nobody manages it"));
        as("manager", () -> restricted.takeCharge(reference));
        Restriction now = as("manager", () -> restricted.of(reference)).orElseThrow();
        assertThat(now.managedBy("manager")).isTrue();
        assertThat(now.names("manager")).isTrue();
        as("manager", () -> restricted.name(reference, List.of("leader")));
        assertThatThrownBy(() -> as("leader", () -> restricted.takeCharge(reference)))
                .isInstanceOf(NotPermitted.class).hasMessageContaining("Maya Demo manages it");
    }

    /** A manager who turns out to know the people decides nothing any more; the case must not be stuck with them. */
    @Test
    void aCaseWhoseManagerKnowsThePeopleIsTakenChargeOfBySomebodyWhoDoesNot() {
        CaseReference reference = restrict(open(), "leader", "officer");
        as("leader", () -> conflicts.declare(reference, Conflict.Kind.FAMILY, null));
        assertThatThrownBy(() -> as("leader", () -> restricted.name(reference, List.of("officer2"))))
                .isInstanceOf(NotPermitted.class);

        as("leader2", () -> emergencies.open(reference.value(), "Its manager knows them"));
        assertThat(as("manager", alerts::mine)).filteredOn(alert -> alert.caseReference().equals(reference.value()))
                .extracting(AccessAlert::kind).containsExactly(EMERGENCY_ACCESS);
        as("leader2", () -> conflicts.declare(reference, Conflict.Kind.FRIEND, null));
        assertThatThrownBy(() -> as("leader2", () -> restricted.takeCharge(reference)))
                .isInstanceOf(InvalidRestriction.class).hasMessageContaining("know these people");

        as("manager", () -> emergencies.open(reference.value(), "Its manager knows them"));
        as("manager", () -> restricted.takeCharge(reference));
        assertThat(as("manager", () -> restricted.of(reference)).orElseThrow().managedBy("manager")).isTrue();
        assertThatThrownBy(() -> as("manager", () -> restricted.changeManager(reference, "leader")))
                .isInstanceOf(InvalidRestriction.class).hasMessageContaining("Select somebody else");
    }

    @Test
    void nobodyWhoKnowsThePeopleIsMadeManager() {
        CaseReference reference = open();
        as("leader", () -> conflicts.declare(reference, Conflict.Kind.FAMILY, null));

        assertThatThrownBy(() -> restrict(reference, "leader", "officer")).isInstanceOf(InvalidRestriction.class);
        assertThat(managers.ofTeam("north").orElseThrow().username()).isEqualTo("leader");
        assertThat(managers.ofTeam("north", reference).orElseThrow().username()).isNotEqualTo("leader");
    }

    @Test
    void whatTheOldManagerHadNotSeenGoesToTheNewOne() {
        CaseReference reference = restrict(open(), "leader", "officer");
        as("senior2", () -> emergencies.open(reference.value(), "Refuge rings"));
        String other = CaseReferences.ofNumber(999_997).value();
        restricted.appearsElsewhere(reference.value(), other, "Same name and date of birth");
        restricted.appearsElsewhere(reference.value(), other, "Same name and date of birth");

        as("leader", () -> restricted.changeManager(reference, "leader2"));

        assertThat(as("leader2", alerts::mine)).filteredOn(alert -> alert.caseReference().equals(reference.value()))
                .extracting(AccessAlert::kind).containsExactlyInAnyOrder(MADE_MANAGER, EMERGENCY_ACCESS,
                        AccessAlert.Kind.APPEARS_ELSEWHERE);
        int before = as("leader2", alerts::unseen);
        as("leader2", () -> alerts.mine().stream().filter(alert -> alert.caseReference().equals(reference.value()))
                .forEach(alert -> alerts.seen(alert.id())));
        assertThat(as("leader2", alerts::unseen)).isEqualTo(before - 3);
    }

    @Test
    void theManagerGetsAnEmailThatSaysNeitherWhichCaseNorWhom() throws Exception {
        String mailed = newPerson(Role.TEAM_LEADER);
        String address = mailed + "@council.example";
        as("admin", () -> accounts.change(new AccountDetails(mailed, "Rowan Made-Up", Set.of(Role.TEAM_LEADER),
                Set.of("north"), true, address)));
        CaseReference reference = restrict(open(), mailed, "officer");
        as("senior", () -> emergencies.open(reference.value(), "The school rings about Rhiannon"));

        postman.deliverDue();

        assertThat(MAIL.getReceivedMessagesForDomain(address)).hasSize(2);
        for (var mail : MAIL.getReceivedMessagesForDomain(address)) {
            String text = mail.getSubject() + "\n" + mail.getContent();
            assertThat(text).contains("alert").doesNotContain(reference.value(), "Rhiannon", "Hidden", "school",
                    "Sandra");
        }
        assertThat(MAIL.getReceivedMessagesForDomain(address)[1].getContent().toString())
                .contains("Opened in an emergency");
    }

    private CaseReference open() {
        return as("officer", () -> register.open(NewCase.atTheDesk("north",
                Person.applicant("Rhiannon", family(), LocalDate.of(1988, 4, 2)), "Asked to leave")));
    }

    /** Of its own, so that nobody appears in two of these cases. */
    private static String family() {
        return "Hidden" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private CaseReference restrict(CaseReference reference, String manager, String... named) {
        as("officer", () -> restricted.restrict(reference, RestrictionKind.OTHER, WHY, manager, List.of(named)));
        return reference;
    }

    private String newPerson(Role role) {
        String username = "r" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        as("admin", () -> accounts.add(new AccountDetails(username, "Rowan Made-Up", Set.of(role), Set.of("north"),
                true)));
        return username;
    }

    private void assertInvalid(String field, Runnable call) {
        assertInvalid(field, "officer", call);
    }

    private void assertInvalid(String field, String who, Runnable call) {
        assertThatThrownBy(() -> as(who, call)).isInstanceOf(InvalidRestriction.class)
                .satisfies(thrown -> assertThat(((InvalidRestriction) thrown).field()).isEqualTo(field));
    }

    private List<String> audited(CaseReference reference) {
        return jdbc.sql("select action || ' ' || who from audit_entry where chain = ? order by sequence")
                .param(reference.value()).query(String.class).list();
    }
}
