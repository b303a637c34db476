package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.store.NightsStore;
import org.threshold.accommodation.store.NightsStore.Watch;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseListener;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseSummary;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.worklist.CaseProcesses;

/**
 * Counts again whenever a fact changes from which the count follows: a move, a corrected date, a birth, a pregnancy,
 * someone who came or left. Says so where past nights come out differently, and keeps the process that watches the
 * household, and the clock of the limit, in step. It counts in the service's own name, whoever brought the fact.
 */
@Component
class NightsWatch implements PlacementListener, CaseListener {

    static final String PROCESS = "bed-and-breakfast";
    static final String RECOUNTED = "threshold.nights.recounted";
    private static final String PROVISION = "SI 2003/3326 art 4";

    private final NightsStore store;
    private final NightsCount count;
    private final ObjectProvider<CaseProcesses> processes;
    private final ObjectProvider<StatutoryClocks> clocks;
    private final ObjectProvider<CaseFiles> cases;
    private final CurrentOfficer officer;
    private final AccommodationRecord record;

    NightsWatch(NightsStore store, NightsCount count, ObjectProvider<CaseProcesses> processes,
                ObjectProvider<StatutoryClocks> clocks, ObjectProvider<CaseFiles> cases, CurrentOfficer officer,
                AccommodationRecord record) {
        this.store = store;
        this.count = count;
        this.processes = processes;
        this.clocks = clocks;
        this.cases = cases;
        this.officer = officer;
        this.record = record;
    }

    @Override
    @Transactional
    public void movedIn(Placement placement) {
        recount(placement.caseReference(), "They moved.");
    }

    @Override
    @Transactional
    public void corrected(Placement before, Placement after) {
        recount(after.caseReference(), "The dates of a placement were corrected.");
    }

    @Override
    @Transactional
    public void ended(Placement placement) {
        recount(placement.caseReference(), "They left.");
    }

    @Override
    @Transactional
    public void caseChanged(CaseSummary summary) {
        recount(summary.reference(), "What is known of the household changed.");
    }

    /** @param why the fact that came, as a sentence */
    void recount(CaseReference reference, String why) {
        officer.asService(() -> {
            if (store.everInBedAndBreakfast(reference) || store.watched(reference)) {
                again(reference, why);
            }
            return null;
        });
    }

    /** Everyone who was ever placed in the unit is counted again, whoever may see them. */
    void unitChanged(long unitId, String why) {
        officer.asService(() -> {
            store.placedIn(unitId).forEach(reference -> recount(reference, why));
            return null;
        });
    }

    private void again(CaseReference reference, String why) {
        Optional<Watch> before = store.lock(reference, record.now());
        NightsLedger ledger = count.of(reference);
        List<Span> counted = ledger.countedDays();
        store.counted(reference, counted, ledger.broughtOver(), record.now());
        before.ifPresent(watch -> sayWhatChanged(reference, watch, ledger, why));
        keepClock(reference, ledger, why);
        boolean running = before.map(Watch::running).orElse(false);
        if (!running && ledger.watched()) {
            begin(reference);
        } else if (running) {
            processes.getObject().tellAtCommit(reference, RECOUNTED);
        }
    }

    /** Nights that have passed, as they were counted before and as they are counted now. */
    private void sayWhatChanged(CaseReference reference, Watch before, NightsLedger ledger, String why) {
        int was = before.broughtOver() + NightsLedger.before(ledger.tonight(), before.counted());
        int is = ledger.broughtOver() + NightsLedger.before(ledger.tonight(), ledger.countedDays());
        if (was == is) {
            return;
        }
        String since = ledger.limitPassedOn().map(day -> " Night 43 was on " + Words.day(day) + ".").orElse("");
        record.tell(reference, "clock", "Nights in bed and breakfast counted again: " + is + " before today, not " + was,
                why + since);
        record.audit(reference, "nights.recounted", reference.value(), Map.of("was", String.valueOf(was), "is",
                String.valueOf(is)), null, PROVISION);
    }

    private void begin(CaseReference reference) {
        store.running(reference, true);
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.getObject().summary(reference).team());
        variables.put("lane", "STANDARD");
        processes.getObject().startBeside(reference, PROCESS, variables);
    }

    /** Its last day is the 42nd night: the last that can be lawful, if they stay. */
    private void keepClock(CaseReference reference, NightsLedger ledger, String why) {
        StatutoryClocks all = clocks.getObject();
        Optional<StatutoryClock> running = all.running(reference, ClockKind.BED_AND_BREAKFAST);
        Optional<LocalDate> lastDay = ledger.inBedAndBreakfast() && ledger.family()
                ? ledger.dayOfIfTheyStay(NightsLedger.LIMIT) : Optional.empty();
        if (lastDay.isEmpty()) {
            running.ifPresent(clock -> all.end(clock, ledger.tonight(), "Not in bed and breakfast as a family any more"));
            return;
        }
        LocalDate first = ledger.dayOf(1).orElseThrow();
        if (running.isPresent() && !running.get().triggerDate().equals(first)) {
            all.end(running.get(), ledger.tonight(), "The first night was another one");
            running = Optional.empty();
        }
        if (running.isEmpty()) {
            all.startUntil(reference, ClockKind.BED_AND_BREAKFAST, first, lastDay.get());
        } else if (!lastDay.get().equals(running.get().period().lastDay())) {
            all.moveLastDay(reference, ClockKind.BED_AND_BREAKFAST, lastDay.get(), why);
        }
    }
}
