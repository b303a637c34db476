package org.threshold.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.store.AccountRow;
import org.threshold.access.store.AccountStore;
import org.threshold.access.store.SignInStore;
import org.threshold.access.store.TeamRow;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/**
 * Changes to accounts and teams, each audited. Administrators only, except for one's own password and what the service
 * itself sets up at a start.
 */
@Service
@Transactional
public class Accounts {

    private final AccountStore store;
    private final Directory directory;
    private final CurrentOfficer current;
    private final Permissions permissions;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final SignInSettings settings;
    private final SignInStore sessions;
    private final SessionTime time;

    Accounts(AccountStore store, Directory directory, CurrentOfficer current, Permissions permissions,
             PasswordEncoder passwords, AuditTrail audit, SignInSettings settings, SignInStore sessions,
             SessionTime time) {
        this.store = store;
        this.directory = directory;
        this.current = current;
        this.permissions = permissions;
        this.passwords = passwords;
        this.audit = audit;
        this.settings = settings;
        this.sessions = sessions;
        this.time = time;
    }

    @Needs(Permission.MANAGE_PEOPLE)
    @Transactional(readOnly = true)
    public List<Account> all() {
        permissions.require(Permission.MANAGE_PEOPLE);
        return store.all().stream().map(Accounts::account).toList();
    }

    @Needs(Permission.MANAGE_PEOPLE)
    @Transactional(readOnly = true)
    public Optional<Account> find(String username) {
        permissions.require(Permission.MANAGE_PEOPLE);
        return store.find(username).map(Accounts::account);
    }

    @OpenToAll("Asked at the start, before anybody can sign in")
    @Transactional(readOnly = true)
    public boolean hasAdministrator() {
        return activeAdministrators() > 0;
    }

    /** Whether the provider could vouch for an administrator, who then need not be made on the command line. */
    @OpenToAll("Asked at the start, before anybody can sign in")
    public boolean providerGivesAdministrators() {
        return settings.oidc().isOn() && !settings.oidc().roles().values().get(Role.ADMINISTRATOR).isEmpty();
    }

    /**
     * Adds an account with a temporary password, which its owner must change when they first sign in.
     *
     * @return the temporary password, to be told once
     */
    @Needs(Permission.MANAGE_PEOPLE)
    public String add(AccountDetails details) {
        String password = PasswordRules.temporary();
        insert(details, passwords.encode(password), AccountSource.LOCAL, null, true);
        return password;
    }

    /** For the first administrator and for the demonstration: only the service itself may do this. */
    @OpenToAll("Only the service itself, at its start; checked inside")
    public void addWithPassword(AccountDetails details, String password) {
        if (!current.get().equals(Officer.SERVICE)) {
            throw new NotPermitted("You cannot choose a password for another person.");
        }
        insert(details, passwords.encode(password), AccountSource.LOCAL, null, false);
    }

    /**
     * Adds the account of a program, which the provider's tokens speak for.
     *
     * @param subject the {@code sub} of its tokens
     */
    @Needs(Permission.MANAGE_PEOPLE)
    public void addProgram(AccountDetails details, String subject) {
        if (!settings.api().isOn()) {
            throw new InvalidAccount("subject", "Threshold is not set up to take tokens of the council’s sign-in");
        }
        String known = subject == null ? "" : subject.strip();
        if (known.isEmpty() || known.length() > 255 || known.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidAccount("subject", "Enter the subject (sub) of the program’s tokens");
        }
        if (store.ofSubject(settings.oidc().issuer(), known).isPresent()) {
            throw new InvalidAccount("subject", "There is already an account with this subject");
        }
        insert(details, null, AccountSource.PROGRAM, known, false);
    }

    /** What the provider says of a person is left as it is; the rest is written. */
    @Needs(Permission.MANAGE_PEOPLE)
    public void change(AccountDetails asked) {
        AccountRow before = existing(asked.username());
        AccountDetails details = before.source().equals(AccountSource.PROVIDER.name()) ? besidesTheProvider(before, asked)
                : asked;
        check(details);
        store.lockAdministrators();
        store.setDetails(details.username(), details.name().trim(), details.worksForAuthority(), email(details));
        store.replaceRoles(details.username(), names(details.roles()));
        store.replaceTeams(details.username(), details.teams());
        if (isAdministrator(before) && activeAdministrators() == 0) {
            throw new InvalidAccount("roles",
                    "You cannot take away the administrator role from the only administrator");
        }
        refuseLeaderOutsideTeam(details);
        record("account.changed", details.username(), facts(details));
    }

