package org.threshold.access;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.NotAdmitted.Why;
import org.threshold.access.store.AccountRow;
import org.threshold.access.store.AccountStore;
import org.threshold.access.store.SignInStore;
import org.threshold.access.store.TeamRow;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/**
 * Accounts of people whom the council's provider vouches for: made at the first sign-in, and at each later one brought
 * to what the provider says now. Found by the provider's subject, so a new name there keeps the account, and a new person
 * under an old name does not get it.
 */
@Component
public class ProvidedAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(ProvidedAccounts.class);

    private final AccountStore store;
    private final Directory directory;
    private final CurrentOfficer current;
    private final AuditTrail audit;
    private final SignInSettings settings;
    private final SignInStore sessions;
    private final SessionTime time;
    private final TransactionTemplate transaction;

    ProvidedAccounts(AccountStore store, Directory directory, CurrentOfficer current, AuditTrail audit,
                     SignInSettings settings, SignInStore sessions, SessionTime time,
                     PlatformTransactionManager transactions) {
        this.store = store;
        this.directory = directory;
        this.current = current;
        this.audit = audit;
        this.settings = settings;
        this.sessions = sessions;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Brings the account to what the token says. What changes stays changed also where the person is not let in: who
     * lost their last role at the provider has lost it here.
     *
     * @param claims of an ID token whose signature, issuer, audience, nonce and time have been checked
     * @return the username
     * @throws NotAdmitted when they may not come in
     */
    public String admit(String issuer, String subject, Map<String, Object> claims) {
        ProviderClaims said = new ProviderClaims(claims, settings.oidc());
        Admission admission = current.asService(() -> transaction.execute(status -> {
            Admission decided = admission(issuer, subject, said);
            if (decided.refused() != null) {
                // As of a wrong password: whoever has no account is not named.
                audit.record(new AuditEntry(null, "signIn.refused", store.find(decided.username()).isPresent()
                        ? decided.username() : "unknown", Map.of("failure", decided.refused().name()), null, null));
            }
            return decided;
        }));
        if (admission.refused() != null) {
            LOG.warn("Sign-in at the provider refused: {}", admission.refused());
            throw new NotAdmitted(admission.refused(), admission.username());
        }
        return admission.username();
    }

    private record Admission(String username, Why refused) {
    }

    private Admission admission(String issuer, String subject, ProviderClaims said) {
        AccountRow known = store.ofSubject(issuer, subject).flatMap(row -> store.lock(row.username())).orElse(null);
        if (known == null) {
            return first(issuer, subject, said);
        }
        if (known.disabled()) {
            return new Admission(known.username(), Why.DISABLED);
        }
        return updated(known, said);
    }

    private Admission first(String issuer, String subject, ProviderClaims said) {
        String username = said.username().orElse(null);
        if (username == null) {
            return new Admission("an unknown person", Why.NO_USERNAME);
        }
        AccountRow taken = store.lock(username).orElse(null);
        if (taken == null) {
            return said.roles().isEmpty() ? new Admission(username, Why.NO_ROLE)
                    : provisioned(issuer, subject, username, said);
        }
        if (!taken.source().equals(AccountSource.PROVIDER.name())) {
            return new Admission(username, Why.TAKEN_HERE);
        }
        if (taken.subject() != null) {
            return new Admission(username, Why.TAKEN_THERE);
        }
        if (taken.disabled()) {
            return new Admission(username, Why.DISABLED);
        }
        if (said.roles().isEmpty()) {
            // A guest of the same name must not take it from the person it waits for.
            return new Admission(username, Why.NO_ROLE);
        }
        if (isSomebodyElse(taken, said)) {
            return new Admission(username, Why.OTHER_EMAIL);
        }
        store.setSubject(username, issuer, subject);
        record("account.linked", username, Map.of("source", AccountSource.PROVIDER.name()));
        return updated(taken, said);
    }

    /** The part before the @ is not one person's alone where the provider knows people of several domains. */
    private static boolean isSomebodyElse(AccountRow waiting, ProviderClaims said) {
        return waiting.email() != null && !waiting.email().isBlank() && said.email() != null
                && !waiting.email().strip().equalsIgnoreCase(said.email());
    }

    private Admission provisioned(String issuer, String subject, String username, ProviderClaims said) {
        AccountRow row = new AccountRow(username, said.name(), null, said.worksForAuthority(), false, false, 1,
                names(said.roles()), teams(said), AccountSource.PROVIDER.name(), issuer, subject, said.email());
        if (!store.insert(row)) {
            // Their other tab was first.
            return store.ofSubject(issuer, subject).map(other -> updated(other, said))
                    .orElse(new Admission(username, Why.TAKEN_THERE));
        }
        record("account.added", username, facts(row));
        return new Admission(username, null);
    }

    private Admission updated(AccountRow row, ProviderClaims said) {
        AccountRow now = asSaid(row, said);
        if (!Objects.equals(row.name(), now.name()) || !Objects.equals(row.email(), now.email())
                || row.worksForAuthority() != now.worksForAuthority()) {
            store.setDetails(row.username(), now.name(), now.worksForAuthority(), now.email());
            directory.changed();
        }
        boolean moved = !row.roles().equals(now.roles()) || !row.teams().equals(now.teams())
                || row.worksForAuthority() != now.worksForAuthority();
        if (moved) {
            store.replaceRoles(row.username(), now.roles());
            store.replaceTeams(row.username(), now.teams());
            record("account.changed", row.username(), facts(now));
        }
        if (now.roles().isEmpty()) {
            store.endSessions(row.username());
            sessions.endAllOf(row.username(), time.now(), SessionEnd.ACCOUNT.name());
            directory.changed();
            return new Admission(row.username(), Why.NO_ROLE);
        }
        return new Admission(row.username(), null);
    }

    private AccountRow asSaid(AccountRow row, ProviderClaims said) {
        return new AccountRow(row.username(), said.name().isEmpty() ? row.name() : said.name(), null,
                settings.oidc().mapsAuthority() ? said.worksForAuthority() : row.worksForAuthority(), row.disabled(),
                false, row.sessionVersion(), names(said.roles()),
                settings.oidc().mapsTeams() ? teams(said) : row.teams(), row.source(), row.issuer(), row.subject(),
                said.email());
    }

    /** Only teams that exist; a mapping may be ahead of the page on which teams are made. */
    private Set<String> teams(ProviderClaims said) {
        Set<String> known = store.teams().stream().map(TeamRow::key).collect(Collectors.toSet());
        Set<String> teams = new TreeSet<>(said.teams());
        teams.removeIf(team -> {
            boolean missing = !known.contains(team);
            if (missing) {
                LOG.warn("threshold.sign-in.oidc.teams names the team {}, which does not exist", team);
            }
            return missing;
        });
        return teams;
    }

    private static Set<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.toSet());
    }

    private static Map<String, String> facts(AccountRow row) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("source", row.source());
        facts.put("roles", String.join(" ", new TreeSet<>(row.roles())));
        facts.put("teams", String.join(" ", new TreeSet<>(row.teams())));
        facts.put("worksForAuthority", Boolean.toString(row.worksForAuthority()));
        return facts;
    }

    private void record(String action, String username, Map<String, String> facts) {
        audit.record(new AuditEntry(null, action, username, facts, null, null));
        directory.changed();
    }
}
