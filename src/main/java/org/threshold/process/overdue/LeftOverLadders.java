package org.threshold.process.overdue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.CurrentOfficer;

/**
 * Ends at each start the ladders whose step is not open any more. Nobody can unblock such a step, so the leader's step
 * would stand in the list for ever. Until the end of November 2026 a step that ended only because its case did, with a step of
 * another process, could leave one behind.
 */
@Component
class LeftOverLadders {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOverLadders.class);

    private final OverdueRows rows;
    private final EndedSteps ended;
    private final CurrentOfficer officer;
    private final TransactionTemplate transactions;

    LeftOverLadders(OverdueRows rows, EndedSteps ended, CurrentOfficer officer, TransactionTemplate transactions) {
        this.rows = rows;
        this.ended = ended;
        this.officer = officer;
        this.transactions = transactions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void end() {
        for (String step : rows.leftOver()) {
            try {
                officer.asService(() -> {
                    transactions.executeWithoutResult(status -> ended.add(step));
                    return null;
                });
            } catch (RuntimeException failed) {
                LOG.warn("The ladder of step {}, which is not open any more, could not be ended", step, failed);
            }
        }
    }
}
