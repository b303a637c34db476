package org.threshold.homelessness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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

    @Transactional(readOnly = true)
    public Findings of(CaseReference reference) {
        return new Findings(store.current(reference).stream()
                .collect(Collectors.toMap(FindingRecord::question, FindingRecord::finding)));
    }

    /** The record that stands for each question; questions never answered are absent. */
    @Transactional(readOnly = true)
    public Map<Question, FindingRecord> current(CaseReference reference) {
        Map<Question, FindingRecord> current = new EnumMap<>(Question.class);
        store.current(reference).forEach(each -> current.put(each.question(), each));
        return current;
    }

    /** Everything ever recorded, latest first. */
    @Transactional(readOnly = true)
    public List<FindingRecord> history(CaseReference reference) {
        return store.history(reference);
    }

    /**
     * Records what the council is now satisfied of. Recording the same again changes nothing.
     *
     * @throws NotPossible when a yes or no comes without reasons
     */
    @Transactional
    public void record(CaseReference reference, Question question, Finding finding, String category, String reasons) {
        String by = record.caseworker();
        String why = reasons == null || reasons.isBlank() ? null : reasons.strip();
        if (finding != Finding.UNDECIDED && why == null) {
            throw new NotPossible("Enter the reasons for your finding on " + question.words());
        }
        if (why != null && why.length() > LONGEST_REASONS) {
            throw new NotPossible("Your reasons must be " + LONGEST_REASONS + " characters or fewer");
        }
        String kind = question == Question.PRIORITY_NEED && finding == Finding.YES ? category : null;
        Optional<FindingRecord> before = Optional.ofNullable(current(reference).get(question));
        if (same(before, finding, kind, why)) {
            return;
        }
        store.insert(reference, new FindingRecord(question, finding, kind, why, by, record.now()));
        record.tell(reference, "decision", sentence(question, finding), why);
        record.audit(reference, "finding.recorded", question, Map.of("finding", finding.name(),
                "before", before.map(each -> each.finding().name()).orElse("UNDECIDED")), question.provision());
    }

    private static boolean same(Optional<FindingRecord> before, Finding finding, String category, String reasons) {
        if (before.isEmpty()) {
            return finding == Finding.UNDECIDED && reasons == null;
        }
        FindingRecord last = before.get();
        return last.finding() == finding && Objects.equals(last.category(), category)
                && Objects.equals(last.reasons(), reasons);
    }

    private static String sentence(Question question, Finding finding) {
        return switch (finding) {
            case YES -> "Finding: " + question.title().toLowerCase() + ", yes";
            case NO -> "Finding: " + question.title().toLowerCase() + ", no";
            case UNDECIDED -> "Finding: " + question.title().toLowerCase() + ", not decided yet";
        };
    }
}
