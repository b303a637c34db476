package org.threshold.process.steps;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.ApproachProcess;
import org.threshold.homelessness.Stage;

/** Starts the process of an approach and tells it what happened; the case reference is the business key. */
@Service
@Transactional
class EngineApproaches implements ApproachProcess {

    private static final String PROCESS = "homelessness-approach";

    private final RuntimeService runtime;

    EngineApproaches(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
    }

    @Override
    public void start(CaseReference reference, Map<String, Object> variables) {
        EngineCalls.onStep(() -> runtime.startProcessInstanceByKey(PROCESS, reference.value(), variables));
    }

    @Override
    public void startAt(CaseReference reference, Stage stage, Map<String, Object> variables) {
        EngineCalls.onStep(() -> runtime.createProcessInstanceByKey(PROCESS).businessKey(reference.value())
                .setVariables(variables).startBeforeActivity(elementOf(stage)).execute());
    }

    @Override
    public void startBeside(CaseReference reference, String processKey, Map<String, Object> variables) {
        EngineCalls.onStep(() -> runtime.startProcessInstanceByKey(processKey, reference.value(), variables));
    }

    private static String elementOf(Stage stage) {
        return switch (stage) {
            case TRIAGE -> "task_triageApproach";
            case ASSESSMENT -> "call_assessmentAndPlan";
            case PREVENTION -> "call_preventionDuty";
            case RELIEF -> "call_reliefDuty";
            case DECISION -> "call_homelessnessDecision";
            case MAIN_DUTY -> "task_dischargeMainDuty";
            case S190 -> "call_intentionalHomelessness";
            case S193C -> "call_accommodationAfterNonCooperation";
            case CLOSING -> "task_closeCase";
        };
    }

    @Override
    public boolean runs(CaseReference reference) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(reference.value()).count() > 0;
    }

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
