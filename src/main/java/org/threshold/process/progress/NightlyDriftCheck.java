package org.threshold.process.progress;

import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.insight.Measures;
import org.threshold.process.DriftCheck;
import org.threshold.process.store.EngineRows;
import org.threshold.worklist.StepRows;

/** Compares every night, when few work, and whenever somebody asks. */
@Service
class NightlyDriftCheck implements DriftCheck {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyDriftCheck.class);

    private final EngineRows engine;
    private final StepRows worklist;
    private final TransactionTemplate oneSnapshot;
    private final Measures measures;
    private final CurrentOfficer officer;
    private final Clock clock;
    private volatile Drift latest;
    private volatile List<String> differing = List.of();

    NightlyDriftCheck(EngineRows engine, StepRows worklist, Measures measures,
                      PlatformTransactionManager transactions, CurrentOfficer officer, Clock clock) {
        this.oneSnapshot = new TransactionTemplate(transactions);
        oneSnapshot.setReadOnly(true);
        oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.engine = engine;
        this.worklist = worklist;
        this.measures = measures;
        this.officer = officer;
        this.clock = clock;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    public Drift compare() {
        return oneSnapshot.execute(transaction -> difference());
    }

    /** Both sides are read from one snapshot: a step completed in between is not drift. */
    private Drift difference() {
        TreeSet<String> missing = new TreeSet<>(engine.taskIds());
        TreeSet<String> stray = new TreeSet<>(worklist.stepIds());
        TreeSet<String> both = new TreeSet<>(missing);
        both.retainAll(stray);
        missing.removeAll(both);
        stray.removeAll(both);
        latest = new Drift(clock.instant(), List.copyOf(missing), List.copyOf(stray), differing);
        return latest;
    }

    @Needs(Permission.VIEW_INCIDENTS)
    @Override
    public Drift latest() {
        Drift known = latest;
        return known != null ? known : compare();
    }

    /** What cannot be compared must not keep the worklist from being compared. */
    private List<String> differing() {
        try {
            return measures.differing();
        } catch (RuntimeException failed) {
            LOG.error("The measures could not be compared with their facts", failed);
            return List.of();
        }
    }

    @Scheduled(cron = "0 20 2 * * *", zone = "Europe/London")
    void compareAtNight() {
        Drift drift = officer.asService(() -> {
            differing = differing();
            return compare();
        });
        if (drift.count() > 0) {
            LOG.error("The worklist differs from the engine in {} missing and {} stray steps, and the measures from their "
                            + "facts in {}: {} {} {}", drift.missing().size(), drift.stray().size(),
                    drift.measures().size(), drift.missing(), drift.stray(), drift.measures());
        } else {
            LOG.info("The worklist and the engine agree on every open step, and the measures with their facts");
        }
    }
}
