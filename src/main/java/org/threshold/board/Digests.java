package org.threshold.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.board.store.BoardAlertStore;
import org.threshold.board.store.DigestStore;
import org.threshold.board.store.DigestStore.Question;
import org.threshold.board.store.DigestStore.Written;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.Deadlines;
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

    private static final int WORKING_DAYS_AHEAD = 2;

    private final DigestStore store;
    private final BoardAlertStore alertStore;
    private final Alerts alerts;
    private final DigestSections sections;
    private final Messages messages;
    private final People people;
    private final CouncilCalendar calendar;
    private final Deadlines deadlines;
    private final Clock clock;
    private final String address;

    Digests(DigestStore store, BoardAlertStore alertStore, Alerts alerts, DigestSections sections, Messages messages,
            People people, CouncilCalendar calendar, Deadlines deadlines, Clock clock,
            @Value("${threshold.address:}") String address) {
        this.store = store;
        this.alertStore = alertStore;
        this.alerts = alerts;
        this.sections = sections;
        this.messages = messages;
        this.people = people;
        this.calendar = calendar;
        this.deadlines = deadlines;
        this.clock = clock;
        this.address = checked(address.strip());
    }

    private static String checked(String address) {
        if (!address.isEmpty() && !address.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new IllegalStateException("threshold.address is ‘" + address + "’. Set it to the address at which"
                    + " people open the service, such as https://threshold.council.gov.uk");
        }
        return address.replaceAll("/+$", "");
    }

    /** Whether messages go out: there is a way for e-mail, and the service knows its own address for the links. */
    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public boolean goOut() {
        return messages.goOut() && !address.isEmpty();
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
        leaders().forEach((leader, teams) -> tell(question(leader, teams, today), teams, news, tally));
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

    /** Since the last message; before the first, since a day ago. Clocks are counted by days. */
    private Question question(String leader, List<Team> teams, LocalDate today) {
        Instant now = clock.instant();
        Optional<Written> last = store.lastBefore(today);
        LocalDate lastDay = calendar.workingDays().after(today, WORKING_DAYS_AHEAD);
        return new Question(leader, teams.stream().map(Team::key).toList(),
                last.map(Written::at).orElse(now.minus(Duration.ofDays(1))), now,
                last.map(Written::day).orElse(today.minusDays(1)), today, lastDay, deadlines.endOf(lastDay));
    }

    private void tell(Question question, List<Team> teams, List<Alert> news, Tally tally) {
        Optional<String> mail = people.emailOf(question.leader());
        if (mail.isEmpty()) {
            tally.unreachable++;
            return;
        }
        List<Alert> mine = news.stream()
                .filter(alert -> alert.team().isEmpty() || question.teams().contains(alert.team())).toList();
        List<DigestSection> told = sections.of(question, mine);
        if (told.isEmpty()) {
            tally.nothing++;
            return;
        }
        messages.send(OutgoingMessage.aboutNoCase("board-digest", mail.get(), DigestText.subject(told),
                new DigestText(address).body(teams.stream().map(Team::name).sorted().toList(), question.today(), told),
                "board-digest-" + question.leader() + "-" + question.today()));
        mine.forEach(alert -> tally.told.add(alert.id()));
        tally.sent++;
    }
}
