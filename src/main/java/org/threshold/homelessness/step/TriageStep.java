package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseSummary;
import org.threshold.clock.ServiceClock;
import org.threshold.form.FieldError;
import org.threshold.homelessness.KnownBefore;
import org.threshold.homelessness.Triage;
import org.threshold.homelessness.Triages;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Triage: is anyone at risk, when will they have nowhere to live, what is there reason to believe (s184(1), s188). */
@Component
class TriageStep implements StepHandler {

    private final Triages triages;
    private final CaseFiles cases;
    private final List<KnownBefore> known;
    private final Clock clock;

    TriageStep(Triages triages, CaseFiles cases, List<KnownBefore> known, Clock clock) {
        this.triages = triages;
        this.cases = cases;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "triage-approach";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        Map<Object, Object> beside = new LinkedHashMap<>();
        known.forEach(each -> {
            Map<String, Object> more = each.of(step.caseReference());
            facts.putAll(more);
            beside.putAll((Map<?, ?>) more.getOrDefault("beside", Map.of()));
        });
        facts.put("beside", beside);
        CaseSummary summary = cases.summary(step.caseReference());
        if (summary.dateOfBirth() != null) {
            int age = summary.dateOfBirth().until(LocalDate.now(clock)).getYears();
            facts.put("aged16or17", age == 16 || age == 17 ? "yes" : "no");
        }
        triages.latest(step.caseReference()).ifPresent(last -> {
            facts.put("domesticAbuse", last.domesticAbuse() ? "yes" : "no");
            facts.put("hateCrime", last.hateCrime() ? "yes" : "no");
            facts.put("triageNotes", last.notes());
        });
        return facts;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Triage triage = triage(new Answers(values));
        List<FieldError> errors = new ArrayList<>();
        if (triage.homelessTonight() && !triage.reasonToBelieve()) {
            errors.add(new FieldError("reasonToBelieve", "They have nowhere safe to stay tonight, so there is reason"
                    + " to believe that they may be homeless"));
        }
        if (triage.domesticAbuse() && !triage.within56Days()) {
            errors.add(new FieldError("within56Days", "Someone at risk of domestic abuse where they live is homeless"
                    + " in law. Select yes"));
        }
        if (triage.diaryDate() != null && !triage.diaryDate().isAfter(LocalDate.now(clock))) {
            errors.add(new FieldError("diaryDate", "The day to contact them again must be in the future"));
        }
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Triage triage = triage(new Answers(values));
        triages.record(step.caseReference(), triage);
        boolean diary = triage.diaryDate() != null;
        Map<String, Object> variables = new HashMap<>();
        variables.put("homelessTonight", triage.homelessTonight());
        variables.put("domesticAbuse", triage.domesticAbuse());
        variables.put("hateCrime", triage.hateCrime());
        variables.put("aged16or17", triage.aged16or17());
        variables.put("within56Days", triage.within56Days());
        // The triage table tells a diary date from advice by a reason to believe that lies beyond the 56 days.
        variables.put("reasonToBelieve", triage.reasonToBelieve() || diary);
        variables.put("interimDue", triage.interimDue());
        variables.put("interimArranged", triages.interim(step.caseReference()).isPresent());
        if (diary) {
            variables.put("diaryDate", Date.from(triage.diaryDate().atStartOfDay(ServiceClock.LONDON).toInstant()));
        }
        return variables;
    }

    private static Triage triage(Answers answers) {
        boolean tonight = answers.yes("homelessTonight");
        return new Triage(answers.yes("domesticAbuse"), answers.yes("hateCrime"), answers.yes("aged16or17"), tonight,
                tonight || answers.yes("within56Days"), answers.yes("reasonToBelieve"),
                answers.text("whyNoReasonToBelieve"), answers.yes("interimDue"),
                answers.codes("interimNotDueBecause"), answers.text("whyNoInterim"), answers.day("diaryDate"),
                answers.text("triageNotes"));
    }
}
