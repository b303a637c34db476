package org.threshold.homelessness;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockBelief;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.store.DutyStore;

/**
 * Puts right the day on which the council was satisfied that a duty is owed, when it was recorded late or wrongly. The
 * clock of the duty, and with it the timers of the approach, move in the same commit; what was believed before is kept.
 */
@Service
public class DutyCorrections {

    public static final int LONGEST_REASON = 500;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final Set<DutyKind> CORRECTABLE = Set.of(DutyKind.PREVENTION, DutyKind.RELIEF);

    private final DutyStore store;
    private final StatutoryClocks clocks;
    private final CaseRecord record;

    DutyCorrections(DutyStore store, StatutoryClocks clocks, CaseRecord record) {
        this.store = store;
        this.clocks = clocks;
        this.record = record;
    }

    /** The duties whose start can be put right: those that are owed and whose last day the law counts from it. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Duty> correctable(CaseReference reference) {
        return store.of(reference).stream().filter(duty -> duty.running() && CORRECTABLE.contains(duty.kind()))
                .toList();
    }

    /** What was believed of the start of the duty before, oldest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<ClockBelief> before(Duty duty) {
        return clocks.of(duty.caseReference()).stream().filter(clock -> clock.kind() == duty.kind().clock()
                        && clock.triggerDate().equals(duty.startedOn()))
                .flatMap(clock -> clocks.earlierBeliefs(clock).stream()).toList();
    }

    /**
     * @param believed    the start that the officer saw
     * @param satisfiedOn the day on which the council was in truth satisfied
     * @return the last day of the clock now
     * @throws NotPossible when the duty is not owed, has moved meanwhile, or the day or the reason will not do
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public LocalDate correct(CaseReference reference, DutyKind kind, LocalDate believed, LocalDate satisfiedOn,
                             String why) {
        record.by();
        Duty duty = check(reference, kind, believed, satisfiedOn, why);
        StatutoryClock was = clocks.running(reference, kind.clock()).orElseThrow(
                () -> new NotPossible("The clock of the " + kind.title().toLowerCase() + " has ended."));
        if (!store.correctStart(duty.id(), believed, satisfiedOn)) {
            throw movedMeanwhile();
        }
        record.tell(reference, "decision", kind.title() + ": start corrected from " + DAY.format(believed) + " to "
                + DAY.format(satisfiedOn), why);
        record.audit(reference, "duty.startCorrected", kind, Map.of("from", believed.toString(), "to",
                satisfiedOn.toString()), why, kind.provision());
        LocalDate lastDay = clocks.recompute(reference, kind.clock(), satisfiedOn, why).period().lastDay();
        decisionMoves(reference, kind, was.period().lastDay(), lastDay, why);
        return lastDay;
    }

    private Duty check(CaseReference reference, DutyKind kind, LocalDate believed, LocalDate satisfiedOn, String why) {
        if (why == null || why.isBlank() || why.length() > LONGEST_REASON) {
            throw new NotPossible("Enter why the day was wrong, in " + LONGEST_REASON + " characters or fewer");
        }
        if (satisfiedOn.isAfter(record.today())) {
            throw new NotPossible("The day you were satisfied must be today or in the past");
        }
        if (satisfiedOn.equals(believed)) {
            throw new NotPossible("The duty is recorded from that day already");
        }
        return correctable(reference).stream().filter(duty -> duty.kind() == kind).findFirst()
                .filter(duty -> duty.startedOn().equals(believed)).orElseThrow(DutyCorrections::movedMeanwhile);
    }

    /** Where day 56 of relief had passed already, the decision is counted from the day 56 that is true. */
    private void decisionMoves(CaseReference reference, DutyKind kind, LocalDate was, LocalDate lastDay, String why) {
        if (kind != DutyKind.RELIEF) {
            return;
        }
        for (ClockKind decision : List.of(ClockKind.MAIN_DUTY_DECISION, ClockKind.MAIN_DUTY_DECISION_EXTENDED)) {
            clocks.running(reference, decision).filter(clock -> clock.triggerDate().equals(was))
                    .ifPresent(clock -> clocks.recompute(reference, decision, lastDay, why));
        }
    }

    private static NotPossible movedMeanwhile() {
        return new NotPossible("Someone else changed this duty while you were typing. Look at it again before you"
                + " correct it");
    }
}
