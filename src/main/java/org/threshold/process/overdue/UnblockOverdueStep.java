package org.threshold.process.overdue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseAccess;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Presence;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;
import org.threshold.access.Role;
import org.threshold.clock.Deadlines;
import org.threshold.form.FieldError;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.Worklist;

/** What a team leader decides about a late step: more time, another officer, or themselves. */
@Component
class UnblockOverdueStep implements StepHandler {

    private static final String ACTION = "unblockAction";

    private final Ladders ladders;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<StepMoves> moves;
    private final ObjectProvider<LateSteps> lateSteps;
    private final ObjectProvider<Deadlines> deadlines;
    private final ObjectProvider<Worklist> worklist;
    private final Presence presence;
    private final RestrictedCases restricted;
    private final People people;
    private final CurrentOfficer officer;
    private final CaseAccess access;

    UnblockOverdueStep(Ladders ladders, ObjectProvider<TaskService> tasks, ObjectProvider<StepMoves> moves,
                       ObjectProvider<LateSteps> lateSteps, ObjectProvider<Deadlines> deadlines,
                       ObjectProvider<Worklist> worklist, Presence presence, RestrictedCases restricted,
                       People people, CurrentOfficer officer, CaseAccess access) {
        this.ladders = ladders;
        this.tasks = tasks;
        this.moves = moves;
        this.lateSteps = lateSteps;
        this.deadlines = deadlines;
        this.worklist = worklist;
        this.presence = presence;
        this.restricted = restricted;
        this.people = people;
        this.officer = officer;
        this.access = access;
    }

    @Override
    public String formKey() {
        return "unblock-overdue-step";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        OverdueStep late = lateStep(step);
        OpenStep open = worklist.getObject().step(late.stepId());
        int seniority = (open.role() == null ? Role.OFFICER : Role.valueOf(open.role())).seniority();
        Map<String, String> owners = new LinkedHashMap<>();
        for (Officer member : candidates(open)) {
            if (!member.username().equals(open.owner()) && member.seniority() >= seniority) {
                owners.put(member.username(), member.name());
            }
        }
        return Map.of("options", Map.of("owners", owners), "beside", beside(late, open.owner()));
    }

    /** Its team, or on a restricted case the people named, whatever their team. */
    private List<Officer> candidates(OpenStep late) {
        return !late.restricted() ? people.membersOf(late.team())
                : restricted.of(late.caseReference()).map(Restriction::people).orElse(List.of()).stream()
                        .flatMap(named -> people.find(named.username()).stream()).toList();
    }

    /** What the leader must see first: which step, whose it is, and since when it is late. */
    private Map<String, String> beside(OverdueStep late, String owner) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Late step", late.stepName());
        lines.put("Held by", owner == null ? "Nobody" : people.nameOf(owner));
        lines.put("Was due", ladders.say(late.dueAt()));
        lines.put("Late since", ladders.say(late.raisedAt()));
        return lines;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> answers) {
        if (!access.allows(Permission.UNBLOCK_OVERDUE, step.caseReference())) {
            return List.of(new FieldError(ACTION, "You cannot unblock this step. You opened the case in an emergency;"
                    + " its manager, or a leader who is named on it, can"));
        }
        OverdueStep late = lateStep(step);
        return switch (String.valueOf(answers.get(ACTION))) {
            case "EXTEND" -> answers.get("newDate") instanceof LocalDate day && !end(day).isAfter(late.dueAt())
                    ? List.of(new FieldError("newDate", "The new day must be later than the day on which it was due"))
                    : List.of();
            case "REASSIGN" -> cannotGetIt(late, (String) answers.get("newOwner"), "newOwner");
            case "TAKE_OVER" -> cannotGetIt(late, officer.get().username(), ACTION);
            default -> List.of();
        };
    }

    /** Said beside the question, so that nothing that was typed is lost; the worklist itself would refuse it too. */
    private List<FieldError> cannotGetIt(OverdueStep late, String username, String question) {
        OpenStep step = worklist.getObject().step(late.stepId());
        if (step.inPerson() && !presence.onSiteToday(username)) {
            return List.of(new FieldError(question, people.nameOf(username)
                    + " cannot be given this step today. It must be done in person, and they have not said that they"
                    + " work at an office today, or are out on visits"));
        }
        return List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> answers) {
        OverdueStep late = lateStep(step);
        String action = (String) answers.get(ACTION);
        String cause = (String) answers.get("cause");
        switch (action) {
            case "EXTEND" -> extend(late, cause, (LocalDate) answers.get("newDate"), (String) answers.get("reason"));
            case "REASSIGN" -> give(late, action, cause, (String) answers.get("newOwner"),
                    (String) answers.get("note"));
            case "TAKE_OVER" -> give(late, action, cause, officer.get().username(), null);
            default -> throw new IllegalArgumentException("Unknown way to unblock a step: " + action);
        }
        return Map.of(ACTION, action);
    }

    private void extend(OverdueStep late, String cause, LocalDate day, String reason) {
        Instant due = end(day);
        lateSteps.getObject().giveUntil(late.stepId(), due);
        ladders.acted(late, "EXTEND", cause, late.owner(), due, reason);
    }

    private void give(OverdueStep late, String action, String cause, String username, String note) {
        moves.getObject().handToPerson(late.stepId(), username, note);
        ladders.acted(late, action, cause, username, late.dueAt(), note);
    }

    private Instant end(LocalDate day) {
        return deadlines.getObject().endOf(day);
    }

    private OverdueStep lateStep(StepContext step) {
        Object id = tasks.getObject().getVariable(step.stepId(), LadderListeners.OVERDUE_ID);
        return ladders.get(UUID.fromString(String.valueOf(id)));
    }
}
