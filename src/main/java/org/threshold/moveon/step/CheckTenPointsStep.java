package org.threshold.moveon.step;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.document.DocumentOfCase;
import org.threshold.document.Documents;
import org.threshold.form.FieldError;
import org.threshold.moveon.GateCheck;
import org.threshold.moveon.GatePoint;
import org.threshold.moveon.PrivateRentedGate;
import org.threshold.moveon.PrivateRentedGate.Stands;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The ten points of SI 2012/2601 art 3, each with who looked, when, and what proves it. */
@Component
class CheckTenPointsStep implements StepHandler {

    private static final String OTHER_HOME = "OTHER_HOME";

    private final PrivateRentedGate gate;
    private final Documents documents;
    private final HomeOfferFacts facts;

    CheckTenPointsStep(PrivateRentedGate gate, Documents documents, HomeOfferFacts facts) {
        this.gate = gate;
        this.documents = documents;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "check-ten-points";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        List<Stands> stand = gate.of(step.caseReference(), facts.id(step));
        Map<String, String> points = new LinkedHashMap<>();
        stand.forEach(each -> points.put(each.point().name(), each.point().title()));
        Map<String, String> beside = facts.beside(facts.offer(step));
        long closed = stand.stream().filter(each -> each.closed() != null).count();
        beside.put("Points in order", 10 - closed + " of 10");
        stand.stream().filter(each -> each.last() != null && each.closed() != null)
                .forEach(each -> beside.put(each.point().title(), capital(each.closed())));
        Map<String, Object> known = new HashMap<>();
        known.put("options", Map.of("points", points, "documents", documents(step.caseReference())));
        known.put("points", stand.stream().map(CheckTenPointsStep::row).toList());
        known.put("beside", beside);
        return known;
    }

    private Map<String, String> documents(CaseReference reference) {
        Map<String, String> options = new LinkedHashMap<>();
        documents.of(reference).stream().filter(DocumentOfCase::opens).forEach(document ->
                options.put(String.valueOf(document.id()), document.category().title() + ": " + document.name()
                        + (document.expiresOn() == null ? "" : ", until " + Words.day(document.expiresOn()))));
        return options;
    }

    private static Map<String, Object> row(Stands stands) {
        Map<String, Object> row = new HashMap<>();
        row.put("point", stands.point().name());
        GateCheck last = stands.last();
        row.put("state", last == null ? GateCheck.State.NOT_KNOWN.name() : last.state().name());
        if (last != null) {
            row.put("lookedBy", last.lookedBy());
            row.put("lookedOn", last.lookedOn());
            row.put("document", last.documentId() == null ? null : String.valueOf(last.documentId()));
            row.put("expiresOn", last.expiresOn());
            row.put("pointWords", last.words());
            row.values().removeIf(java.util.Objects::isNull);
        }
        return row;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return OTHER_HOME.equals(answers.text("gateNext")) ? List.of()
                : gate.problems(step.caseReference(), facts.id(step), typed(answers));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (OTHER_HOME.equals(answers.text("gateNext"))) {
            return Map.of("gate", OTHER_HOME);
        }
        boolean open = gate.record(step.caseReference(), facts.id(step), typed(answers));
        return Map.of("gate", open ? "OPEN" : "CLOSED");
    }

    private static List<GateCheck.New> typed(Answers answers) {
        return answers.rows("points").stream().map(row -> new GateCheck.New(row.code("point", GatePoint.class),
                row.code("state", GateCheck.State.class), row.text("lookedBy"), row.day("lookedOn"),
                row.text("document") == null ? null : Long.valueOf(row.text("document")), row.day("expiresOn"),
                row.text("pointWords"))).toList();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
