package org.threshold.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.PlaceOfWork;
import org.threshold.access.Presence;
import org.threshold.board.store.NowOwners;
import org.threshold.board.store.NowOwners.Holds;
import org.threshold.message.Messages;
import org.threshold.message.OutgoingMessage;
import org.threshold.worklist.Colleagues;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepReminders;

/** What a leader does about a step from the board, besides what the worklist does already. */
@Service
public class NowActs {

    private static final String SUBJECT = "Threshold: you were asked about a step";
    private static final String BODY = """
            %s asks you about a step that you hold in Threshold.

            Sign in and open ‘My work’. What they ask stands beside the step.

            This message does not say which case it is, to keep it safe.
            """;

    private final StepReminders reminders;
    private final Colleagues colleagues;
    private final NowOwners owners;
    private final Presence presence;
    private final People people;
    private final Permissions permissions;
    private final CurrentOfficer current;
    private final Messages messages;
    private final WorkloadTeams teams;
    private final Clock clock;

    NowActs(StepReminders reminders, Colleagues colleagues, NowOwners owners, Presence presence, People people,
            Permissions permissions, CurrentOfficer current, Messages messages, WorkloadTeams teams,
            Clock clock) {
        this.teams = teams;
        this.reminders = reminders;
        this.colleagues = colleagues;
        this.owners = owners;
        this.presence = presence;
        this.people = people;
        this.permissions = permissions;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Somebody who could do a step.
     *
     * @param open  what they hold; null, as {@code overdue}, for who does not answer for the step's team
     * @param place where they work today, in words; null when nothing is known
     */
    public record Candidate(String username, String name, Long open, Long overdue, String place) {
    }

    /** Whom the current leader may give steps to: everybody in their teams who works cases, in order of name. */
    @Needs(Permission.VIEW_BOARD)
    public List<Officer> ownPeople() {
        return current.get().teams().stream().flatMap(team -> people.membersOf(team).stream())
                .filter(officer -> permissions.allows(officer, Permission.WORK_CASES)).distinct()
                .sorted(Comparator.comparing(Officer::name)).toList();
    }

    /** Who could be given the step, by name, with what they hold and where they are today; in two statements. */
    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public List<Candidate> candidates(OpenStep step) {
        List<Officer> able = colleagues.of(step);
        List<String> names = able.stream().map(Officer::username).toList();
        LocalDate today = LocalDate.now(clock);
        boolean ours = people.team(step.team()).filter(teams::answersFor).isPresent();
        Map<String, Holds> held = ours ? owners.held(names, clock.instant()) : Map.of();
        Map<String, PlaceOfWork> places = presence.placesOf(names, today, today).stream()
                .collect(Collectors.toMap(PlaceOfWork::username, Function.identity(), (one, other) -> one));
        return able.stream().map(officer -> {
            Holds holds = held.getOrDefault(officer.username(), Holds.NOTHING);
            PlaceOfWork place = places.get(officer.username());
            return new Candidate(officer.username(), officer.name(), ours ? holds.open() : null,
                    ours ? holds.overdue() : null,
                    place == null ? null : place.words());
        }).sorted(Comparator.comparing(Candidate::name)).toList();
    }

    /**
     * Reminds whoever holds the step: beside the step, on the timeline and, where mail goes out, by e-mail, which does
     * not say which case it is.
     *
     * @throws org.threshold.access.NotPermitted as {@link StepReminders#remind}
     */
    @Needs(Permission.ASSIGN_WORK)
    @Transactional
    public void remind(String stepId, String words) {
        OpenStep step = reminders.remind(stepId, words);
        if (messages.goOut()) {
            people.emailOf(step.owner()).filter(email -> !email.isBlank()).ifPresent(email -> messages.send(
                    new OutgoingMessage(step.caseReference(), "step-reminder", email, SUBJECT,
                            BODY.formatted(current.get().name()), "step-reminder-" + stepId + "-" + step.owner() + "-"
                                    + LocalDate.now(clock))));
        }
    }
}
