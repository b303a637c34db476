package org.threshold.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.threshold.access.store.AccountRow;
import org.threshold.access.store.AccountStore;
import org.threshold.access.store.TeamRow;

/**
 * All accounts and teams, held in memory so that no request pays SQL to know who acts. A change here is seen at once,
 * a change made by another node within {@link #OLDEST}.
 */
@Component
public class Directory implements People {

    /**
     * What a session is checked against.
     *
     * @param sessionVersion sessions begun under a smaller one have ended
     */
    public record Standing(boolean disabled, boolean mustChangePassword, int sessionVersion) {
    }

    static final Duration OLDEST = Duration.ofSeconds(10);

    private final AccountStore store;
    private final AtomicLong changes = new AtomicLong();
    private volatile Snapshot latest;

    Directory(AccountStore store) {
        this.store = store;
    }

    @Override
    public Optional<Officer> find(String username) {
        return account(username).filter(account -> !account.disabled()).map(Directory::officer);
    }

    /** The account as an officer, also where it is disabled: who has left keeps the rank that they had. */
    Optional<Officer> ever(String username) {
        return account(username).map(Directory::officer);
    }

    /** Everybody whose account is not disabled, in order of name. */
    List<Officer> everybody() {
        return snapshot().accounts.values().stream().filter(account -> !account.disabled()).map(Directory::officer)
                .sorted(java.util.Comparator.comparing(Officer::name)).toList();
    }

    @Override
    public String nameOf(String username) {
        if (Officer.SERVICE.username().equals(username)) {
            return Officer.SERVICE.name();
        }
        return account(username).map(AccountRow::name).orElse(username);
    }

    @Override
    public Optional<String> emailOf(String username) {
        return account(username).filter(account -> !account.disabled()).map(AccountRow::email);
    }

    @Override
    public List<Officer> membersOf(String team) {
        return snapshot().accounts.values().stream()
                .filter(account -> !account.disabled() && account.teams().contains(team))
                .map(Directory::officer)
                .sorted(java.util.Comparator.comparing(Officer::name))
                .toList();
    }

    @Override
    public List<Team> teams() {
        return snapshot().teams;
    }

    @Override
    public Optional<Team> team(String key) {
        return teams().stream().filter(team -> team.key().equals(key)).findFirst();
    }

    /** Empty when there is no such account. */
    public Optional<Standing> standing(String username) {
        return account(username).map(account -> new Standing(account.disabled(), account.mustChangePassword(),
                account.sessionVersion()));
    }

    /** Whom the provider's tokens speak for; empty when nobody, or the account is disabled. */
    public Optional<SignedIn> bearer(String issuer, String subject) {
        return Optional.ofNullable(snapshot().bySubject.get(key(issuer, subject)))
                .filter(account -> !account.disabled())
                .map(account -> new SignedIn(account.username(), account.sessionVersion()));
    }

    /** The account, disabled or not. */
    Optional<AccountRow> account(String username) {
        return username == null ? Optional.empty() : Optional.ofNullable(snapshot().accounts.get(username));
    }

    /** Reads again at the next question; inside a transaction, once it has committed. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }
        });
    }

    static Officer officer(AccountRow row) {
        return new Officer(row.username(), row.name(),
                row.roles().stream().map(Role::valueOf).collect(Collectors.toSet()), row.teams(),
                row.worksForAuthority());
    }

    private void forget() {
        changes.incrementAndGet();
        latest = null;
    }

    private Snapshot snapshot() {
        Snapshot known = latest;
        if (known != null && System.nanoTime() - known.readAt < OLDEST.toNanos()) {
            return known;
        }
        long before = changes.get();
        Snapshot read = read();
        if (changes.get() == before) {
            latest = read;
        }
        return read;
    }

    private Snapshot read() {
        long now = System.nanoTime();
        Map<String, AccountRow> accounts = store.all().stream()
                .collect(Collectors.toUnmodifiableMap(AccountRow::username, Function.identity()));
        Map<String, AccountRow> bySubject = accounts.values().stream().filter(account -> account.subject() != null)
                .collect(Collectors.toUnmodifiableMap(account -> key(account.issuer(), account.subject()),
                        Function.identity()));
        return new Snapshot(accounts, bySubject, store.teams().stream().map(Directory::team).toList(), now);
    }

    private static String key(String issuer, String subject) {
        return issuer + ' ' + subject;
    }

    private static Team team(TeamRow row) {
        return new Team(row.key(), row.name(), row.office(), row.leader());
    }

    private record Snapshot(Map<String, AccountRow> accounts, Map<String, AccountRow> bySubject, List<Team> teams,
                            long readAt) {
    }
}
