package org.threshold.quality.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.clock.ServiceClock;
import org.threshold.form.FieldError;
import org.threshold.quality.AuditPart;
import org.threshold.quality.Audits;
import org.threshold.quality.Audits.Found;
import org.threshold.quality.Mark;
import org.threshold.quality.QualityAudit;
import org.threshold.quality.QualityAudit.Score;
import org.threshold.quality.RiskReason;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Scores a case file, part by part. */
@Component
class AuditCaseStep implements StepHandler {

    private static final String TO_MEND = "auditToMend";
    private static final String MEND_BY = "mendBy";

    private final Audits audits;
    private final Clock clock;

    AuditCaseStep(Audits audits, Clock clock) {
        this.audits = audits;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "audit-case";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        audits.open(step.caseReference()).ifPresent(audit -> beside(audit, beside));
        audits.refusal(step.caseReference()).ifPresent(why -> beside.put("Who audits", why));
        return Map.of("beside", beside);
    }

    private static void beside(QualityAudit audit, Map<String, String> beside) {
        beside.put("Drawn", audit.how().words() + ", " + audit.month());
        if (!audit.reasons().isEmpty()) {
            beside.put("What speaks for a risk", audit.reasons().stream().map(RiskReason::words)
                    .collect(Collectors.joining(", ")) + " (" + audit.points() + " points)");
        }
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> problems = new ArrayList<>();
        audits.refusal(step.caseReference()).ifPresent(why -> problems.add(new FieldError(key(AuditPart.TRIAGE, "Mark"),
                why)));
        List<Mark> marks = Arrays.stream(AuditPart.values()).map(part -> mark(answers, part)).toList();
        if (marks.stream().allMatch(mark -> mark == Mark.NOT_PART)) {
            problems.add(new FieldError(key(AuditPart.TRIAGE, "Mark"), "Score at least one part of the work"));
        }
        if (marks.contains(Mark.SERIOUS_FAULT) && !answers.yes(TO_MEND)) {
            problems.add(new FieldError(TO_MEND, "A serious fault must be put right. Select yes"));
        }
        LocalDate by = answers.day(MEND_BY);
        if (answers.yes(TO_MEND) && by != null && by.isBefore(LocalDate.now(clock))) {
            problems.add(new FieldError(MEND_BY, "The day must be today or in the future"));
        }
        return problems;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Map<AuditPart, Score> scores = new EnumMap<>(AuditPart.class);
        for (AuditPart part : AuditPart.values()) {
            Mark mark = mark(answers, part);
            scores.put(part, new Score(mark, mark.isFault() ? answers.text(key(part, "Faults")) : null));
        }
        boolean toMend = answers.yes(TO_MEND);
        LocalDate by = toMend ? answers.day(MEND_BY) : null;
        audits.audited(step.caseReference(), new Found(scores, answers.text("overall"),
                toMend ? answers.text("toMend") : null, by));
        Map<String, Object> variables = new HashMap<>();
        if (by != null) {
            variables.put("auditMendBy", Date.from(by.atStartOfDay(ServiceClock.LONDON).toInstant()));
        }
        return variables;
    }

    private static Mark mark(Answers answers, AuditPart part) {
        return answers.code(key(part, "Mark"), Mark.class);
    }

    private static String key(AuditPart part, String what) {
        return part.name().toLowerCase(Locale.ROOT) + what;
    }
}
