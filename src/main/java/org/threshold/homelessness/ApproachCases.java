package org.threshold.homelessness;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.store.TriageStore;

/** Approaches as case files with a process of their own. */
@Service
class ApproachCases implements Approaches {

    /** Message names that the approach waits for. */
    static final String BACK_IN_TOUCH = "threshold.approach.backInTouch";
    static final String WITHDRAWN = "threshold.approach.withdrawn";

    private final CaseRegister register;
    private final CaseClocks clocks;
    private final ApproachProcess process;
    private final TriageStore store;
    private final ContactAttempts attempts;
    private final AtRisk atRisk;
    private final CaseRecord record;

    ApproachCases(CaseRegister register, CaseClocks clocks, ApproachProcess process, TriageStore store,
                  ContactAttempts attempts, AtRisk atRisk,
                  CaseRecord record) {
        this.register = register;
        this.clocks = clocks;
        this.process = process;
        this.store = store;
        this.attempts = attempts;
        this.atRisk = atRisk;
        this.record = record;
    }

    /**
     * Inquiries are counted from the approach until triage says that there is no reason to believe (s184(1)): the
     * cautious reading.
     */
    @Needs(Permission.TAKE_APPROACH)
    @Override
    @Transactional
    public CaseReference take(NewApproach approach) {
        CaseReference reference = open(approach.newCase(), false);
        if (approach.restriction() != null) {
            atRisk.restrict(reference, approach.newCase().team(), approach.restriction());
        }
        return reference;
    }

    /** @param outOfHours whether the day team has to complete what a duty officer recorded */
    CaseReference open(NewCase newCase, boolean outOfHours) {
        CaseReference reference = register.open(newCase);
        clocks.start(reference, ClockKind.INQUIRIES, record.today());
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", newCase.team());
        variables.put("lane", outOfHours ? "EMERGENCY" : "STANDARD");
        variables.put("outOfHours", outOfHours);
        process.start(reference, variables);
        return reference;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public boolean running(CaseReference reference) {
        return process.runs(reference);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public boolean withdraw(CaseReference reference, String reason) {
        String by = record.by();
        if (!process.runs(reference)) {
            return false;
        }
        store.insertWithdrawal(reference, reason, by, record.now());
        record.tell(reference, "contact", "The applicant withdrew", reason);
        record.audit(reference, "approach.withdrawn", reference, Map.of(), "s195(8)(g), s189B(7)(f)");
        return process.tell(reference, WITHDRAWN, Map.of());
    }

    @Needs(Permission.RECORD_CONTACT)
    @Override
    @Transactional
    public boolean backInTouch(CaseReference reference, String what) {
        record.by();
        attempts.record(reference, record.today(), ContactWay.THEY_CAME, true, what);
        record.audit(reference, "approach.backInTouch", reference, Map.of(), null);
        return process.tell(reference, BACK_IN_TOUCH, Map.of());
    }
}
