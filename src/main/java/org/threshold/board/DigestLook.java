package org.threshold.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.access.Team;
import org.threshold.board.store.BoardAlertStore;
import org.threshold.message.LastLook;
import org.threshold.message.OutgoingMessage;

/**
 * Makes a morning's message anew right before it goes out. A case may have been restricted, or its people found to be
 * known to the leader, since it was written, and a message that failed is tried again for hours.
 */
@Component
class DigestLook implements LastLook {

    private static final int LENGTH_OF_DAY = "-2027-06-07".length();

    private final Mornings mornings;
    private final BoardAlertStore alerts;
    private final People people;

    DigestLook(Mornings mornings, BoardAlertStore alerts, People people) {
        this.mornings = mornings;
        this.alerts = alerts;
        this.people = people;
    }

    @Override
    public String kind() {
        return Mornings.KIND;
    }

    @Override
    public Optional<OutgoingMessage> now(OutgoingMessage message) {
        String key = message.idempotencyKey().substring(Mornings.KIND.length() + 1);
        int end = key.length() - LENGTH_OF_DAY;
        LocalDate day = LocalDate.parse(key.substring(end + 1));
        String leader = key.substring(0, end);
        List<Team> teams = people.teams().stream().filter(team -> team.leader().equals(leader)).toList();
        return teams.isEmpty() ? Optional.empty() : mornings.of(leader, teams, day, message.recipient(),
                Alert.of(teams, alerts.toldOn(day)));
    }
}
