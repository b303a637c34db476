package org.threshold.moveon;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.CurrentOfficer;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.store.MoveOnStore;
import org.threshold.worklist.CaseProcesses;

/**
 * Ends at each start the search for a home under a duty that is not owed any more. Until the end of November 2026 an end
 * that was authorised while a step was late could leave one behind, beside which another would begin with the next duty.
 */
@Component
public class LeftOverMoveOns {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOverMoveOns.class);

    private final MoveOnStore store;
    private final CaseProcesses processes;
    private final CurrentOfficer officer;
    private final TransactionTemplate transactions;

    LeftOverMoveOns(MoveOnStore store, CaseProcesses processes, CurrentOfficer officer,
                    TransactionTemplate transactions) {
        this.store = store;
        this.processes = processes;
        this.officer = officer;
        this.transactions = transactions;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void end() {
        for (CaseReference reference : store.leftOver()) {
            try {
                officer.asService(() -> transactions.execute(status ->
                        processes.tell(reference, MoveOns.DUTY_ENDED, Map.of())));
            } catch (RuntimeException failed) {
                LOG.warn("The way of {} to a home, to which no duty leads any more, could not be ended", reference,
                        failed);
            }
        }
    }
}
