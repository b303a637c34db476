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
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.clock.Deadlines;
import org.threshold.form.FieldError;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepMoves;

/** What a team leader decides about a late step: more time, another officer, or themselves. */
@Component
class UnblockOverdueStep implements StepHandler {

    private static final String ACTION = "unblockAction";

    private final Ladders ladders;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<StepMoves> moves;
    private final ObjectProvider<LateSteps> lateSteps;
    private final ObjectProvider<Deadlines> deadlines;
    private final People people;
    private final CurrentOfficer officer;

    UnblockOverdueStep(Ladders ladders, ObjectProvider<TaskService> tasks, ObjectProvider<StepMoves> moves,
                       ObjectProvider<LateSteps> lateSteps, ObjectProvider<Deadlines> deadlines, People people,
                       CurrentOfficer officer) {
        this.ladders = ladders;
        this.tasks = tasks;
        this.moves = moves;
        this.lateSteps = lateSteps;
        this.deadlines = deadlines;
        this.people = people;
        this.officer = officer;
    }

    @Override
    public String formKey() {
        return "unblock-overdue-step";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        OverdueStep late = lateStep(step);
        Map<String, String> owners = new LinkedHashMap<>();
        for (Officer member : people.membersOf(late.team())) {
            if (!member.username().equals(late.owner())) {
                owners.put(member.username(), member.name());
            }
        }
        return Map.of("options", Map.of("owners", owners), "lateStep", late.stepName(),
                "lateOwner", late.owner() == null ? "Nobody" : people.nameOf(late.owner()), "lateDue", late.dueAt());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> answers) {
        OverdueStep late = lateStep(step);
        if (answers.get("newDate") instanceof LocalDate day && !end(day).isAfter(late.dueAt())) {
            return List.of(new FieldError("newDate", "The new day must be later than the day on which it was due"));
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
