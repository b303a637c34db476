package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.HashMap;
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
import org.threshold.casefile.CaseSummary;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.store.BelongingsStore;
import org.threshold.letter.Letters;

/**
 * Protects what a household cannot protect itself (s211, s212). It runs beside the approach and may outlast it, because
 * the duty stays once a duty to accommodate or to help was owed, whether or not that one still is (s211(2)).
 */
@Service
public class BelongingsKept {

    public static final String PROCESS = "protect-belongings";
    static final String COLLECTED_EARLY = "threshold.belongings.ended";

    private final BelongingsStore store;
    private final BelongingsRule rule;
    private final Triages triages;
    private final Duties duties;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Letters letters;
    private final ApproachProcess process;
    private final CaseRecord record;

    BelongingsKept(BelongingsStore store, BelongingsRule rule, Triages triages, Duties duties, CaseFiles cases,
                   CaseClocks clocks, Letters letters, ApproachProcess process, CaseRecord record) {
        this.store = store;
        this.rule = rule;
        this.triages = triages;
        this.duties = duties;
        this.cases = cases;
        this.clocks = clocks;
        this.letters = letters;
        this.process = process;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Belongings> running(CaseReference reference) {
        return store.latest(reference).filter(Belongings::running);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Belongings> latest(CaseReference reference) {
        return store.latest(reference);
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Belongings.Check> checks(Belongings of) {
        return store.checks(of.id());
    }

    /** Whether a duty is or was owed that makes the protection a duty (s211(2)), not only a power (s211(3)). */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean isDuty(CaseReference reference) {
        return !duties.of(reference).isEmpty() || triages.interim(reference).isPresent()
                || triages.latest(reference).map(Triage::interimDue).orElse(false);
    }

    /** Belongings are in danger: the protection begins, with the step to secure them. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void begin(CaseReference reference, String danger, String whyUnable, String what) {
        String by = record.by();
        CaseSummary summary = cases.summary(reference);
        Cancellations.requireOwnCase(summary.status());
        if (running(reference).isPresent()) {
            throw new NotPossible("Belongings are being protected on this case already. Add these at the next check.");
        }
        boolean duty = isDuty(reference);
        store.insert(reference, record.today(), danger, whyUnable, what, duty, by, record.now());
        clocks.start(reference, ClockKind.BELONGINGS, record.today());
        record.tell(reference, "decision", duty ? "Belongings are to be protected"
                : "Belongings are to be protected, though no duty to is owed yet", danger);
        record.audit(reference, "belongings.begun", reference, Map.of("duty", String.valueOf(duty)), danger,
                duty ? "s211(2)" : "s211(3)");
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", summary.team());
        variables.put("lane", "STANDARD");
        process.startBeside(reference, PROCESS, variables);
    }

    /** What was found, where it is, and when to look again. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void check(CaseReference reference, Belongings.Check check) {
        Belongings kept = required(reference);
        if (!check.nextCheckOn().isAfter(record.today())) {
            throw new NotPossible("The day of the next check must be in the future");
        }
        store.insertCheck(kept.id(), check, record.by(), record.now());
        record.tell(reference, "contact", "Belongings checked; the next check is on " + Words.day(check.nextCheckOn()),
                check.notes());
        record.audit(reference, "belongings.checked", "belongings " + kept.id(), Map.of(), "s211");
    }

    /** Tells them where their belongings are; nothing is written where the applicant has died. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void tellProtected(CaseReference reference) {
        Belongings kept = required(reference);
        Belongings.Check last = store.checks(kept.id()).get(0);
        if (mayWrite(reference)) {
            letters.issue(reference, "belongings-protected", LetterModels.belongings(kept, last),
                    "belongings-protected-" + kept.id());
        }
    }

    /** Why the protection cannot end like this, as a sentence; empty when it can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference, Belongings.End end) {
        boolean died = cases.summary(reference).status() == CaseStatus.DECEASED;
        if (died == (end == Belongings.End.DIED)) {
            return Optional.empty();
        }
        return Optional.of(died ? "The applicant has died. Say to whom the belongings were handed over"
                : "It is not on record that the applicant has died");
    }

    /** The protection ends; the letter that says so follows from the process. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void end(CaseReference reference, Belongings.End end, String words) {
        Belongings kept = required(reference);
        refusal(reference, end).ifPresent(why -> {
            throw new NotPossible(why);
        });
        store.end(kept.id(), record.today(), end, words, record.by());
        clocks.end(reference, ClockKind.BELONGINGS, record.today(), end.words());
        if (end == Belongings.End.NOT_CLAIMED) {
            clocks.startUntil(reference, ClockKind.BELONGINGS_NOT_CLAIMED, record.today(), keptUntil(record.today()));
        }
        record.tell(reference, "decision", "Belongings are no longer protected: " + lower(end.words()), words);
        record.audit(reference, "belongings.ended", "belongings " + kept.id(), Map.of("end", end.name()), words, "s212");
    }

    /** At any time: they came for their things, or the danger is over. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endNow(CaseReference reference, Belongings.End end, String words) {
        end(reference, end, words);
        if (!process.tell(reference, COLLECTED_EARLY, Map.of())) {
            throw new NotPossible("A step about these belongings is open. Record it there.");
        }
    }

    /** The end of the protection and its reason are told to the last address that is known (s212). */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void notifyEnd(CaseReference reference) {
        Belongings kept = store.latest(reference).orElseThrow();
        if (mayWrite(reference)) {
            letters.issue(reference, "belongings-end", LetterModels.belongingsEnd(kept,
                    kept.end() == Belongings.End.NOT_CLAIMED ? keptUntil(kept.endedOn()) : null),
                    "belongings-end-" + kept.id());
        }
    }

    private LocalDate keptUntil(LocalDate end) {
        return end.plusMonths(rule.monthsAfterEnd());
    }

    private boolean mayWrite(CaseReference reference) {
        return cases.summary(reference).status() != CaseStatus.DECEASED;
    }

    private Belongings required(CaseReference reference) {
        return running(reference).orElseThrow(() -> new NotPossible("No belongings are protected on this case."));
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
