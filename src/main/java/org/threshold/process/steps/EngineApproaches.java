package org.threshold.process.steps;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.ApproachProcess;
import org.threshold.homelessness.Stage;
import org.threshold.process.store.EngineRows;

/** Starts the process of an approach and tells it what happened; the case reference is the business key. */
@Service
@Transactional
class EngineApproaches implements ApproachProcess {

    private static final String PROCESS = "homelessness-approach";

    private static final int MOST_BESIDE = 100;

    private static final String PLANNING = "assessment-and-plan";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineRows rows;
    private final Unrecorded unrecorded;
    private final Clock clock;

    EngineApproaches(ProcessEngine engine, EngineRows rows, Unrecorded unrecorded, Clock clock) {
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.rows = rows;
        this.unrecorded = unrecorded;
        this.clock = clock;
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
        runtime.createProcessInstanceByKey(PROCESS).businessKey(reference.value()).setVariables(variables)
                .startBeforeActivity(elementOf(stage)).execute();
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
        return runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(reference.value()).count() > 0;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public boolean tell(CaseReference reference, String message, Map<String, Object> variables) {
        Execution waiting = runtime.createExecutionQuery().processInstanceBusinessKey(reference.value())
                .messageEventSubscriptionName(message).singleResult();
        if (waiting == null) {
            return false;
        }
        EngineCalls.onStep(() -> {
            runtime.messageEventReceived(message, waiting.getId(), variables);
            return null;
        });
        return true;
    }
}
