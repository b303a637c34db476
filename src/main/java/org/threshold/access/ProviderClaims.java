package org.threshold.access;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the provider's ID token says about a person, in Threshold's terms. A value that no mapping names gives nothing.
 */
class ProviderClaims {

    private static final int LONGEST_USERNAME = 40;
    private static final int LONGEST_NAME = 100;

    private final Map<String, Object> claims;
    private final SignInSettings.Oidc settings;

    ProviderClaims(Map<String, Object> claims, SignInSettings.Oidc settings) {
        this.claims = claims;
        this.settings = settings;
    }

    Set<Role> roles() {
        Set<String> values = values(settings.rolesClaim());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        settings.roles().values().forEach((role, giving) -> {
            if (giving.stream().anyMatch(values::contains)) {
                roles.add(role);
            }
        });
        return roles;
    }

    /** Short names of teams, whether or not Threshold has such a team. */
    Set<String> teams() {
        Set<String> values = values(settings.teamsClaim());
        Set<String> teams = new HashSet<>();
        settings.teams().forEach((team, giving) -> {
            if (giving.stream().anyMatch(values::contains)) {
                teams.add(team);
            }
        });
        return teams;
    }

    boolean worksForAuthority() {
        return settings.authority().stream().anyMatch(values(settings.rolesClaim())::contains);
    }

    /** The username of a new account; empty when the claim gives none that could be one. */
    Optional<String> username() {
        String before = text(settings.usernameClaim()).replaceFirst("@.*", "");
        String plain = Normalizer.normalize(before, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^a-z0-9._-]+", "-")
                .replaceFirst("^[^a-z]+", "");
        String username = plain.length() > LONGEST_USERNAME ? plain.substring(0, LONGEST_USERNAME) : plain;
        return username.length() < 2 || username.equals(Officer.SERVICE.username()) ? Optional.empty()
                : Optional.of(username);
    }

    /** The name to show; the username's claim where the provider tells no name. */
    String name() {
        String name = text(settings.nameClaim()).isEmpty() ? text(settings.usernameClaim()) : text(settings.nameClaim());
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** Null where none is told that could be one. */
    String email() {
        String email = text(settings.emailClaim());
        return EmailAddress.isOne(email) ? email : null;
    }

    private String text(String claim) {
        return at(claim) instanceof String text ? text.replaceAll("\\p{Cntrl}", " ").strip() : "";
    }

    private Set<String> values(String claim) {
        Object found = at(claim);
        if (found instanceof Collection<?> many) {
            Set<String> values = new HashSet<>();
            many.stream().filter(Objects::nonNull).forEach(value -> values.add(value.toString()));
            return values;
        }
        return found == null ? Set.of() : Set.of(found.toString());
    }

    /** A claim by its own name, dots and all, or else by its path. */
    private Object at(String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object here = claims;
        for (String part : path.split("\\.")) {
            here = here instanceof Map<?, ?> inner ? inner.get(part) : null;
        }
        return here;
    }
}
