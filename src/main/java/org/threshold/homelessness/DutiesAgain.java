package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.store.DutyStore;

/** Duties that go on because their end was wrong, and duties that were never owed; with their clocks. */
@Component
class DutiesAgain {

    private static final Map<DutyKind, CaseStatus> STATUS = Map.of(DutyKind.PREVENTION, CaseStatus.PREVENTION,
            DutyKind.RELIEF, CaseStatus.RELIEF, DutyKind.MAIN, CaseStatus.MAIN_DUTY,
            DutyKind.S190, CaseStatus.INTENTIONAL_S190, DutyKind.S193C, CaseStatus.S193C);
    private static final List<ClockKind> OF_A_DECISION = List.of(ClockKind.MAIN_DUTY_DECISION,
            ClockKind.MAIN_DUTY_DECISION_EXTENDED);
    /** Where the last day of a reasonable opportunity has passed, it is decided anew; until then they have this long. */
    private static final int OPPORTUNITY_DAYS = 28;
    private static final String NEVER_OWED = "The decision that it rests on was set aside";

    private final DutyStore store;
    private final CaseClocks clocks;
    private final CaseFiles cases;
    private final CaseRecord record;

    DutiesAgain(DutyStore store, CaseClocks clocks, CaseFiles cases, CaseRecord record) {
        this.store = store;
        this.clocks = clocks;
        this.cases = cases;
        this.record = record;
    }

    /** Those under which a case can stand; interim accommodation goes on beside them. */
    List<Duty> running(CaseReference reference) {
        return store.of(reference).stream().filter(each -> each.running() && STATUS.containsKey(each.kind())).toList();
    }

    Duty get(CaseReference reference, long id) {
        return store.of(reference).stream().filter(each -> each.id() == id).findFirst()
                .orElseThrow(() -> new NotPossible("There is no such duty on this case."));
    }

    /** It goes on from its true first day, from which its days count; they were told of it before. */
    long goOn(CaseReference reference, DutyKind kind, LocalDate from) {
        Optional<Duty> running = store.running(reference, kind);
        if (running.isPresent()) {
            return running.get().id();
        }
        long id = store.goOn(reference, kind, from, record.by(), record.now());
        if (kind == DutyKind.S190) {
            clocks.startUntil(reference, kind.clock(), from, record.today().plusDays(OPPORTUNITY_DAYS));
        } else if (kind.clock() != null) {
            OF_A_DECISION.forEach(each -> clocks.end(reference, each, record.today(), NEVER_OWED));
            clocks.start(reference, kind.clock(), from);
        }
        cases.setStatus(reference, STATUS.get(kind));
        record.audit(reference, "duty.goesOn", kind, Map.of("startedOn", from.toString()), kind.provision());
        return id;
    }

    void endAsNeverOwed(Duty duty) {
        store.end(duty.id(), record.today(), EndReason.SET_ASIDE, record.by(), record.now());
        if (duty.kind().clock() != null) {
            clocks.end(duty.caseReference(), duty.kind().clock(), record.today(), NEVER_OWED);
        }
        record.audit(duty.caseReference(), "duty.neverOwed", duty.kind(), Map.of("startedOn",
                duty.startedOn().toString()), duty.kind().provision());
    }

    /** How a case stands whose approach goes on at that stage; where a duty goes on, that has been said with it. */
    void statusOf(CaseReference reference, Stage stage) {
        if (stage == Stage.ASSESSMENT) {
            clocks.start(reference, ClockKind.INQUIRIES, record.today());
            cases.setStatus(reference, CaseStatus.ASSESSMENT);
        } else if (stage == Stage.DECISION) {
            store.of(reference).stream().filter(each -> each.kind() == DutyKind.RELIEF && !each.running())
                    .max(Comparator.comparing(Duty::id))
                    .ifPresent(relief -> clocks.start(reference, ClockKind.MAIN_DUTY_DECISION, relief.endedOn()));
            cases.setStatus(reference, CaseStatus.MAIN_DUTY_PENDING);
        }
    }
}
