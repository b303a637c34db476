package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Role;
import org.threshold.audit.AuditHistory;
import org.threshold.homelessness.SecondSignature.Matter;
import org.threshold.homelessness.store.InvolvementStore;

class SecondSignatureTest {

    private static final HouseRules STRICT = new HouseRules(true, true, true);
    private static final Map<String, Officer> PEOPLE = Arrays.asList(
            person("officer", Role.OFFICER, true), person("officer2", Role.OFFICER, true),
            person("senior", Role.SENIOR_OFFICER, true), person("senior2", Role.SENIOR_OFFICER, true),
            person("agencySenior", Role.SENIOR_OFFICER, false), person("leader", Role.TEAM_LEADER, true),
            person("analyst", Role.ANALYST, true)).stream()
            .collect(Collectors.toMap(Officer::username, each -> each));

    @ParameterizedTest(name = "{0}: {1} prepared it, {2} may sign: {3}")
    @CsvSource({
            "DECISION, officer, officer, false", "DECISION, officer, officer2, false",
            "DECISION, officer, senior, true", "DECISION, officer, leader, true", "DECISION, officer, analyst, false",
            "DECISION, senior, senior, false", "DECISION, senior, senior2, true", "DECISION, leader, senior, true",
            "DECISION, leader, leader, false",
            "END_OF_DUTY, officer, officer, false", "END_OF_DUTY, officer, senior, true",
            "END_OF_DUTY, senior, senior, false", "END_OF_DUTY, officer, officer2, false",
            "NON_COOPERATION_NOTICE, officer, officer, false", "NON_COOPERATION_NOTICE, officer, senior, true",
            "NON_COOPERATION_NOTICE, officer, agencySenior, false", "NON_COOPERATION_NOTICE, leader, senior, false",
            "NON_COOPERATION_NOTICE, senior, senior2, true", "NON_COOPERATION_NOTICE, senior, leader, true",
            "NON_COOPERATION_NOTICE, nobody, leader, false"})
    void whoMaySignWhoseWork(Matter matter, String first, String second, boolean allowed) {
        assertThat(signature(second, STRICT).refusal(matter, first, Set.of()).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void whoeverTookPartCannotAuthoriseANonCooperationNotice() {
        assertThat(signature("senior", STRICT).refusal(Matter.NON_COOPERATION_NOTICE, "officer",
                Set.of("officer", "senior"))).hasValueSatisfying(why -> assertThat(why).contains("took part"));
        assertThat(signature("senior", STRICT).refusal(Matter.NON_COOPERATION_NOTICE, "officer",
                Set.of("officer", "senior2"))).isEmpty();
    }

    @Test
    void theHouseRulesCanBeLoosenedButNotTheLaw() {
        HouseRules loose = new HouseRules(false, false, false);
        assertThat(signature("officer", loose).refusal(Matter.DECISION, "officer", Set.of())).isEmpty();
        assertThat(signature("officer", loose).needed(Matter.END_OF_DUTY)).isFalse();
        assertThat(signature("officer", loose).needed(Matter.NON_COOPERATION_NOTICE)).isTrue();
        assertThat(signature("officer", loose).refusal(Matter.NON_COOPERATION_NOTICE, "officer", Set.of()))
                .isPresent();
    }

    @Test
    void aRefusalIsThrownInTheOfficersWords() {
        assertThatThrownBy(() -> signature("officer", STRICT).require(Matter.DECISION, "officer", Set.of()))
                .isInstanceOf(NotPermitted.class)
                .hasMessage("You cannot sign your own work. Another officer must sign it.");
    }

    private static SecondSignature signature(String acting, HouseRules rules) {
        CurrentOfficer current = mock(CurrentOfficer.class);
        when(current.get()).thenReturn(PEOPLE.get(acting));
        People people = mock(People.class);
        when(people.find(any())).thenAnswer(asked -> Optional.ofNullable(PEOPLE.get(asked.<String>getArgument(0))));
        Permissions permissions = mock(Permissions.class);
        when(permissions.allows(any(), eq(Permission.SIGN_AS_SECOND_OFFICER)))
                .thenAnswer(asked -> asked.<Officer>getArgument(0).seniority() >= 2);
        return new SecondSignature(current, people, permissions, rules, mock(InvolvementStore.class),
                mock(AuditHistory.class));
    }

    private static Officer person(String username, Role role, boolean worksForAuthority) {
        return new Officer(username, username, Set.of(role), Set.of("north"), worksForAuthority);
    }
}
