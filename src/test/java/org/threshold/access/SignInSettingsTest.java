package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The settings as an operator writes them, and what the provider's words become by them. */
class SignInSettingsTest {

    @Test
    void withoutAnySettingThereArePasswordsOnly() {
        SignInSettings settings = settings(Map.of());
        assertThat(settings.local()).isTrue();
        assertThat(settings.oidc().isOn()).isFalse();
        assertThat(settings.api().isOn()).isFalse();
        assertThat(settings.idle()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.longest()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void theEnvironmentNamesThemToo() {
        SignInSettings settings = settings(Map.of(
                "THRESHOLD_SIGNIN_OIDC_ISSUER", "https://login.council.example/realms/council",
                "THRESHOLD_SIGNIN_OIDC_CLIENTID", "threshold", "THRESHOLD_SIGNIN_OIDC_CLIENTSECRET", "s",
                "THRESHOLD_SIGNIN_OIDC_ROLES_SENIOROFFICER", "a, b", "THRESHOLD_SIGNIN_OIDC_TEAMS_NORTH", "/n",
                "THRESHOLD_SIGNIN_LOCAL", "false", "THRESHOLD_SIGNIN_IDLE", "20m"));
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.local()).isFalse();
        assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.oidc().clientSecret()).isEqualTo("s");
        assertThat(settings.oidc().roles().values().get(Role.SENIOR_OFFICER)).containsExactlyInAnyOrder("a", "b");
        assertThat(settings.oidc().teams()).isEqualTo(Map.of("north", Set.of("/n")));
    }

    @Test
    void whatNobodyCouldSignInByIsTold() {
        assertThat(settings(Map.of("THRESHOLD_SIGNIN_LOCAL", "false")).problems()).singleElement().asString()
                .contains("Nobody could sign in");
        assertThat(settings(Map.of("THRESHOLD_SIGNIN_OIDC_ISSUER", "http://login.council.example",
                "THRESHOLD_SIGNIN_OIDC_SCOPES", "profile")).problems())
                .anyMatch(told -> told.contains("client-id")).anyMatch(told -> told.contains("https://"))
                .anyMatch(told -> told.contains("openid")).anyMatch(told -> told.contains("oidc.roles")).hasSize(4);
        assertThat(settings(Map.of("THRESHOLD_SIGNIN_API_AUDIENCE", "x", "THRESHOLD_SIGNIN_IDLE", "10s")).problems())
                .anyMatch(told -> told.contains("api.audience")).anyMatch(told -> told.contains("5m")).hasSize(2);
    }

    @Test
    void rolesComeFromAClaimByNameOrByPathOfOneValueOrMany() {
        assertThat(said("realm_access.roles", Map.of("realm_access", Map.of("roles", List.of("officers", "x")))).roles())
                .containsExactly(Role.OFFICER);
        assertThat(said("https://council.example/roles", Map.of("https://council.example/roles", "leaders")).roles())
                .containsExactly(Role.TEAM_LEADER);
        assertThat(said("roles", Map.of("roles", List.of("officers", "leaders"))).roles())
                .containsExactlyInAnyOrder(Role.OFFICER, Role.TEAM_LEADER);
        for (Object nothing : List.of("Officers", "officers leaders", List.of(), Map.of("officers", true), 7, true)) {
            assertThat(said("roles", Map.of("roles", nothing)).roles()).as("%s", nothing).isEmpty();
        }
        assertThat(said("a.b.c", Map.of("a", "officers")).roles()).isEmpty();
    }

    @Test
    void aUsernameIsMadeOfWhatTheProviderCallsThem() {
        Map<String, String> usernames = new HashMap<>(Map.of("jane.smith@council.example", "jane.smith",
                "Jane.O'Brien@council.example", "jane.obrien", "Zoë_Müller", "zoe_muller", "12345abc@x", "abc",
                "ext partner#EXT#", "ext-partner-ext-", "a".repeat(60), "a".repeat(40)));
        usernames.forEach((claim, username) -> assertThat(said("roles", Map.of("preferred_username", claim)).username())
                .as(claim).contains(username));
        for (String none : List.of("", "7", "@council.example", "threshold", "李")) {
            assertThat(said("roles", Map.of("preferred_username", none)).username()).as(none).isEmpty();
        }
        assertThat(said("roles", Map.of()).username()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsNotKept() {
        assertThat(said("roles", Map.of("email", "a.b@council.example")).email()).isEqualTo("a.b@council.example");
        for (String none : List.of("a@b", "a b@council.example", "a@council.example\r\nBcc: x@evil.example",
                "a@council.example,x@evil.example", "<a@council.example>", "x".repeat(200) + "@council.example")) {
            assertThat(said("roles", Map.of("email", none)).email()).as(none).isNull();
        }
    }

    private static ProviderClaims said(String rolesClaim, Map<String, Object> claims) {
        SignInSettings settings = settings(Map.of("THRESHOLD_SIGNIN_OIDC_ROLESCLAIM", rolesClaim,
                "THRESHOLD_SIGNIN_OIDC_ROLES_OFFICER", "officers", "THRESHOLD_SIGNIN_OIDC_ROLES_TEAMLEADER", "leaders"));
        return new ProviderClaims(claims, settings.oidc());
    }

    private static SignInSettings settings(Map<String, Object> environment) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().forEach(source -> settings.getPropertySources().remove(source.getName()));
        settings.getPropertySources().addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        ConfigurationPropertySources.attach(settings);
        return Binder.get(settings).bindOrCreate("threshold.sign-in", SignInSettings.class);
    }
}
