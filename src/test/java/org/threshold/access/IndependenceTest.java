package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.access.FourEyes.DECISION;
import static org.threshold.access.FourEyes.END_OF_DUTY;
import static org.threshold.access.FourEyes.NON_COOPERATION_NOTICE;
import static org.threshold.access.FourEyes.REVIEW;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of four eyes, row by row: who may be the second person for whose work. */
class IndependenceTest {

    private static final HouseRules STRICT = new HouseRules(true, true, true);
    private static final Map<String, Officer> PEOPLE = Arrays.asList(
            person("officer", Role.OFFICER, true), person("officer2", Role.OFFICER, true),
            person("senior", Role.SENIOR_OFFICER, true), person("senior2", Role.SENIOR_OFFICER, true),
            person("agencySenior", Role.SENIOR_OFFICER, false), person("leader", Role.TEAM_LEADER, true),
            person("manager", Role.SERVICE_MANAGER, true), person("analyst", Role.ANALYST, true)).stream()
            .collect(Collectors.toMap(Officer::username, Function.identity()));

    @ParameterizedTest(name = "{0}: {1} prepared it, {2} may sign: {3}")
    @CsvSource({
            "DECISION, officer, officer, false", "DECISION, officer, officer2, false",
            "DECISION, officer, senior, true", "DECISION, officer, leader, true", "DECISION, officer, analyst, false",
            "DECISION, senior, senior, false", "DECISION, senior, senior2, true", "DECISION, leader, senior, true",
            "DECISION, leader, leader, false",
            "END_OF_DUTY, officer, officer, false", "END_OF_DUTY, officer, senior, true",
            "END_OF_DUTY, senior, senior, false", "END_OF_DUTY, officer, officer2, false",
            "REFERRAL, officer, officer, false", "REFERRAL, officer, senior, true", "REFERRAL, senior, officer2, false",
            "NON_COOPERATION_NOTICE, officer, officer, false", "NON_COOPERATION_NOTICE, officer, senior, true",
            "NON_COOPERATION_NOTICE, officer, agencySenior, false", "NON_COOPERATION_NOTICE, leader, senior, false",
            "NON_COOPERATION_NOTICE, senior, senior2, true", "NON_COOPERATION_NOTICE, senior, leader, true",
            "NON_COOPERATION_NOTICE, nobody, leader, false", "NON_COOPERATION_NOTICE, nobody, manager, true"})
    void whoMaySignWhoseWork(FourEyes rule, String first, String second, boolean allowed) {
        assertThat(refusal(rule, second, STRICT, before(first), true, false).isEmpty()).isEqualTo(allowed);
    }

    /** Who made the decision: roles with commas between them, ? for somebody without an account. */
    @ParameterizedTest
    @CsvSource({
        "SENIOR_OFFICER, OFFICER, yes", "OFFICER, OFFICER, no", "TEAM_LEADER, OFFICER, yes",
        "SENIOR_OFFICER, SENIOR_OFFICER, no", "SENIOR_OFFICER, 'OFFICER,SENIOR_OFFICER', no",
        "TEAM_LEADER, 'OFFICER,SENIOR_OFFICER', yes", "TEAM_LEADER, TEAM_LEADER, no",
        "SERVICE_MANAGER, TEAM_LEADER, yes", "SERVICE_MANAGER, SERVICE_MANAGER, no",
        "ADMINISTRATOR, OFFICER, no", "DESIGNER, ?, no", "OFFICER, ?, no", "SENIOR_OFFICER, ?, no",
        "TEAM_LEADER, ?, yes", "TEAM_LEADER, '?,OFFICER', yes", "SENIOR_OFFICER, '?,OFFICER', no",
        "SERVICE_MANAGER, '?,SERVICE_MANAGER', no"})
    void theReviewerIsSeniorToEveryoneWhoDecided(Role reviewer, String makers, String may) {
        Set<String> names = Set.of(makers.split(","));
        int highest = names.stream().filter(name -> !name.equals("?")).mapToInt(name -> Role.valueOf(name).seniority())
                .max().orElse(0);
        Independence.First first = new Independence.First(names, highest, names.contains("?"), Set.of());

        assertThat(new Independence(REVIEW, STRICT).refusal(second(person("reviewer", reviewer, true), true, false),
                first).isEmpty()).isEqualTo(may.equals("yes"));
    }

