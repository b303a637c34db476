package org.threshold.process.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.OpenToAll;
import org.threshold.process.TimerWalk;
import org.threshold.process.store.EngineRows;

/** Runs jobs one after the other, in the order in which they fell due. */
@Service
@OpenToAll("Only timers that are due by the service's own clock; who may move that is asked where it is moved")
@Profile("demonstration")
class EngineTimerWalk implements TimerWalk {

    private static final Logger LOG = LoggerFactory.getLogger(EngineTimerWalk.class);
    private static final int AT_ONCE = 100;
    private static final Duration LONGEST_JOB = Duration.ofSeconds(30);

    private final JobExecutor executor;
    private final ManagementService management;
    private final EngineRows rows;
    private final CurrentOfficer officer;
    private final List<ThreadPoolTaskExecutor> pools;
    private final Clock clock;
    private boolean paused;

    EngineTimerWalk(ProcessEngine engine, EngineRows rows, CurrentOfficer officer, List<ThreadPoolTaskExecutor> pools,
                    Clock clock) {
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.management = engine.getManagementService();
        this.rows = rows;
        this.officer = officer;
        this.pools = pools;
        this.clock = clock;
    }

    @Override
    public synchronized void pause() {
        if (executor.isActive()) {
            executor.shutdown();
            paused = true;
        }
        awaitJobsInHand();
    }

    @Override
    public synchronized void resume() {
        if (paused) {
            paused = false;
            executor.start();
        }
    }

    @Override
    public Optional<Instant> nextDueUntil(Instant limit) {
        return rows.nextDue(limit);
    }

    /** Each job is tried at most once, so that one which fails without waiting cannot hold up the walk. */
    @Override
    public int runDue() {
        Set<String> tried = new HashSet<>();
        int done = 0;
        for (Optional<String> next = untried(tried); next.isPresent(); next = untried(tried)) {
            tried.add(next.get());
            if (run(next.get())) {
                done++;
            }
        }
        return done;
    }

    private Optional<String> untried(Set<String> tried) {
        return rows.dueJobs(clock.instant(), AT_ONCE + tried.size()).stream()
                .filter(job -> !tried.contains(job)).findFirst();
    }

    private boolean run(String job) {
        return officer.asService(() -> {
            try {
                management.executeJob(job);
                return true;
            } catch (RuntimeException e) {
                LOG.warn("Job {} failed and is left to its retries: {}", job, e.getMessage());
                return false;
            }
        });
    }

    private void awaitJobsInHand() {
        long deadline = System.nanoTime() + LONGEST_JOB.toNanos();
        while (pools.stream().anyMatch(pool -> pool.getActiveCount() > 0) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
