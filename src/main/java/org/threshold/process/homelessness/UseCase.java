package org.threshold.process.homelessness;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.threshold.casefile.CaseReference;

/** One use case of a subject, called by a service task for the case of its business key. */
public final class UseCase implements JavaDelegate {

    private final BiConsumer<CaseReference, DelegateExecution> call;

    public UseCase(BiConsumer<CaseReference, DelegateExecution> call) {
        this.call = call;
    }

    @Override
    public void execute(DelegateExecution execution) {
        call.accept(new CaseReference(execution.getProcessBusinessKey()), execution);
    }
}
