package org.threshold.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.Actor;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.clock.store.ClockTable;

/** Keeps the clocks of cases; each change is audited, shown in the timeline and told to the listeners, in one commit. */
@Service
class RecordedClocks implements StatutoryClocks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final ClockTable table;
    private final Deadlines deadlines;
    private final ClockRules rules;
    private final AuditTrail audit;
    private final Timeline timeline;
    private final Actor actor;
    private final Clock clock;
    private final ObjectProvider<ClockListener> listeners;

    RecordedClocks(ClockTable table, Deadlines deadlines, ClockRules rules, AuditTrail audit, Timeline timeline,
               Actor actor, Clock clock, ObjectProvider<ClockListener> listeners) {
        this.table = table;
        this.deadlines = deadlines;
        this.rules = rules;
        this.audit = audit;
        this.timeline = timeline;
        this.actor = actor;
        this.clock = clock;
        this.listeners = listeners;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public StatutoryClock start(CaseReference reference, ClockKind kind, LocalDate trigger) {
        return start(reference, deadlines.calculate(kind, trigger), trigger);
    }

    private StatutoryClock start(CaseReference reference, Period period, LocalDate trigger) {
        return insert(reference, period, trigger, null)
                .orElseGet(() -> alreadyRunning(reference, period.kind(), trigger));
    }

    private Optional<StatutoryClock> insert(CaseReference reference, Period period, LocalDate trigger, String about) {
        Optional<StatutoryClock> started =
                table.insert(reference, period, trigger, about, clock.instant(), actor.username());
        started.ifPresent(one -> tell(one, "clock.started", "Clock started", null));
        return started;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public StatutoryClock startAbout(CaseReference reference, ClockKind kind, LocalDate trigger, String about) {
        return insert(reference, deadlines.calculate(kind, trigger), trigger, about).orElseGet(() ->
                table.of(reference).stream().filter(one -> one.running() && one.kind() == kind
                        && about.equals(one.about()) && one.triggerDate().equals(trigger)).findFirst().orElseThrow());
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public StatutoryClock startUntil(CaseReference reference, ClockKind kind, LocalDate trigger, LocalDate lastDay) {
        return start(reference, until(deadlines.calculate(kind, trigger), lastDay), trigger);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public StatutoryClock moveLastDay(CaseReference reference, ClockKind kind, LocalDate lastDay, String why) {
        StatutoryClock believed = table.running(reference, kind).orElseThrow(
                () -> new IllegalStateException(rules.nameOf(kind) + " does not run on " + reference));
        Period decided = until(deadlines.calculate(kind, believed.triggerDate()), lastDay);
        StatutoryClock now = table.replace(believed, decided, believed.triggerDate(), why, clock.instant(),
                actor.username());
        tell(now, "clock.recomputed", "Last day moved", why);
        return now;
    }

    private static Period until(Period calculated, LocalDate lastDay) {
        if (calculated.lastDay() != null) {
            throw new IllegalArgumentException("The law sets the last day of " + calculated.kind());
        }
        if (lastDay.isBefore(calculated.firstDay())) {
            throw new IllegalArgumentException("A period cannot end before it begins");
        }
        return new Period(calculated.kind(), calculated.firstDay(), lastDay, calculated.wording(),
                calculated.provision());
    }

    private StatutoryClock alreadyRunning(CaseReference reference, ClockKind kind, LocalDate trigger) {
        StatutoryClock running = table.running(reference, kind).orElseThrow();
        if (!running.triggerDate().equals(trigger)) {
            throw new IllegalStateException(rules.nameOf(kind) + " of " + reference + " runs already, from "
                    + running.triggerDate() + ", so it cannot start on " + trigger);
        }
        return running;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public StatutoryClock recompute(CaseReference reference, ClockKind kind, LocalDate trueTrigger, String why) {
        StatutoryClock believed = table.of(reference).stream().filter(one -> one.kind() == kind)
                .reduce((first, second) -> first.running() ? first : second)
                .orElseThrow(() -> new IllegalStateException(rules.nameOf(kind) + " was never started on " + reference));
        return recompute(believed, trueTrigger, why);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public StatutoryClock recompute(StatutoryClock believed, LocalDate trueTrigger, String why) {
        if (believed.triggerDate().equals(trueTrigger)) {
            return believed;
        }
        StatutoryClock now = table.replace(believed, deadlines.calculate(believed.kind(), trueTrigger), trueTrigger, why,
                clock.instant(), actor.username());
        tell(now, "clock.recomputed", "Clock corrected", why);
        return now;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public StatutoryClock extend(CaseReference reference, ClockKind kind, LocalDate lastDay, String why) {
        return extend(table.running(reference, kind).orElseThrow(
                () -> new IllegalStateException(rules.nameOf(kind) + " does not run on " + reference)), lastDay, why);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public StatutoryClock extend(StatutoryClock running, LocalDate lastDay, String why) {
        ClockKind kind = running.kind();
        Period period = running.period();
        if (period.lastDay() == null || !lastDay.isAfter(period.lastDay())) {
            throw new IllegalStateException(rules.nameOf(kind) + " of " + running.caseReference() + " cannot be extended to "
                    + lastDay + ": its last day is " + period.lastDay());
        }
        StatutoryClock longer = table.replace(running, new Period(kind, period.firstDay(), lastDay, period.wording(),
                period.provision()), running.triggerDate(), why, clock.instant(), actor.username());
        tell(longer, "clock.extended", "Clock extended by agreement", why);
        return longer;
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void end(CaseReference reference, ClockKind kind, LocalDate on, String reason) {
        table.end(reference, kind, on, reason).forEach(ended -> tell(ended, "clock.ended", "Clock ended", reason));
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void end(StatutoryClock one, LocalDate on, String reason) {
        table.end(one.id(), on, reason).ifPresent(ended -> tell(ended, "clock.ended", "Clock ended", reason));
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void endAll(CaseReference reference, LocalDate on, String reason) {
        table.end(reference, null, on, reason).forEach(ended -> tell(ended, "clock.ended", "Clock ended", reason));
    }

    private void tell(StatutoryClock changed, String action, String words, String reason) {
        LocalDate last = changed.period().lastDay();
        audit.record(new AuditEntry(changed.caseReference().value(), action, changed.kind().name(),
                Map.of("trigger", changed.triggerDate().toString(), "lastDay", last == null ? "" : last.toString()),
                reason, changed.period().provision()));
        String headline = words + ": " + rules.nameOf(changed.kind())
                + (changed.about() == null ? "" : " (" + changed.about() + ")")
                + (changed.running() && last != null ? ", last day " + DAY.format(last) : "");
        timeline.add(changed.caseReference(), "clock", headline, reason);
        listeners.orderedStream().forEach(one -> one.clocksChanged(changed.caseReference(), changed.kind()));
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<StatutoryClock> running(CaseReference reference, ClockKind kind) {
        return table.running(reference, kind);
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public List<StatutoryClock> of(CaseReference reference) {
        return table.of(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<StatutoryClock> nearest(CaseReference reference) {
        return table.nearest(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public List<ClockBelief> earlierBeliefs(StatutoryClock of) {
        return table.beliefs(of.id());
    }
}
