package org.threshold.process.quality;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.casefile.CaseReference;
import org.threshold.process.steps.FirstOwner;
import org.threshold.quality.Audits;
import org.threshold.quality.QualityAudit;

/** An audit is its auditor's from the start: one of the case's team who worked on it may not audit it. */
@Component
class AuditorOwnsAudit implements FirstOwner {

    private static final String STEP = "task_auditCase";

    private final ObjectProvider<Audits> audits;
    private final CurrentOfficer officer;

    AuditorOwnsAudit(ObjectProvider<Audits> audits, CurrentOfficer officer) {
        this.audits = audits;
        this.officer = officer;
    }

    @Override
    public Optional<String> of(DelegateTask step) {
        return STEP.equals(step.getTaskDefinitionKey())
                ? officer.asService(() -> audits.getObject().newest(
                        new CaseReference(step.getExecution().getProcessBusinessKey())).map(QualityAudit::auditor))
                : Optional.empty();
    }
}
