package org.threshold.caseload;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.People;
import org.threshold.caseload.store.ImportStore;
import org.threshold.worklist.AtOnce;
import org.threshold.worklist.StepRefused;

/**
 * Brings over what is ready, two households at a time, in the background. It can stop after any household, on request,
 * when the service stops or when the machine fails, and goes on from there when it is started again: what was brought
 * over is marked so in the very transaction that did it.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    /** One for each core of the smallest machine; more only wait for each other and for the officers. */
    private static final int AT_ONCE = 2;
    private static final int TRIES = 3;
    private static final long HEARTBEAT_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 30;

    private final ImportStore store;
    private final CaseloadCheck check;
    private final CaseImporter importer;
    private final UnitImporter unitImporter;
    private final CurrentOfficer officer;
    private final People people;
    private final Clock clock;
    private final Map<Long, UUID> running = new ConcurrentHashMap<>();
    private final ExecutorService runs = Executors.newCachedThreadPool(work -> thread(work, "caseload-run"));
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE,
            work -> thread(work, "caseload-worker"));

    ImportRunner(ImportStore store, CaseloadCheck check, CaseImporter importer, UnitImporter unitImporter,
                 CurrentOfficer officer, People people, Clock clock) {
        this.store = store;
        this.check = check;
        this.importer = importer;
        this.unitImporter = unitImporter;
        this.officer = officer;
        this.people = people;
        this.clock = clock;
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** One run: which import, by which runner, in whose name, with what was read of its files. */
    private record Run(long id, UUID runner, String by, DateOrder order, List<HouseholdRows> households,
                       KnownPeople people, KnownUnits units, Queue<Integer> ready) {
    }

    Future<?> start(CaseloadImport started, UUID runner, String by) {
        running.put(started.id(), runner);
        return runs.submit(() -> officer.asService(() -> {
            run(started, runner, by);
            return null;
        }));
    }

    void stop(long id) {
        running.remove(id);
    }

    /** Nothing is left half done: each worker finishes its household. */
    @PreDestroy
    void stopAll() throws InterruptedException {
        running.clear();
        runs.shutdown();
        workers.shutdown();
        if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
    }

    private void run(CaseloadImport started, UUID runner, String by) {
        try {
            Caseload caseload = Caseload.read(store.files(started.id()));
            Run run = new Run(started.id(), runner, by, started.order(), caseload.households(),
                    new KnownPeople(people), unitsFirst(started, caseload),
                    new ConcurrentLinkedQueue<>(store.ready(started.id())));
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                working.add(workers.submit(() -> officer.asService(() -> work(run))));
            }
            watch(run, working);
            if (store.ready(run.id()).isEmpty() && store.done(run.id(), runner, clock.instant())) {
                store.forgetFiles(run.id());
            }
        } catch (InterruptedException | RuntimeException broken) {
            LOG.error("Bringing over caseload {} was interrupted; it can be started again", started.id(), broken);
        } finally {
            running.remove(started.id(), runner);
        }
    }

    /** Households are placed in units, so these come before them. */
    private KnownUnits unitsFirst(CaseloadImport started, Caseload caseload) {
        Reading reading = check.reading(started.order(), new KnownPeople(people), check.knownUnits(caseload),
                new ArrayList<>());
        unitImporter.bringOver(started.id(), caseload.units(), reading);
        return check.knownUnits(caseload);
    }

    /** Says again and again that it goes on, and hears whether it should. */
    private void watch(Run run, List<Future<?>> working) throws InterruptedException {
        for (Future<?> each : working) {
            while (!finished(each)) {
                if (!store.alive(run.id(), run.runner(), clock.instant())) {
                    running.remove(run.id(), run.runner());
                }
            }
        }
    }

    private static boolean finished(Future<?> work) throws InterruptedException {
        try {
            work.get(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException broken) {
            LOG.error("A worker that brings over a caseload has failed", broken.getCause());
            return true;
        }
    }

    private Void work(Run run) {
        Integer position = run.ready().poll();
        while (position != null && run.runner().equals(running.get(run.id()))) {
            one(run, position);
            position = run.ready().poll();
        }
        return null;
    }

    private void one(Run run, int position) {
        HouseholdRows rows = run.households().get(position);
        List<Remark> remarks = new ArrayList<>();
        try {
            Optional<FormerCase> former = check.read(rows, run.order(), run.people(), run.units(),
                    remarks);
            if (former.isPresent()) {
                bringOver(run, position, former.get());
                return;
            }
        } catch (StepRefused refused) {
            remarks.add(failed(rows, refused.getMessage() + "."));
        } catch (RuntimeException broken) {
            LOG.error("Household {} of caseload {} could not be brought over", position, run.id(), broken);
            remarks.add(failed(rows, "This household could not be brought over. Nothing of it was."));
        }
        store.refused(run.id(), position);
        store.remark(run.id(), remarks.stream().filter(Remark::refused).toList());
    }

    /**
     * Two transactions may undo each other, or bring over the same household out of two uploads; then the one that lost
     * is tried again, and sees what the other did.
     */
    private void bringOver(Run run, int position, FormerCase former) {
        for (int attempt = 1; ; attempt++) {
            try {
                importer.bringOver(run.id(), position, former, run.by());
                return;
            } catch (RuntimeException failure) {
                boolean lost = AtOnce.is(failure) || failure instanceof DuplicateKeyException;
                if (attempt == TRIES || !lost) {
                    throw failure;
                }
            }
        }
    }

    private static Remark failed(HouseholdRows rows, String problem) {
        return new Remark(Sheet.CASES, rows.of(Sheet.CASES).get(0).line(), null, rows.reference(), true, problem,
                "Upload the files again to try it again; if it is refused again, tell whoever runs Threshold.");
    }
}