    /**
     * The provider vouches for the account from now on: whoever next signs in there under its username takes it up, work
     * and all. Also for somebody who was made anew there, whom Threshold would take for another person.
     */
    @Needs(Permission.MANAGE_PEOPLE)
    public void provide(String username) {
        AccountRow row = existing(username);
        if (!settings.oidc().isOn() || row.source().equals(AccountSource.PROGRAM.name())) {
            throw new InvalidAccount("username", "This account cannot change to the council’s sign-in");
        }
        if (username.equals(current.get().username())) {
            throw new InvalidAccount("username", "You cannot change how you sign in yourself. Ask another administrator");
        }
        store.provide(username);
        sessionsEnded(username);
        record("account.awaitsProvider", username, Map.of("before", row.source()));
    }

    /** Ends the person's open sessions at once. */
    @Needs(Permission.MANAGE_PEOPLE)
    public void disable(String username) {
        AccountRow row = existing(username);
        if (username.equals(current.get().username())) {
            throw new InvalidAccount("username", "You cannot disable your own account");
        }
        List<String> led = store.teams().stream().filter(team -> team.leader().equals(username))
                .map(TeamRow::name).toList();
        if (!led.isEmpty()) {
            throw new InvalidAccount("username", "You cannot disable " + row.name() + " while they lead "
                    + String.join(" and ", led) + ". Choose another leader for the team first");
        }
        store.lockAdministrators();
        store.setDisabled(username, true);
        sessionsEnded(username);
        // Two administrators may disable each other at the same moment; the second finds nobody left.
        if (isAdministrator(row) && activeAdministrators() == 0) {
            throw new InvalidAccount("username", "You cannot disable the only administrator");
        }
        record("account.disabled", username, Map.of());
    }

    @Needs(Permission.MANAGE_PEOPLE)
    public void enable(String username) {
        existing(username);
        store.setDisabled(username, false);
        record("account.enabled", username, Map.of());
    }

    /**
     * Ends the person's open sessions and gives a temporary password.
     *
     * @return the temporary password, to be told once
     */
    @Needs(Permission.MANAGE_PEOPLE)
    public String resetPassword(String username) {
        requireLocal(existing(username), "username");
        String password = PasswordRules.temporary();
        store.setPassword(username, passwords.encode(password), true);
        sessionsEnded(username);
        record("account.passwordReset", username, Map.of());
        return password;
    }

    /** The current officer chooses a new password. Their other sessions end. */
    @Needs(Permission.USE_OWN_ACCOUNT)
    public void changeOwnPassword(String oldPassword, String newPassword) {
        AccountRow row = existing(current.get().username());
        requireLocal(row, "oldPassword");
        if (oldPassword == null || !passwords.matches(oldPassword, row.passwordHash())) {
            throw new InvalidAccount("oldPassword", "Enter the password that you use now");
        }
        PasswordRules.check(newPassword, row.username());
        if (newPassword.equals(oldPassword)) {
            throw new InvalidAccount("newPassword", "Enter a password that differs from the one you use now");
        }
        store.setPassword(row.username(), passwords.encode(newPassword), false);
        record("account.passwordChanged", row.username(), Map.of());
    }

    @OpenToAll("An administrator, or the service itself at its start; checked inside")
    public void addTeam(Team team) {
        requireAdministratorOrService();
        check(team);
        if (!store.insertTeam(row(team))) {
            throw new InvalidAccount("key", "There is already a team with this short name or name");
        }
        record("team.added", team.key(), facts(team));
    }

    @Needs(Permission.MANAGE_PEOPLE)
    public void changeTeam(Team team) {
        if (store.teams().stream().noneMatch(row -> row.key().equals(team.key()))) {
            throw new InvalidAccount("key", "There is no such team");
        }
        check(team);
        store.updateTeam(row(team));
        record("team.changed", team.key(), facts(team));
    }

    /** Puts people into teams that were added after them; only the service itself may do this, at a start. */
    @OpenToAll("Only the service itself, at its start; checked inside")
    public void join(String username, Set<String> teams) {
        if (!current.get().equals(Officer.SERVICE)) {
            throw new NotPermitted("You cannot change the teams of a person in this way.");
        }
        store.replaceTeams(username, teams);
        record("account.changed", username, Map.of("teams", String.join(" ", new TreeSet<>(teams))));
    }

    private void insert(AccountDetails details, String hash, AccountSource source, String subject,
                        boolean mustChange) {
        check(details);
        boolean added = store.insert(new AccountRow(details.username(), details.name().trim(), hash,
                details.worksForAuthority(), false, mustChange, 1, names(details.roles()), details.teams(),
                source.name(), subject == null ? null : settings.oidc().issuer(), subject, email(details)));
        if (!added) {
            throw new InvalidAccount("username", "There is already an account called ‘" + details.username() + "’");
        }
        record("account.added", details.username(), facts(details));
    }

