package org.threshold.insight;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.WorkingTime;
import org.threshold.insight.store.MeasureTable;

/**
 * Ends in the measures the holds whose day has come, so that who reads the rows of open steps need not know about it.
 * Nobody does anything when a hold lapses; the next fact about the step would find it too. A round in which nothing
 * lapses costs one statement.
 */
@Component
class LapsedHolds {

    private static final Logger LOG = LoggerFactory.getLogger(LapsedHolds.class);
    private static final int AT_ONCE = 500;

    private final MeasureTable measures;
    private final CouncilCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LapsedHolds(MeasureTable measures, CouncilCalendar calendar, Clock clock, PlatformTransactionManager transactions) {
        this.measures = measures;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelayString = "${threshold.measures.round:PT1M}",
            fixedDelayString = "${threshold.measures.round:PT1M}")
    void go() {
        try {
            while (endSome() == AT_ONCE) {
                LOG.info("The holds of {} steps have lapsed; there are more", AT_ONCE);
            }
        } catch (DataAccessException busy) {
            // They are found again in the next round.
            LOG.warn("Lapsed holds could not be ended: {}", busy.getClass().getSimpleName());
        }
    }

    /** @return how many lapsed, at most those of one turn */
    private int endSome() {
        return transaction.execute(status -> {
            List<Measure> lapsing = measures.lapsing(clock.instant(), AT_ONCE);
            new MeasuresOfSteps(lapsing, new WorkingTime(calendar.workingDays())).lapse(clock.instant());
            measures.write(lapsing);
            return lapsing.size();
        });
    }
}
