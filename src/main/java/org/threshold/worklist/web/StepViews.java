package org.threshold.worklist.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Role;
import org.threshold.access.Team;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ClockRules;
import org.threshold.clock.ServiceClock;
import org.threshold.worklist.OpenStep;

/** Puts steps into words for a page. Names of people and teams come from memory, not from the database. */
@Component
class StepViews {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy 'at' HH:mm", Locale.UK).withZone(ServiceClock.LONDON);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final Map<String, String> LANES = Map.of("EMERGENCY", "Homeless tonight",
            "TWENTY_FOUR_HOURS", "24 hours", "YOUNG_PERSON", "Aged 16 or 17", "STANDARD", "Standard");

    private final People people;
    private final CurrentOfficer current;
    private final ClockRules rules;
    private final Clock clock;

    StepViews(People people, CurrentOfficer current, ClockRules rules, Clock clock) {
        this.people = people;
        this.current = current;
        this.rules = rules;
        this.clock = clock;
    }

    List<StepView> of(List<OpenStep> steps) {
        return steps.stream().map(this::of).toList();
    }

    StepView of(OpenStep step) {
        Officer me = current.get();
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        LocalDate due = step.dueAt() == null ? null : LocalDate.ofInstant(step.dueAt().minusNanos(1), ServiceClock.LONDON);
        boolean late = step.overdue(now);
        LocalDate last = step.clockLastDay();
        return new StepView(step.stepId(), step.name(), step.caseReference().value(), step.applicantName(),
                step.flags(), teamName(step.team()), step.owner() == null ? null : people.nameOf(step.owner()),
                step.ownedBy(me.username()), step.free() && (step.restricted() || me.teams().contains(step.team())), lane(step.lane()),
                step.inPerson(), role(step.role()), due == null ? "No date" : dueText(step.dueAt()),
                due == null ? null : late ? overdue(due, today) : in(due, today), late,
                !late && due != null && !due.isAfter(today), clock(step.clockKind(), last),
                last == null ? null
                        : last.isBefore(today) ? "last day was " + ago(last, today) : "last day " + in(last, today),
                last != null && last.isBefore(today),
                step.onHold(today) ? "On hold until " + DAY.format(step.holdUntil()) + ": "
                        + step.holdReason().title().toLowerCase(Locale.UK) : null,
                DAY.format(step.createdAt().atZone(ServiceClock.LONDON)), step.provision(), step.restricted());
    }

    String teamName(String key) {
        return people.team(key).map(Team::name).orElse(key);
    }

    static String lane(String lane) {
        return lane == null ? null : LANES.getOrDefault(lane, words(lane));
    }

    static Map<String, String> lanes() {
        Map<String, String> ordered = new java.util.LinkedHashMap<>();
        for (String lane : List.of("EMERGENCY", "TWENTY_FOUR_HOURS", "YOUNG_PERSON", "STANDARD")) {
            ordered.put(lane, LANES.get(lane));
        }
        return ordered;
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The end of a day is said as the day: 'due 24 November' and not 'due 25 November at 00:00'. */
    private static String dueText(Instant due) {
        var local = due.atZone(ServiceClock.LONDON);
        return local.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                ? "end of " + DAY.format(local.minusDays(1)) : MOMENT.format(due);
    }

    String clockName(ClockKind kind) {
        return rules.nameOf(kind);
    }

    private String clock(ClockKind kind, LocalDate last) {
        return kind == null ? null : last == null ? clockName(kind) : clockName(kind) + ", " + DAY.format(last);
    }

    private static String role(String role) {
        return role == null ? null : Role.valueOf(role).title();
    }

    private static String overdue(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(due, today);
        return days == 0 ? "overdue since today" : days + (days == 1 ? " day overdue" : " days overdue");
    }

    private static String in(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
    }

    private static String ago(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        return days == 1 ? "yesterday" : days + " days ago";
    }

    private static String words(String constant) {
        String text = constant.toLowerCase(Locale.UK).replace('_', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
