package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.store.DutyStore;
import org.threshold.letter.Letters;

/** Which duties are owed on a case, since when, and the letters that say so. */
@Service
public class Duties {

    private static final Map<DutyKind, CaseStatus> STATUS = Map.of(DutyKind.PREVENTION, CaseStatus.PREVENTION,
            DutyKind.RELIEF, CaseStatus.RELIEF, DutyKind.MAIN, CaseStatus.MAIN_DUTY,
            DutyKind.S190, CaseStatus.INTENTIONAL_S190, DutyKind.S193C, CaseStatus.S193C);

    private final DutyStore store;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Letters letters;
    private final CaseRecord record;

    Duties(DutyStore store, CaseFiles cases, CaseClocks clocks, Letters letters, CaseRecord record) {
        this.store = store;
        this.cases = cases;
        this.clocks = clocks;
        this.letters = letters;
        this.record = record;
    }

    /** All duties there ever were on the case, in the order in which they were recorded. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Duty> of(CaseReference reference) {
        return store.of(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Duty> running(CaseReference reference, DutyKind kind) {
        return store.running(reference, kind);
    }

    /**
     * The duty is owed from the given day, which is day 1 of its clock. A duty that runs stays as it is.
     *
     * @throws NotPossible when the day is in the future
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public Duty accept(CaseReference reference, DutyKind kind, LocalDate on) {
        Optional<Duty> running = store.running(reference, kind);
        if (running.isPresent()) {
            return running.get();
        }
        String by = record.by();
        if (on.isAfter(record.today())) {
            throw new NotPossible("A duty cannot start in the future");
        }
        long id = store.insert(reference, kind, on, by, record.now());
        if (kind.clock() != null) {
            clocks.start(reference, kind.clock(), on);
        }
        cases.setStatus(reference, STATUS.get(kind));
        record.tell(reference, "decision", kind.title() + " accepted", null);
        record.audit(reference, "duty.accepted", kind, Map.of("startedOn", on.toString()), kind.provision());
        return new Duty(id, reference, kind, on, null, null);
    }

    /** The duty is owed from today, unless it runs already. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void acceptToday(CaseReference reference, DutyKind kind) {
        accept(reference, kind, record.today());
    }

    /**
     * Tells the applicant in writing which duty is owed; a second call for the same duty changes nothing, and neither
     * does one for a duty of which they were told before the case came here.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void notifyAccepted(CaseReference reference) {
        Duty duty = store.running(reference, DutyKind.RELIEF)
                .or(() -> store.running(reference, DutyKind.PREVENTION))
                .orElseThrow(() -> new NotPossible("No prevention or relief duty runs on this case."));
        if (store.notifiedElsewhere(duty.id())) {
            return;
        }
        String template = duty.kind() == DutyKind.RELIEF ? "relief-duty-accepted" : "prevention-duty-accepted";
        LocalDate lastDay = clocks.lastDay(reference, duty.kind().clock()).orElse(null);
        Letters.Letter letter = letters.issue(reference, template, LetterModels.dutyAccepted(duty.startedOn(), lastDay,
                clocks.reviewLastDay(record.today())), "duty-accepted-" + duty.id());
        clocks.notified(reference, duty.kind().title() + " accepted", letter.issuedOn());
    }

    /** Relief is owed: it starts now unless it runs already, and the applicant is told. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void acceptRelief(CaseReference reference) {
        accept(reference, DutyKind.RELIEF, record.today());
        notifyAccepted(reference);
    }
}
