package org.threshold.audit;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.audit.AuditVerifier.Finding;
import org.threshold.audit.store.AuditGuards;

/** Makes the coming months ready at start and each night, and checks each night what was written since. */
@Component
class AuditNights {

    private static final Logger LOG = LoggerFactory.getLogger(AuditNights.class);
    /** A service that nobody starts anew for a season still has a month to write to; after that the default one. */
    private static final int MONTHS_AHEAD = 3;
    private static final int MOST_LOGGED = 20;

    private final AuditGuards guards;
    private final AuditVerifier verifier;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AuditNights(AuditGuards guards, AuditVerifier verifier, TransactionTemplate transactions, Clock clock) {
        this.guards = guards;
        this.verifier = verifier;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "${threshold.audit.months-at:0 40 1 * * *}", zone = "Europe/London")
    void makeMonths() {
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            make(now.plusMonths(ahead));
        }
    }

    private void make(YearMonth month) {
        try {
            if (!guards.hasMonth(month)) {
                transactions.executeWithoutResult(status -> guards.makeMonth(month));
            }
        } catch (DataAccessException busy) {
            // Nothing is lost: the default partition takes what has no month, and there is a next night.
            LOG.warn("The audit's partition of {} could not be made: {}", month, busy.getClass().getSimpleName());
        }
    }

    @Scheduled(cron = "${threshold.audit.check-at:0 50 1 * * *}", zone = "Europe/London")
    void check() {
        verifier.verifyChanged().ifPresent(result -> {
            List<Finding> findings = result.findings();
            if (findings.isEmpty()) {
                LOG.info("The audit is whole: {} entries were checked", result.entries());
                return;
            }
            LOG.error("The audit was changed behind Threshold, {} findings. Run --verify-audit and tell the data"
                    + " protection officer", findings.size());
            findings.stream().limit(MOST_LOGGED).forEach(finding -> LOG.error(finding.message()));
        });
    }
}
