package org.threshold.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.threshold.access.Team;
import org.threshold.board.store.DigestStore;
import org.threshold.board.store.DigestStore.Question;
import org.threshold.board.store.DigestStore.Written;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.Deadlines;
import org.threshold.message.OutgoingMessage;

/** Makes one leader's message of a morning from what stands, and may be told them, at the moment. */
@Component
class Mornings {

    static final String KIND = "board-digest";

    private static final int WORKING_DAYS_AHEAD = 2;

    private final DigestStore store;
    private final DigestSections sections;
    private final CouncilCalendar calendar;
    private final Deadlines deadlines;
    private final Clock clock;
    private final String address;

    Mornings(DigestStore store, DigestSections sections, CouncilCalendar calendar, Deadlines deadlines, Clock clock,
             @Value("${threshold.address:}") String address) {
        this.store = store;
        this.sections = sections;
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

    /** Whether the service knows its own address, for the links. */
    boolean canBeWritten() {
        return !address.isEmpty();
    }

    /**
     * Empty where nothing stands out.
     *
     * @param teams  that the leader answers for
     * @param alerts of these teams and of the whole service
     */
    Optional<OutgoingMessage> of(String leader, List<Team> teams, LocalDate day, String mail, List<Alert> alerts) {
        List<DigestSection> told = sections.of(question(leader, teams, day), alerts);
        return told.isEmpty() ? Optional.empty() : Optional.of(OutgoingMessage.aboutNoCase(KIND, mail,
                DigestText.subject(told), new DigestText(address).body(teams.stream().map(Team::name).sorted().toList(),
                        day, told), keys(leader) + day));
    }

    /** Of a leader's messages, without the day. */
    static String keys(String leader) {
        return KIND + "-" + leader + "-";
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
}
