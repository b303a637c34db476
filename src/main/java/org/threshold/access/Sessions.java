package org.threshold.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.threshold.access.store.SessionRow;
import org.threshold.access.store.SignInStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/**
 * Where people are signed in. One that is ended here is over at its next request: on this node at once, on another
 * within {@link Directory#OLDEST}.
 */
@Service
@Transactional
public class Sessions {

    /** How somebody proved who they are. */
    public enum Way { PASSWORD, PROVIDER }

    /**
     * One browser in which somebody is signed in.
     *
     * @param browser such as 'Firefox on Windows'
     */
    public record Running(UUID id, Way way, Instant beganAt, Instant lastSeenAt, String address, String browser) {
    }

    /**
     * What is known of a browser that somebody signs in with.
     *
     * @param subject         who they are at the provider, or null
     * @param providerSession the session there, or null
     */
    public record Beginning(Way way, String address, String browser, String subject, String providerSession) {
    }

    /** By how much the provider's clock may be behind ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int LONGEST_TEXT = 60;
    private static final int LONGEST_AT_PROVIDER = 255;

    private final SignInStore store;
    private final SessionRegistry registry;
    private final SessionTime time;
    private final SignInSettings settings;
    private final CurrentOfficer current;
    private final AuditTrail audit;

    Sessions(SignInStore store, SessionRegistry registry, SessionTime time, SignInSettings settings,
             CurrentOfficer current, AuditTrail audit) {
        this.store = store;
        this.registry = registry;
        this.time = time;
        this.settings = settings;
        this.current = current;
        this.audit = audit;
    }

    /** Called once they have proved who they are. */
    @OpenToAll("Nobody is signed in before it")
    public UUID begin(String username, Beginning beginning) {
        UUID id = UUID.randomUUID();
        Instant now = time.now();
        store.insert(new SessionRow(id, username, beginning.way().name(), now, now, cut(beginning.address(), LONGEST_TEXT),
                cut(beginning.browser(), LONGEST_TEXT), cut(beginning.subject(), LONGEST_AT_PROVIDER),
                cut(beginning.providerSession(), LONGEST_AT_PROVIDER)));
        registry.began(id, now);
        return id;
    }

    @Needs(Permission.USE_OWN_ACCOUNT)
    public List<Running> mine() {
        return running(current.get().username());
    }

    /** @return false when there is no such session of theirs any more */
    @Needs(Permission.USE_OWN_ACCOUNT)
    public boolean endMine(UUID id) {
        String me = current.get().username();
        boolean theirs = store.find(id).filter(row -> row.username().equals(me)).isPresent();
        return theirs && end(id, SessionEnd.BY_PERSON, me);
    }

    /**
     * Ends all of one's own but one.
     *
     * @return how many
     */
    @Needs(Permission.USE_OWN_ACCOUNT)
    public int endMyOthers(UUID butThis) {
        String me = current.get().username();
        return (int) running(me).stream().filter(each -> !each.id().equals(butThis))
                .filter(each -> end(each.id(), SessionEnd.BY_PERSON, me)).count();
    }

    @Needs(Permission.MANAGE_PEOPLE)
    public List<Running> of(String username) {
        return running(username);
    }

    /**
     * Ends all of a person's.
     *
     * @return how many
     */
    @Needs(Permission.MANAGE_PEOPLE)
    public int endAllOf(String username) {
        return (int) running(username).stream()
                .filter(each -> end(each.id(), SessionEnd.BY_ADMINISTRATOR, username)).count();
    }

    /** They signed out in it, or the guard found it over. */
    @OpenToAll("The session itself says whose it is")
    public void over(UUID id, SessionEnd why) {
        store.end(id, time.now(), why.name());
        changed();
    }

    /**
     * The provider says that somebody signed out there.
     *
     * @param subject         who; null for whoever has that session
     * @param providerSession which; null for all of theirs
     * @param said            when the provider said so: what began well after it goes on, so that the same word sent
     *                        again ends nothing more
     */
    @OpenToAll("The provider proves who it is with its signature, or names a session that nobody could guess")
    public void endAtProvider(String subject, String providerSession, Instant said) {
        current.asService(() -> {
            store.atProvider(subject, providerSession, said.plus(CLOCKS_DIFFER)).forEach(id -> store.find(id)
                    .ifPresent(row -> end(id, SessionEnd.AT_PROVIDER, row.username())));
            return null;
        });
    }

    private List<Running> running(String username) {
        registry.write();
        Instant now = time.now();
        return store.running(username, now.minus(settings.idle()), now.minus(settings.longest())).stream()
                .map(row -> new Running(row.id(), Way.valueOf(row.way()), row.beganAt(), row.lastSeenAt(),
                        row.address(), row.browser())).toList();
    }

    private boolean end(UUID id, SessionEnd why, String username) {
        boolean ended = store.end(id, time.now(), why.name());
        if (ended) {
            audit.record(new AuditEntry(null, "session.ended", username, Map.of("why", why.name()), null, null));
            changed();
        }
        return ended;
    }

    private void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                registry.changed();
            }
        });
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
