package org.threshold.board;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.threshold.board.store.WhereStore;

/** Reads the steps into memory when the service has started, so that nobody's first look at the board waits for it. */
@Component
class WhereRounds {

    private static final Logger LOG = LoggerFactory.getLogger(WhereRounds.class);

    private final WhereStore store;

    WhereRounds(WhereStore store) {
        this.store = store;
    }

    /** A round in which nothing changed costs one statement. */
    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "${threshold.board.steps-round:PT1M}")
    void read() {
        try {
            store.refresh();
        } catch (DataAccessException | TransactionException busy) {
            LOG.warn("The steps could not be read into memory: {}", busy.getClass().getSimpleName());
        }
    }
}
