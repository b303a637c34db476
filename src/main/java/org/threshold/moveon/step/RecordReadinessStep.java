package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.form.FieldError;
import org.threshold.moveon.Barrier;
import org.threshold.moveon.BarrierKind;
import org.threshold.moveon.Barriers;
import org.threshold.moveon.Means;
import org.threshold.moveon.Readiness;
import org.threshold.moveon.ReadinessItem;
import org.threshold.moveon.Readinesses;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What is ready for a settled home, what they can pay, and what stands in the way. */
@Component
class RecordReadinessStep implements StepHandler {

    /** The key of each thing in the form; its words are asked under the same with 'Words' behind it. */
    static final Map<String, ReadinessItem> ITEMS = items();
    private static final String BARRIERS = "barriers";

    private final Readinesses readinesses;
    private final Barriers barriers;
    private final CaseFiles cases;
    private final Clock clock;

    RecordReadinessStep(Readinesses readinesses, Barriers barriers, CaseFiles cases, Clock clock) {
        this.readinesses = readinesses;
        this.barriers = barriers;
        this.cases = cases;
        this.clock = clock;
    }

    private static Map<String, ReadinessItem> items() {
        Map<String, ReadinessItem> items = new LinkedHashMap<>();
        for (ReadinessItem item : ReadinessItem.values()) {
            items.put(item == ReadinessItem.AREA_AND_SIZE ? "areaAndSize" : item.name().toLowerCase(Locale.ROOT),
                    item);
        }
        return items;
    }

    @Override
    public String formKey() {
        return "record-readiness";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return Map.of("beside", readinesses.facts(step.caseReference()), "options", Map.of("owners",
                barriers.owners(step.caseReference(), team(step))));
    }

    private String team(StepContext step) {
        return cases.summary(step.caseReference()).team();
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        List<FieldError> wrong = new ArrayList<>();
        List<Answers> rows = rows(new Answers(values));
        for (int at = 0; at < rows.size(); at++) {
            String row = BARRIERS + "[" + at + "].";
            barriers.wrongDay(rows.get(at).day("barrierDueOn"))
                    .ifPresent(why -> wrong.add(new FieldError(row + "barrierDueOn", why)));
            if (owner(step, rows.get(at)) == null) {
                wrong.add(new FieldError(row + "barrierOwner", "Select who sees to it"));
            }
        }
        return wrong;
    }

    private static List<Answers> rows(Answers answers) {
        return answers.yes("anyBarrier") ? answers.rows(BARRIERS) : List.of();
    }

    private Barrier.Owner owner(StepContext step, Answers row) {
        return barriers.owner(step.caseReference(), team(step), row.text("barrierOwner"));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        LocalDate today = LocalDate.now(clock);
        List<Readiness> found = ITEMS.entrySet().stream().map(item -> new Readiness(item.getValue(),
                answers.code(item.getKey(), Readiness.State.class), answers.text(item.getKey() + "Words"), null, today))
                .toList();
        readinesses.record(step.caseReference(), found, means(answers, today));
        for (Answers row : rows(answers)) {
            barriers.add(step.caseReference(), new Barrier.New(row.code("barrierKind", BarrierKind.class),
                    row.text("barrierWords"), owner(step, row), row.day("barrierDueOn")));
        }
        return new HashMap<>();
    }

    private static Means means(Answers answers, LocalDate today) {
        Integer lha = Pence.of(answers, "lha");
        Integer known = lha == null || lha == 0 ? null : lha;
        return new Means(Pence.of(answers, "incomeWeekly"), Pence.of(answers, "outgoingsWeekly"),
                Pence.of(answers, "mostRent"), ((Number) answers.values().get("bedrooms")).intValue(), known,
                known == null ? null : today);
    }
}
