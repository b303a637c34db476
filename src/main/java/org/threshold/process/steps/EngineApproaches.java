package org.threshold.process.steps;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationInstantiationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.ApproachProcess;
import org.threshold.homelessness.Stage;
import org.threshold.process.AtCommit;
import org.threshold.process.store.EngineRows;

/** Starts the process of an approach and tells it what happened; the case reference is the business key. */
@Service
@Transactional
class EngineApproaches implements ApproachProcess {

    private static final String PROCESS = "homelessness-approach";

    /** Whoever is taken up here lives somewhere already, which is brought over with them or entered on the case. */
    private static final Set<Stage> ACCOMMODATED = Set.of(Stage.MAIN_DUTY, Stage.S190, Stage.S193C);

    /** What goes on beside, whatever is decided again. */
    private static final Set<String> GOES_ON = Set.of("call_interimAccommodation", "call_tellChildrensServices",
            "sub_circumstancesChanged");
    /** What the approach has found so far, and finds anew from the stage to which it is put back. */
    private static final Set<String> FOUND_ON_THE_WAY = Set.of("decision", "reliefEnd", "preventionEnd", "referral");

    private static final int MOST_BESIDE = 100;

    private static final String PLANNING = "assessment-and-plan";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineRows rows;
    private final Unrecorded unrecorded;
    private final Clock clock;
    private final CurrentOfficer officer;
    private final AtCommit<Message> atCommit = new AtCommit<>(this::tell);

    private record Message(CaseReference reference, String name) {
    }

    EngineApproaches(ProcessEngine engine, EngineRows rows, Unrecorded unrecorded, Clock clock,
                     CurrentOfficer officer) {
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.rows = rows;
        this.unrecorded = unrecorded;
        this.clock = clock;
        this.officer = officer;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public void start(CaseReference reference, Map<String, Object> variables) {
        EngineCalls.onStep(() -> runtime.startProcessInstanceByKey(PROCESS, reference.value(), variables));
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public void startAt(CaseReference reference, Stage stage, Map<String, Object> variables) {
        EngineCalls.onStep(() -> {
            if (stage == Stage.PLAN) {
                startAtPlan(reference, variables);
            } else {
                startBefore(reference, stage, variables);
            }
            catchUp(reference);
            return null;
        });
    }

    private void startBefore(CaseReference reference, Stage stage, Map<String, Object> variables) {
        Map<String, Object> known = new HashMap<>(variables);
        known.put("accommodationKnown", ACCOMMODATED.contains(stage));
        runtime.createProcessInstanceByKey(PROCESS).businessKey(reference.value()).setVariables(known)
                .startBeforeActivity(elementOf(stage)).execute();
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public void putBackAt(CaseReference reference, Stage stage, Map<String, Object> variables) {
        EngineCalls.onStep(() -> {
            ProcessInstance running = approach(reference).singleResult();
            if (running == null) {
                startBefore(reference, stage, variables);
            } else {
                putBack(running.getId(), stage, variables);
            }
            return null;
        });
    }

    private void putBack(String approach, Stage stage, Map<String, Object> variables) {
        ActivityInstance tree = runtime.getActivityInstance(approach);
        Map<String, Object> known = new HashMap<>(variables);
        FOUND_ON_THE_WAY.forEach(name -> known.put(name, null));
        known.put("accommodationKnown", ACCOMMODATED.contains(stage));
        runtime.setVariables(approach, known);
        ProcessInstanceModificationInstantiationBuilder change = runtime.createProcessInstanceModification(approach)
                .startBeforeActivity(elementOf(stage));
        for (ActivityInstance child : tree.getChildActivityInstances()) {
            if (!GOES_ON.contains(child.getActivityId())) {
                change.cancelActivityInstance(child.getId());
            }
        }
        for (TransitionInstance child : tree.getChildTransitionInstances()) {
            change.cancelTransitionInstance(child.getId());
        }
        change.execute();
    }

    /** The plan is a step of a called process, which can only be entered at its beginning and then moved on. */
    private void startAtPlan(CaseReference reference, Map<String, Object> variables) {
        unrecorded.during(() -> startBefore(reference, Stage.ASSESSMENT, variables));
        String planning = rows.running(reference.value(), PLANNING).orElseThrow();
        List<String> passed = runtime.getActiveActivityIds(planning);
        runtime.setVariables(planning, variables);
        runtime.createProcessInstanceModification(planning).startBeforeActivity("task_agreePlan").execute();
        unrecorded.during(() -> passed.forEach(element -> runtime.createProcessInstanceModification(planning)
                .cancelAllForActivity(element).execute()));
    }

    /** What would wait for the job executor is done at once, so that the case is where it belongs when it commits. */
    private void catchUp(CaseReference reference) {
        for (List<String> due = dueOf(reference); !due.isEmpty(); due = dueOf(reference)) {
            management.executeJob(due.get(0));
        }
    }

    private List<String> dueOf(CaseReference reference) {
        return rows.dueJobsOf(reference.value(), clock.instant());
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public void startBeside(CaseReference reference, String processKey, Map<String, Object> variables) {
        EngineCalls.onStep(() -> runtime.startProcessInstanceByKey(processKey, reference.value(), variables));
    }

    private static String elementOf(Stage stage) {
        return switch (stage) {
            case TRIAGE -> "call_firstContact";
            case ASSESSMENT, PLAN -> "call_assessmentAndPlan";
            case PREVENTION -> "call_preventionDuty";
            case RELIEF -> "call_reliefDuty";
            case DECISION -> "call_homelessnessDecision";
            case MAIN_DUTY -> "call_mainDuty";
            case S190 -> "call_intentionalHomelessness";
            case S193C -> "call_accommodationAfterNonCooperation";
            case CLOSING -> "task_closeCase";
        };
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public void endBeside(CaseReference reference, Set<String> except) {
        beside(reference).stream().filter(process -> !except.contains(keyOf(process)))
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "The case has ended"));
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    public boolean runsBeside(CaseReference reference) {
        return !beside(reference).isEmpty();
    }

    private List<ProcessInstance> beside(CaseReference reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value())
                .rootProcessInstances().listPage(0, MOST_BESIDE).stream()
                .filter(process -> !keyOf(process).equals(PROCESS)).toList();
    }

    /** A definition's id begins with its key. */
    private static String keyOf(ProcessInstance process) {
        return process.getProcessDefinitionId().split(":")[0];
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    public boolean runs(CaseReference reference) {
        return approach(reference).count() > 0;
    }

    private ProcessInstanceQuery approach(CaseReference reference) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(reference.value());
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public boolean tell(CaseReference reference, String message, Map<String, Object> variables) {
        return tell(waitingFor(reference, message), message, variables);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public void tellAtCommit(CaseReference reference, String message) {
        atCommit.note(new Message(reference, message));
    }

    private void tell(Set<Message> messages) {
        officer.asService(() -> {
            messages.forEach(each -> tell(each.reference(), each.name(), Map.of()));
            return null;
        });
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public boolean tellAbout(CaseReference reference, String message, String variable, Object value,
                             Map<String, Object> variables) {
        return tell(waitingFor(reference, message).processVariableValueEquals(variable, value), message, variables);
    }

    private ExecutionQuery waitingFor(CaseReference reference, String message) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(reference.value())
                .messageEventSubscriptionName(message);
    }

    private boolean tell(ExecutionQuery waiting, String message, Map<String, Object> variables) {
        Execution execution = waiting.singleResult();
        if (execution == null) {
            return false;
        }
        EngineCalls.onStep(() -> {
            runtime.messageEventReceived(message, execution.getId(), variables);
            return null;
        });
        return true;
    }
}
