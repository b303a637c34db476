package org.threshold.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Role;
import org.threshold.access.Team;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.board.store.BoardAlertStore;
import org.threshold.board.store.BoardAlertStore.Counts;
import org.threshold.board.store.BoardAlertStore.Reading;
import org.threshold.process.incident.Fault;
import org.threshold.process.incident.Incidents;

/** Numbers of the board that are watched: raised once over their bound, and resolved only under a lower one. */
@Service
@Transactional
public class Alerts {

    public static final int LONGEST_NOTE = 500;
    private static final int CLOCK_DAYS = 14;
    private static final Duration RESOLVED_SHOWN = Duration.ofDays(7);

    private final BoardAlertStore store;
    private final Incidents incidents;
    private final People people;
    private final CurrentOfficer current;
    private final AuditTrail audit;
    private final Clock clock;

    Alerts(BoardAlertStore store, Incidents incidents, People people, CurrentOfficer current, AuditTrail audit,
           Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.people = people;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Counts every number once and raises, follows or resolves its alert. For the service itself. */
    public void measure() {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        Map<String, Counts> counts = store.counts(now, today, today.plusDays(CLOCK_DAYS)).stream()
                .collect(Collectors.toMap(Counts::team, Function.identity()));
        List<Reading> readings = new ArrayList<>();
        for (Team team : people.teams()) {
            Counts of = counts.getOrDefault(team.key(), new Counts(team.key(), 0, 0, 0));
            readings.add(new Reading(AlertMeasure.OVERDUE_STEPS, team.key(), of.overdue()));
            readings.add(new Reading(AlertMeasure.UNOWNED_STEPS, team.key(), of.unowned()));
            readings.add(new Reading(AlertMeasure.CLOCKS_SOON, team.key(), of.clocks()));
        }
        readings.add(new Reading(AlertMeasure.INCIDENTS, "", incidentsThatMayBeCounted()));
        store.take(readings, now);
    }

    private int incidentsThatMayBeCounted() {
        List<String> cases = incidents.all().stream().map(Fault::caseReference).toList();
        List<String> known = cases.stream().filter(Objects::nonNull).toList();
        return cases.size() - known.size() + (known.isEmpty() ? 0 : store.unrestricted(known).size());
    }

    /** What stands for the teams that one answers for and for the service, and what was resolved within a week. */
    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public List<Alert> mine() {
        Set<String> teams = teams();
        return store.since(clock.instant().minus(RESOLVED_SHOWN)).stream()
                .filter(alert -> teams.contains(alert.team())).toList();
    }

    /**
     * Records that somebody has seen it and what they do about it; from then on it is reminded of no more.
     *
     * @param words at most 500 characters; may be blank
     * @return false where it was acknowledged or resolved already, or is another team's
     */
    @Needs(Permission.VIEW_BOARD)
    public boolean acknowledge(long id, String words) {
        if (words.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("What you do about it must be " + LONGEST_NOTE + " characters or fewer");
        }
        List<String> measure = store.acknowledge(id, teams(), current.get().username(), words.isBlank() ? null : words,
                clock.instant());
        measure.forEach(each -> audit.record(new AuditEntry(null, "alert.acknowledged", Long.toString(id),
                Map.of("measure", each), words.isBlank() ? null : words, null)));
        return !measure.isEmpty();
    }

    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public List<AlertThreshold> thresholds() {
        return store.thresholds().stream().sorted(Comparator.comparing(AlertThreshold::measure)).toList();
    }

    /** @throws IllegalArgumentException in words, where the bounds do not fit each other */
    @Needs(Permission.SET_TARGETS)
    public void change(AlertThreshold bound) {
        if (bound.raiseAbove() < 0 || bound.clearBelow() < 1 || bound.clearBelow() > bound.raiseAbove() + 1) {
            throw new IllegalArgumentException("It must be resolved below a number from 1 to one more than the number"
                    + " above which it is raised");
        }
        if (bound.remindAfterDays() < 1 || bound.remindAfterDays() > 60) {
            throw new IllegalArgumentException("Reminders must be 1 to 60 days apart");
        }
        store.change(bound, current.get().username(), clock.instant());
        audit.record(new AuditEntry(null, "alert.thresholdChanged", bound.measure().name(), Map.of(
                "raiseAbove", Integer.toString(bound.raiseAbove()), "clearBelow", Integer.toString(bound.clearBelow()),
                "remindAfterDays", Integer.toString(bound.remindAfterDays())), null, null));
    }

    private Set<String> teams() {
        Officer me = current.get();
        Set<String> teams = new HashSet<>(me.teams());
        if (me.has(Role.SERVICE_MANAGER)) {
            people.teams().forEach(team -> teams.add(team.key()));
        }
        teams.add("");
        return teams;
    }
}
