package org.threshold.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.access.Team;
import org.threshold.board.DigestSection.Line;
import org.threshold.board.store.DigestStore;
import org.threshold.board.store.DigestStore.Growing;
import org.threshold.board.store.DigestStore.Question;
import org.threshold.board.store.DigestStore.Told;
import org.threshold.clock.ServiceClock;

/** What a leader is told in the morning, part by part; a part with nothing in it is left out. */
@Component
class DigestSections {

    private static final int MOST_LINES = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private final DigestStore store;
    private final People people;

    DigestSections(DigestStore store, People people) {
        this.store = store;
        this.people = people;
    }

    /** @param alerts those of the leader's teams and of the whole service that are to be told */
    List<DigestSection> of(Question question, List<Alert> alerts) {
        List<DigestSection> all = new ArrayList<>();
        steps(all, "New breaches", store.breached(question, MOST_LINES), question, true, "/work/overdue");
        steps(all, "Due within two working days", store.soon(question, MOST_LINES), question, true, "/work/all");
        steps(all, "Taken by nobody for longer than usual", store.unowned(question, MOST_LINES), question, true,
                "/work/all?free=true&sort=WAITING");
        steps(all, "With a statutory clock, and held by somebody who is away",
                store.heldByAbsent(question, MOST_LINES), question, false, "/board/workload");
        growing(all, store.growing(question), question);
        alerts(all, alerts, question);
        return all;
    }

    /** @param holders whether its holder has the next move; otherwise the leader has */
    private void steps(List<DigestSection> all, String title, List<Told> steps, Question question, boolean holders,
                       String list) {
        if (!steps.isEmpty()) {
            all.add(new DigestSection(title, steps.get(0).total(), steps.stream().map(step -> new Line(
                    step.caseReference() + ", " + step.name() + when(step, question),
                    holders ? owner(step) : people.nameOf(question.leader()),
                    holders ? "/steps/" + step.stepId() : "/steps/" + step.stepId() + "/hand-over")).toList(), list));
        }
    }

    /** A step without a date of its own is told with its case's clock alone. */
    private static String when(Told step, Question question) {
        String due = step.dueAt().isAfter(Instant.parse("9999-01-01T00:00:00Z")) ? "" : ", due "
                + DAY.format(step.dueAt().minusNanos(1).atZone(ServiceClock.LONDON));
        LocalDate last = step.clockLastDay();
        return due + (last == null ? "" : last.isBefore(question.today())
                ? ", last day of the statutory clock was " + DAY.format(last)
                : ", last day of the statutory clock " + DAY.format(last));
    }

    private String owner(Told step) {
        return step.owner() != null ? people.nameOf(step.owner())
                : people.team(step.team()).map(team -> "nobody yet, " + team.name() + " takes it").orElse("nobody yet");
    }

    private void growing(List<DigestSection> all, List<Growing> stages, Question question) {
        if (!stages.isEmpty()) {
            all.add(new DigestSection("More came in than went out in each of three weeks", stages.size(),
                    stages.stream().limit(MOST_LINES).map(stage -> new Line(stage.name() + ": " + stage.came() + " in, "
                            + stage.went() + " out", people.nameOf(question.leader()), "/board/flow")).toList(),
                    "/board/flow"));
        }
    }

    private void alerts(List<DigestSection> all, List<Alert> alerts, Question question) {
        if (!alerts.isEmpty()) {
            Optional<Instant> heard = store.lastHeard(Mornings.keys(question.leader()), question.today());
            all.add(new DigestSection("Alerts", alerts.size(), alerts.stream()
                    .map(alert -> new Line(say(alert, heard), people.nameOf(question.leader()),
                            "/board/escalations"))
                    .toList(), "/board/escalations"));
        }
    }

    /**
     * When the alert was told of says nothing here: once the message is written it was, also to whoever reads of it for
     * the first time.
     *
     * @param heard when the message was written that its reader got last; empty where they got none
     */
    private String say(Alert alert, Optional<Instant> heard) {
        String what = alert.measure().title() + (alert.team().isEmpty() ? "" : " of "
                + people.team(alert.team()).map(Team::name).orElse(alert.team())) + ": " + alert.value();
        if (alert.resolvedAt() != null) {
            return "Resolved. " + what + ", " + alert.highest() + " at its highest";
        }
        boolean reminds = alert.toldAt() != null && alert.acknowledgedAt() == null
                && heard.filter(at -> !at.isBefore(alert.raisedAt())).isPresent();
        return !reminds ? what : what + ", since "
                + DAY.format(alert.raisedAt().atZone(ServiceClock.LONDON)) + ", and nobody has acknowledged it";
    }
}
