package org.threshold.process.model;

import java.util.Set;
import org.w3c.dom.Element;

/** What a model calls exists: processes, decision tables, and the variables it hands over are listed. */
final class ReferenceRules implements ModelChecker.Rule {

    @Override
    public void check(Model model, Checking checking) {
        model.all("callActivity").forEach(call -> call(model, call, checking));
        model.all("businessRuleTask").forEach(task -> decision(model, task, checking));
    }

    private static void call(Model model, Element call, Checking checking) {
        String called = call.getAttribute("calledElement");
        if (!checking.all.processes().contains(called)) {
            checking.add(model, call, "calls the process '" + called + "', which does not exist. Use one of "
                    + checking.all.processes() + ".");
        }
        if (!Set.of("latest", "deployment", "").contains(Model.engine(call, "calledElementBinding"))) {
            checking.add(model, call, "must call the latest version. Set its binding to 'latest'.");
        }
        boolean handsOver = Model.extensions(call, "in").stream()
                .anyMatch(in -> in.getAttribute("businessKey").equals("${caseReference}"));
        if (!handsOver) {
            checking.add(model, call, "does not hand over the case. Set its business key to ${caseReference}.");
        }
        for (String direction : new String[] {"in", "out"}) {
            boolean everything = Model.extensions(call, direction).stream()
                    .anyMatch(mapping -> mapping.getAttribute("variables").equals("all"));
            if (everything) {
                checking.add(model, call, "hands over all variables. List the ones that are needed, one by one.");
            }
        }
    }

    private static void decision(Model model, Element task, Checking checking) {
        String decision = Model.engine(task, "decisionRef");
        if (!checking.all.decisions().contains(decision)) {
            checking.add(model, task, "uses the decision table '" + decision + "', which does not exist. Use one of "
                    + checking.all.decisions() + ".");
        }
        String binding = Model.engine(task, "decisionRefBinding");
        if (binding.equals("deployment") && !ModelSet.decisions(checking.folder).contains(decision)) {
            checking.add(model, task, "keeps the decision table of its own folder, but '" + decision
                    + "' is not there. Set the binding to 'latest'.");
        }
        if (Model.engine(task, "resultVariable").isEmpty()
                || !Model.engine(task, "mapDecisionResult").equals("singleEntry")) {
            checking.add(model, task, "must put one answer into one variable. Set a result variable and map the result"
                    + " as 'singleEntry'.");
        }
    }
}
