package org.threshold.charge;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;

/**
 * Goes round and charges the nights that have been spent: minutes after midnight, and whenever the service was not
 * running then. A round in which nothing is due costs one statement.
 */
@Component
class ChargeRound {

    private static final Logger LOG = LoggerFactory.getLogger(ChargeRound.class);
    private static final int AT_ONCE = 200;

    private final Charging charging;
    private final ArrearsWatch watch;
    private final CurrentOfficer officer;
    private final Clock clock;
    /** Arrears come to a point from one day to the next, or with new charges; other rounds need not look. */
    private volatile LocalDate proposedOn;

    ChargeRound(Charging charging, ArrearsWatch watch, CurrentOfficer officer, Clock clock) {
        this.clock = clock;
        this.charging = charging;
        this.watch = watch;
        this.officer = officer;
    }

    @Scheduled(initialDelayString = "${threshold.charge.round:PT1M}", fixedDelayString = "${threshold.charge.round:PT1M}")
    void go() {
        try {
            officer.asService(this::chargeAll);
        } catch (DataAccessException busy) {
            // What was not charged now is found again in the next round.
            LOG.warn("Nights could not be charged: {}", busy.getClass().getSimpleName());
        }
    }

    /** A rate that was changed for nights already charged is found here. */
    @Scheduled(cron = "${threshold.charge.compare-at:0 5 3 * * *}", zone = "Europe/London")
    void compare() {
        int lines = officer.asService(charging::agreeAll);
        if (lines > 0) {
            LOG.info("The charges of placements were made to agree with their rates: {} lines", lines);
        }
    }

    /** @return how many accounts were charged */
    int chargeAll() {
        int charged = 0;
        for (int some = charging.chargeNewNights(AT_ONCE); some > 0; some = charging.chargeNewNights(AT_ONCE)) {
            charged += some;
        }
        LocalDate today = LocalDate.now(clock);
        if (charged > 0 || !today.equals(proposedOn)) {
            watch.propose();
            proposedOn = today;
        }
        return charged;
    }
}