    private void check(AccountDetails details) {
        if (!details.username().matches("[a-z][a-z0-9._-]{1,39}")
                || details.username().equals(Officer.SERVICE.username())) {
            throw new InvalidAccount("username", "Enter a username of 2 to 40 small letters, digits, full stops, "
                    + "hyphens or underscores that begins with a letter");
        }
        if (details.name().isBlank() || details.name().length() > 100) {
            throw new InvalidAccount("name", "Enter the person’s name in up to 100 characters");
        }
        if (!details.email().isEmpty() && !EmailAddress.isOne(details.email())) {
            throw new InvalidAccount("email", "Enter an e-mail address such as name@council.example, or none");
        }
        if (details.roles().isEmpty()) {
            throw new InvalidAccount("roles", "Select at least one role");
        }
        Set<String> known = store.teams().stream().map(TeamRow::key).collect(Collectors.toSet());
        if (!known.containsAll(details.teams())) {
            throw new InvalidAccount("teams", "Select teams from the list");
        }
    }

    private void check(Team team) {
        if (!team.key().matches("[a-z][a-z0-9-]{1,39}")) {
            throw new InvalidAccount("key", "Enter a short name of 2 to 40 small letters, digits or hyphens that "
                    + "begins with a letter");
        }
        if (team.name().isBlank() || team.name().length() > 100) {
            throw new InvalidAccount("teamName", "Enter the team’s name in up to 100 characters");
        }
        if (team.office().isBlank() || team.office().length() > 100) {
            throw new InvalidAccount("office", "Enter the team’s office in up to 100 characters");
        }
        boolean leads = store.find(team.leader()).filter(row -> !row.disabled())
                .filter(row -> row.roles().contains(Role.TEAM_LEADER.name())
                        || row.roles().contains(Role.SERVICE_MANAGER.name())).isPresent();
        if (!leads) {
            throw new InvalidAccount("leader", "Select a team leader or service manager who leads the team");
        }
    }

    /** The account's new version has ended them; so nobody sees them as running. */
    private void sessionsEnded(String username) {
        sessions.endAllOf(username, time.now(), SessionEnd.ACCOUNT.name());
    }

    private AccountDetails besidesTheProvider(AccountRow row, AccountDetails asked) {
        return new AccountDetails(row.username(), row.name(), Directory.officer(row).roles(),
                settings.oidc().mapsTeams() ? row.teams() : asked.teams(),
                settings.oidc().mapsAuthority() ? row.worksForAuthority() : asked.worksForAuthority(),
                // While it waits the address says whom it waits for; from then on the provider says it.
                row.subject() == null ? asked.email() : row.email());
    }

    private static void requireLocal(AccountRow row, String field) {
        if (!row.source().equals(AccountSource.LOCAL.name())) {
            throw new InvalidAccount(field, "Threshold keeps no password of this account");
        }
    }

    private static String email(AccountDetails details) {
        return details.email().isEmpty() ? null : details.email();
    }

    private void refuseLeaderOutsideTeam(AccountDetails details) {
        boolean leads = store.teams().stream().anyMatch(team -> team.leader().equals(details.username()));
        boolean may = details.roles().contains(Role.TEAM_LEADER) || details.roles().contains(Role.SERVICE_MANAGER);
        if (leads && !may) {
            throw new InvalidAccount("roles",
                    "You cannot take away the role of a person who leads a team. Choose another leader first");
        }
    }

    private AccountRow existing(String username) {
        return store.find(username).orElseThrow(() -> new InvalidAccount("username", "There is no such account"));
    }

    private long activeAdministrators() {
        return store.all().stream().filter(this::isAdministrator).count();
    }

    private void requireAdministratorOrService() {
        if (!current.get().equals(Officer.SERVICE)) {
            permissions.require(Permission.MANAGE_PEOPLE);
        }
    }

    private void record(String action, String subject, Map<String, String> details) {
        audit.record(new AuditEntry(null, action, subject, details, null, null));
        directory.changed();
    }

    /** One who can sign in as the service is set up now. */
    private boolean isAdministrator(AccountRow row) {
        boolean gets = switch (AccountSource.valueOf(row.source())) {
            case LOCAL -> settings.local();
            case PROVIDER -> settings.oidc().isOn();
            case PROGRAM -> false;
        };
        return gets && !row.disabled() && row.roles().contains(Role.ADMINISTRATOR.name());
    }

    private static Account account(AccountRow row) {
        return new Account(Directory.officer(row), row.disabled(), row.mustChangePassword(),
                AccountSource.valueOf(row.source()), row.email(), row.subject());
    }

    private static Set<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.toSet());
    }

    private static Map<String, String> facts(AccountDetails details) {
        return Map.of("roles", String.join(" ", new TreeSet<>(names(details.roles()))),
                "teams", String.join(" ", new TreeSet<>(details.teams())),
                "worksForAuthority", Boolean.toString(details.worksForAuthority()));
    }

    private static Map<String, String> facts(Team team) {
        return Map.of("office", team.office(), "leader", team.leader());
    }

    private static TeamRow row(Team team) {
        return new TeamRow(team.key(), team.name().trim(), team.office().trim(), team.leader());
    }
}
