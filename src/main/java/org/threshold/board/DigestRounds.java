package org.threshold.board;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;

/** When the numbers of the board are looked at, and when the morning's messages are written. */
@Component
class DigestRounds {

    private static final Logger LOG = LoggerFactory.getLogger(DigestRounds.class);

    private final Digests digests;
    private final Alerts alerts;
    private final CurrentOfficer officer;

    DigestRounds(Digests digests, Alerts alerts, CurrentOfficer officer) {
        this.digests = digests;
        this.alerts = alerts;
        this.officer = officer;
    }

    /** On days that are not worked nothing is written. What failed is tried again; what was written is not. */
    @Scheduled(cron = "${threshold.board.digest-at:0 30/10 7 * * *}", zone = "Europe/London")
    void morning() {
        try {
            int sent = officer.asService(digests::write);
            if (sent > 0) {
                LOG.info("{} messages of the morning were queued", sent);
            }
        } catch (RuntimeException failed) {
            LOG.error("The messages of the morning could not be written", failed);
        }
    }

    /** For the first time soon after a start, when a number may have gone over its bound while nobody looked. */
    @Scheduled(initialDelayString = "${threshold.board.alerts-first:PT1M}",
            fixedDelayString = "${threshold.board.alerts-round:PT15M}")
    void watch() {
        try {
            officer.asService(() -> {
                alerts.measure();
                return null;
            });
        } catch (DataAccessException busy) {
            LOG.warn("The numbers of the board could not be looked at: {}", busy.getClass().getSimpleName());
        }
    }
}
