package org.threshold.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people and programs get in, as the operator sets it.
 *
 * @param local   whether accounts with a password of Threshold's own may sign in, on the page and with HTTP Basic
 * @param idle    a session ends when nothing was done for so long
 * @param longest a session ends so long after its beginning, whatever is done
 * @param oidc    the council's own provider; without an issuer there is none
 * @param api     bearer tokens of that provider on {@code /api/**}; without an audience none is taken
 */
@ConfigurationProperties("threshold.sign-in")
public record SignInSettings(@DefaultValue("true") boolean local, @DefaultValue("60m") Duration idle,
                             @DefaultValue("12h") Duration longest, @DefaultValue Oidc oidc, @DefaultValue Api api) {

    /**
     * @param issuer        the provider's address, exactly as it names itself; what else is needed is read there
     * @param clientId      what the provider calls Threshold
     * @param clientSecret  empty for a public client, which has PKCE only
     * @param name          what people call that account; completes 'Sign in with …'
     * @param scopes        asked for; {@code openid} must be among them
     * @param usernameClaim its part before the @ becomes the username of a new account
     * @param rolesClaim    where the ID token says what somebody does: a claim, or a path such as
     *                      {@code realm_access.roles}
     * @param roles         values of that claim for each role
     * @param teamsClaim    the same for teams
     * @param teams         values of that claim for each team's short name; none: teams are kept on the page
     * @param authority     values of {@code rolesClaim} that only the authority's own staff have; none: kept on the page
     */
    public record Oidc(@DefaultValue("") String issuer, @DefaultValue("") String clientId,
                       @DefaultValue("") String clientSecret, @DefaultValue("your council account") String name,
                       @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
                       @DefaultValue("preferred_username") String usernameClaim,
                       @DefaultValue("name") String nameClaim, @DefaultValue("email") String emailClaim,
                       @DefaultValue("roles") String rolesClaim, @DefaultValue Roles roles,
                       @DefaultValue("groups") String teamsClaim, Map<String, Set<String>> teams,
                       Set<String> authority) {

        public Oidc {
            issuer = issuer.strip();
            clientId = clientId.strip();
            clientSecret = clientSecret.strip();
            teams = teams == null ? Map.of() : Map.copyOf(teams);
            authority = authority == null ? Set.of() : Set.copyOf(authority);
        }

        public boolean isOn() {
            return !issuer.isEmpty();
        }

        /** Whether the provider says who is in which team. */
        public boolean mapsTeams() {
            return !teams.isEmpty();
        }

        /** Whether the provider says who is the authority's own staff. */
        public boolean mapsAuthority() {
            return !authority.isEmpty();
        }
    }

    /** The values at the provider that give each role. A value that stands nowhere gives nothing. */
    public record Roles(Set<String> officer, Set<String> seniorOfficer, Set<String> teamLeader,
                        Set<String> serviceManager, Set<String> designer, Set<String> analyst,
                        Set<String> administrator, Set<String> dataProtection) {

        public Map<Role, Set<String>> values() {
            return Map.of(Role.OFFICER, some(officer), Role.SENIOR_OFFICER, some(seniorOfficer),
                    Role.TEAM_LEADER, some(teamLeader), Role.SERVICE_MANAGER, some(serviceManager),
                    Role.DESIGNER, some(designer), Role.ANALYST, some(analyst),
                    Role.ADMINISTRATOR, some(administrator), Role.DATA_PROTECTION, some(dataProtection));
        }

        private static Set<String> some(Set<String> values) {
            return values == null ? Set.of() : values;
        }
    }

    /**
     * @param audience    must be among the token's {@code aud}
     * @param scope       must be among the values of one of the claims in {@code scopeClaims}
     * @param scopeClaims such as {@code scope}, {@code scp}
     */
    public record Api(@DefaultValue("") String audience, @DefaultValue("threshold.api") String scope,
                      @DefaultValue({"scope", "scp"}) List<String> scopeClaims) {

        public boolean isOn() {
            return !audience.isBlank();
        }
    }

    /** What the operator must mend before anybody could sign in, one sentence each; empty when all is well. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!local && !oidc.isOn()) {
            problems.add("Nobody could sign in: set threshold.sign-in.oidc.issuer, or leave threshold.sign-in.local on");
        }
        if (oidc.isOn() && oidc.clientId().isEmpty()) {
            problems.add("Set threshold.sign-in.oidc.client-id to what the provider calls Threshold");
        }
        if (oidc.isOn() && !isSafe(oidc.issuer())) {
            problems.add("threshold.sign-in.oidc.issuer must begin with https://");
        }
        if (oidc.isOn() && !oidc.scopes().contains("openid")) {
            problems.add("threshold.sign-in.oidc.scopes must contain openid");
        }
        if (oidc.isOn() && oidc.roles().values().values().stream().allMatch(Set::isEmpty)) {
            problems.add("Say under threshold.sign-in.oidc.roles which values at the provider give which role, or "
                    + "nobody could sign in there");
        }
        if (api.isOn() && !oidc.isOn()) {
            problems.add("threshold.sign-in.api.audience needs threshold.sign-in.oidc.issuer");
        }
        if (Stream.of(idle, longest).anyMatch(limit -> limit.compareTo(Duration.ofMinutes(5)) < 0)) {
            problems.add("threshold.sign-in.idle and threshold.sign-in.longest must be at least 5m");
        }
        return problems;
    }

    /** TLS, except to this same machine. */
    private static boolean isSafe(String issuer) {
        return issuer.startsWith("https://") || issuer.matches("http://(localhost|127\\.0\\.0\\.1)[:/].*");
    }
}