    @Test
    void nobodyReviewsTheirOwnDecisionHoweverSenior() {
        assertThat(refusal(REVIEW, "manager", STRICT, before("manager"), true, false))
                .contains("You cannot decide this review, because you made the decision that is reviewed.");
    }

    @Test
    void whoeverTookPartCannotAuthoriseANonCooperationNotice() {
        assertThat(refusal(NON_COOPERATION_NOTICE, "senior", STRICT, tookPart("officer", "senior"), true, false))
                .hasValueSatisfying(why -> assertThat(why).contains("took part"));
        assertThat(refusal(NON_COOPERATION_NOTICE, "senior", STRICT, tookPart("officer", "senior2"), true, false))
                .isEmpty();
    }

    @Test
    void theHouseRulesCanBeLoosenedButNotTheLaw() {
        HouseRules loose = new HouseRules(false, false, false);
        assertThat(refusal(DECISION, "officer", loose, before("officer"), true, false)).isEmpty();
        assertThat(loose.wants(END_OF_DUTY)).isFalse();
        assertThat(loose.wants(NON_COOPERATION_NOTICE)).isTrue();
        assertThat(loose.wants(REVIEW)).isTrue();
        assertThat(refusal(NON_COOPERATION_NOTICE, "officer", loose, before("officer"), true, false)).isPresent();
        assertThat(refusal(REVIEW, "officer2", loose, before("officer"), true, false)).isPresent();
    }

    @Test
    void aRefusalIsInTheOfficersWords() {
        assertThat(refusal(DECISION, "officer", STRICT, before("officer"), true, false))
                .contains("You cannot sign your own work. Another officer must sign it.");
        HouseRules anyone = new HouseRules(true, true, false);
        assertThat(refusal(DECISION, "officer2", anyone, before("officer"), true, false))
                .contains("You cannot sign as the second officer. Your role does not allow it.");
        assertThat(new Independence(DECISION, STRICT).refusal(new Independence.Second(PEOPLE.get("officer2"), true, false,
                true), before("officer"))).contains("You cannot sign this. A senior officer must sign it.");
        assertThat(refusal(REVIEW, "officer2", STRICT, before("officer"), true, false))
                .contains("You cannot decide this review. A senior officer or higher must.");
        assertThat(refusal(REVIEW, "senior", STRICT, before("nobody"), true, false))
                .contains("You cannot decide this review. It is not known here how senior the officer was who made the"
                        + " decision, so a team leader or higher must.");
    }

    @ParameterizedTest
    @EnumSource(FourEyes.class)
    void whoKnowsThePeopleDecidesNothingAndOnARestrictedCaseOnlyWhoIsNamed(FourEyes rule) {
        assertThat(refusal(rule, "manager", STRICT, before("officer"), true, false)).isEmpty();
        assertThat(refusal(rule, "manager", STRICT, before("officer"), true, true))
                .hasValueSatisfying(why -> assertThat(why).contains("because you have said that you know these people"));
        assertThat(refusal(rule, "manager", STRICT, before("officer"), false, false))
                .hasValueSatisfying(why -> assertThat(why).contains("you are not named on it"));
    }

    private static Optional<String> refusal(FourEyes rule, String second, HouseRules house, Independence.First first,
                                            boolean named, boolean knowsThem) {
        return new Independence(rule, house).refusal(second(PEOPLE.get(second), named, knowsThem), first);
    }

    private static Independence.Second second(Officer officer, boolean named, boolean knowsThem) {
        return new Independence.Second(officer, officer.seniority() >= 2, knowsThem, named);
    }

    private static Independence.First before(String first) {
        Optional<Officer> known = Optional.ofNullable(PEOPLE.get(first));
        return new Independence.First(Set.of(first), known.map(Officer::seniority).orElse(0), known.isEmpty(), Set.of());
    }

    private static Independence.First tookPart(String... usernames) {
        return new Independence.First(Set.of(usernames[0]), PEOPLE.get(usernames[0]).seniority(), false,
                Set.of(usernames));
    }

    private static Officer person(String username, Role role, boolean worksForAuthority) {
        return new Officer(username, username, Set.of(role), Set.of("north"), worksForAuthority);
    }
}
