package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.form.FormPage;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.FindingRecord;
import org.threshold.homelessness.Findings;
import org.threshold.homelessness.Question;
import org.threshold.worklist.Answers;

/** The four questions as the inquiry forms ask them. */
@Component
class InquiryAnswers {

    private static final Map<Question, String> KEYS = Map.of(Question.HOMELESS, "homeless", Question.ELIGIBLE,
            "eligible", Question.PRIORITY_NEED, "priorityNeed", Question.INTENTIONAL, "intentional");

    private final CaseFindings findings;

    InquiryAnswers(CaseFindings findings) {
        this.findings = findings;
    }

    /** What is recorded so far, as initial values. */
    Map<String, Object> facts(CaseReference reference) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(FormPage.VERSION, findings.history(reference).size());
        KEYS.values().forEach(key -> facts.put(key, Finding.UNDECIDED.name()));
        for (FindingRecord found : findings.current(reference).values()) {
            String key = KEYS.get(found.question());
            facts.put(key, found.finding().name());
            facts.put(key + "Reasons", found.reasons());
            if (found.category() != null) {
                facts.put(key + "Category", found.category());
            }
        }
        return new Beside().findings(findings.current(reference)).put(facts);
    }

    /** Until the answers are recorded nobody else records a finding, so that no newer one is overwritten unseen. */
    void lock(CaseReference reference) {
        findings.lock(reference);
    }

    Findings read(Answers answers) {
        Map<Question, Finding> read = new HashMap<>();
        KEYS.forEach((question, key) -> read.put(question, answers.finding(key)));
        return new Findings(read);
    }

    void record(CaseReference reference, Answers answers) {
        for (Question question : List.of(Question.values())) {
            String key = KEYS.get(question);
            findings.record(reference, question, answers.finding(key), answers.text(key + "Category"),
                    answers.text(key + "Reasons"));
        }
    }

    String key(Question question) {
        return KEYS.get(question);
    }
}
