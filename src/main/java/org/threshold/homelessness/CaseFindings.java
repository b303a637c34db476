package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.homelessness.store.FindingStore;

/** The four questions of s184, answerable at any time; what was believed before is kept. */
@Service
public class CaseFindings {

    public static final int LONGEST_REASONS = 2000;

    private final FindingStore store;
    private final CaseRecord record;

    CaseFindings(FindingStore store, CaseRecord record) {
        this.store = store;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Findings of(CaseReference reference) {
        return new Findings(store.current(reference).stream()
                .collect(Collectors.toMap(FindingRecord::question, FindingRecord::finding)));
    }

    /** The answers as they stood at that moment, whatever was recorded after it. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Findings before(CaseReference reference, Instant moment) {
        Map<Question, Finding> stood = new EnumMap<>(Question.class);
        for (FindingRecord each : store.history(reference)) {
            if (each.recordedAt().isBefore(moment)) {
                stood.putIfAbsent(each.question(), each.finding());
            }
        }
        return new Findings(stood);
    }

    /** The record that stands for each question; questions never answered are absent. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Question, FindingRecord> current(CaseReference reference) {
        Map<Question, FindingRecord> current = new EnumMap<>(Question.class);
        store.current(reference).forEach(each -> current.put(each.question(), each));
        return current;
    }

    /** Everything ever recorded, latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FindingRecord> history(CaseReference reference) {
        return store.history(reference);
    }

    /** Lets nobody else record findings on the case, or sign what rests on them, until this transaction ends. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void lock(CaseReference reference) {
        store.lock(reference);
    }

    /** Records what the council is satisfied of from today on. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void record(CaseReference reference, Question question, Finding finding, String category, String reasons) {
        record(reference, question, finding, category, reasons, null);
    }

    /**
     * Records what the council is satisfied of. Recording the same again changes nothing. What the law asks of a
     * moment, such as the end of day 56, is answered from what was recorded by then, whatever day it names.
     *
     * @param foundOn the day on which the council was satisfied; null means today, or for an unchanged answer the day
     *                recorded before
     * @return whether anything was recorded
     * @throws NotPossible when a yes or no comes without reasons, or the day lies in the future
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean record(CaseReference reference, Question question, Finding finding, String category, String reasons,
                          LocalDate foundOn) {
        String by = record.by();
        store.lock(reference);
        String why = reasons == null || reasons.isBlank() ? null : reasons.strip();
        if (finding != Finding.UNDECIDED && why == null) {
            throw new NotPossible("Enter the reasons for your finding on " + question.words());
        }
        if (why != null && why.length() > LONGEST_REASONS) {
            throw new NotPossible("Your reasons must be " + LONGEST_REASONS + " characters or fewer");
        }
        String kind = question == Question.PRIORITY_NEED && finding == Finding.YES ? category : null;
        Optional<FindingRecord> before = Optional.ofNullable(current(reference).get(question));
        LocalDate on = day(before, finding, foundOn);
        if (same(before, finding, kind, why, on)) {
            return false;
        }
        store.insert(reference, new FindingRecord(question, finding, kind, why, on, by, record.now()));
        record.tell(reference, "decision", sentence(question, finding), why);
        record.audit(reference, "finding.recorded", question, Map.of("finding", finding.name(),
                "foundOn", on.toString(), "before", before.map(each -> each.finding().name()).orElse("UNDECIDED")), question.provision());
        return true;
    }

    private LocalDate day(Optional<FindingRecord> before, Finding finding, LocalDate foundOn) {
        if (foundOn != null && foundOn.isAfter(record.today())) {
            throw new NotPossible("The day you were satisfied must be today or in the past");
        }
        return foundOn != null ? foundOn : before.filter(last -> last.finding() == finding)
                .map(FindingRecord::foundOn).orElse(record.today());
    }

    private static boolean same(Optional<FindingRecord> before, Finding finding, String category, String reasons,
                                LocalDate on) {
        if (before.isEmpty()) {
            return finding == Finding.UNDECIDED && reasons == null;
        }
        FindingRecord last = before.get();
        return last.finding() == finding && Objects.equals(last.category(), category)
                && Objects.equals(last.reasons(), reasons) && last.foundOn().equals(on);
    }

    private static String sentence(Question question, Finding finding) {
        return switch (finding) {
            case YES -> "Finding: " + question.title().toLowerCase() + ", yes";
            case NO -> "Finding: " + question.title().toLowerCase() + ", no";
            case UNDECIDED -> "Finding: " + question.title().toLowerCase() + ", not decided yet";
        };
    }
}
