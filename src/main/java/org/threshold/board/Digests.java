package org.threshold.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.board.store.BoardAlertStore;
import org.threshold.board.store.DigestStore;
import org.threshold.board.store.DigestStore.Written;
import org.threshold.clock.CouncilCalendar;
import org.threshold.message.Messages;
import org.threshold.message.OutgoingMessage;

/**
 * The morning's message: one to each leader of a team on a working day, with what stands out and whose move it is. A
 * leader for whom nothing stands out gets none. It goes through the outbox, so that it is sent after this commit and
 * never twice.
 */
@Service
@Transactional
public class Digests {

    private final DigestStore store;
    private final BoardAlertStore alertStore;
    private final Alerts alerts;
    private final Mornings mornings;
    private final Messages messages;
    private final People people;
    private final CouncilCalendar calendar;
    private final Clock clock;

    Digests(DigestStore store, BoardAlertStore alertStore, Alerts alerts, Mornings mornings, Messages messages,
            People people, CouncilCalendar calendar, Clock clock) {
        this.store = store;
        this.alertStore = alertStore;
        this.alerts = alerts;
        this.mornings = mornings;
        this.messages = messages;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Whether messages go out: there is a way for e-mail, and the service knows its own address for the links. */
    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public boolean goOut() {
        return messages.goOut() && mornings.canBeWritten();
    }

    /** When they were written last, and how many; empty when never. */
    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public Optional<Written> last() {
        return store.lastBefore(LocalDate.now(clock).plusDays(1));
    }

    /**
     * Writes this morning's messages, once a day over all nodes. For the service itself.
     *
     * @return how many messages were queued; 0 on a day that is no working day, and where they were written already
     */
    public int write() {
        LocalDate today = LocalDate.now(clock);
        if (!goOut() || !calendar.workingDays().isWorkingDay(today) || !store.begin(today, clock.instant())) {
            return 0;
        }
        alerts.measure();
        List<Alert> news = alertStore.toTell(today);
        Tally tally = new Tally();
        leaders().forEach((leader, teams) -> tell(leader, teams, today, news, tally));
        if (!tally.told.isEmpty()) {
            alertStore.told(tally.told, clock.instant());
        }
        store.finish(today, tally.sent, tally.nothing, tally.unreachable);
        return tally.sent;
    }

    private static final class Tally {

        private final Set<Long> told = new HashSet<>();
        private int sent;
        private int nothing;
        private int unreachable;
    }

    private Map<String, List<Team>> leaders() {
        return people.teams().stream().collect(Collectors.groupingBy(Team::leader, TreeMap::new, Collectors.toList()));
    }

    private void tell(String leader, List<Team> teams, LocalDate today, List<Alert> news, Tally tally) {
        Optional<String> mail = people.emailOf(leader);
        if (mail.isEmpty()) {
            tally.unreachable++;
            return;
        }
        List<Alert> mine = Alert.of(teams, news);
        Optional<OutgoingMessage> message = mornings.of(leader, teams, today, mail.get(), mine);
        if (message.isEmpty()) {
            tally.nothing++;
            return;
        }
        messages.send(message.get());
        mine.forEach(alert -> tally.told.add(alert.id()));
        tally.sent++;
    }
}
