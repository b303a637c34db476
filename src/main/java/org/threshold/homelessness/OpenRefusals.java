package org.threshold.homelessness;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.CooperationRefusal.Settled;
import org.threshold.homelessness.store.CooperationStore;

/** How an open warning about co-operation is settled: by itself, or together with the duty whose plan it was about. */
@Component
class OpenRefusals {

    private final CooperationStore store;
    private final CaseClocks clocks;
    private final CaseRecord record;

    OpenRefusals(CooperationStore store, CaseClocks clocks, CaseRecord record) {
        this.store = store;
        this.clocks = clocks;
        this.record = record;
    }

    /** @throws NotPossible when it was settled meanwhile */
    void settle(CooperationRefusal refusal, Settled how, String notes) {
        if (!store.settle(refusal.id(), how, notes, record.by(), record.now())) {
            throw new NotPossible("Someone else has settled this meanwhile.");
        }
        String words = words(how);
        clocks.end(refusal.caseReference(), ClockKind.NON_COOPERATION_WARNING, record.today(), words);
        record.tell(refusal.caseReference(), "decision", words, notes);
        record.audit(refusal.caseReference(), "cooperation.settled", refusal.id(), Map.of("how", how.name()), "s193B");
    }

    /** The duty ends in another way, or is about to: what was open about its plan ends too. */
    void endWithDuty(CaseReference reference) {
        store.open(reference).ifPresent(open -> settle(open, Settled.DUTY_ENDED, null));
    }

    private static String words(Settled how) {
        return switch (how) {
            case STEP_TAKEN -> "They have taken the step. No notice is given";
            case GOOD_REASON -> "They had a good reason not to take the step. No notice is given";
            case NOTICE_GIVEN -> "Notice of refusal to co-operate given";
            case DUTY_ENDED -> "The warning about co-operation ended with the work on the duty";
        };
    }
}
