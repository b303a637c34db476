package org.threshold.process.model;

import static org.threshold.process.model.AllowedContent.BPMN;

import java.util.List;
import org.w3c.dom.Element;

/** Every officer's step shows how it escalates when overdue, and the process catches that escalation. */
final class EscalationRules implements ModelChecker.Rule {

    static final String CODE = "stepOverdue";
    /** The ladder's own steps carry the ladder's own timers and throw no escalation. */
    static final String LADDER = "overdue-step";

    @Override
    public void check(Model model, Checking checking) {
        boolean ladder = checking.folder.key().equals(LADDER);
        List<Element> tasks = model.all("userTask");
        tasks.forEach(task -> timer(model, task, ladder, checking));
        if (ladder) {
            model.all("endEvent", "intermediateThrowEvent").stream().filter(event -> !model.escalation(event).isEmpty())
                    .forEach(event -> checking.add(model, event,
                            "the overdue ladder must not escalate itself. Use a plain end event."));
        } else if (!tasks.isEmpty() && !catches(model)) {
            checking.add(model, model.processes().stream().findFirst().orElse(model.root),
                    "nothing catches overdue steps. Add an event sub-process with a non-interrupting escalation start"
                            + " event for the code " + CODE + " that calls the process " + LADDER + ".");
        }
    }

    private static void timer(Model model, Element task, boolean ladder, Checking checking) {
        String id = task.getAttribute("id");
        List<Element> timers = model.all("boundaryEvent").stream()
                .filter(event -> event.getAttribute("attachedToRef").equals(id))
                .filter(event -> event.getAttribute("id").startsWith("timer_overdue"))
                .toList();
        if (timers.size() != 1) {
            checking.add(model, task, "has " + (timers.isEmpty() ? "no" : "more than one")
                    + " overdue timer. Attach one timer named 'Overdue' with an id like timer_overdue"
                    + capital(id.replaceFirst("^task_", "")) + ".");
            return;
        }
        Element timer = timers.get(0);
        if (!timer.getAttribute("cancelActivity").equals("false")) {
            checking.add(model, timer, "ends the step when it is overdue. Make the timer non-interrupting.");
        }
        String due = Model.engine(task, "dueDate");
        String date = Xml.children(timer, BPMN, "timerEventDefinition").stream()
                .map(definition -> Model.text(definition, "timeDate")).findFirst().orElse("");
        if (!date.equals(due)) {
            checking.add(model, timer, "must fire at the step's due date. Set its date to " + due + ".");
        }
        boolean escalates = model.after(timer).stream().anyMatch(next -> model.escalation(next).equals(CODE));
        if (!ladder && !escalates) {
            checking.add(model, timer, "must lead to an escalation end event with the code " + CODE
                    + ". Draw the flow to one.");
        }
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static boolean catches(Model model) {
        return model.all("subProcess").stream()
                .filter(sub -> sub.getAttribute("triggeredByEvent").equals("true"))
                .filter(sub -> Xml.children(sub, BPMN, "startEvent").stream()
                        .anyMatch(start -> start.getAttribute("isInterrupting").equals("false")
                                && model.escalation(start).equals(CODE)))
                .anyMatch(sub -> Xml.children(sub, BPMN, "callActivity").stream()
                        .anyMatch(call -> call.getAttribute("calledElement").equals(LADDER)));
    }
}
