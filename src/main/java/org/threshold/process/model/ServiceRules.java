package org.threshold.process.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threshold.process.Catalogue;
import org.w3c.dom.Element;

/** Work without an officer is done by the council's own delegates, and by nothing else. */
final class ServiceRules implements ModelChecker.Rule {

    private static final Pattern DELEGATE = Pattern.compile("\\$\\{([a-zA-Z][a-zA-Z0-9]*)}");

    private final Catalogue catalogue;

    ServiceRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void check(Model model, Checking checking) {
        model.all("serviceTask").forEach(task ->
                delegate(model, task, Model.engine(task, "delegateExpression"), checking));
        for (Element node : model.nodes()) {
            for (String kind : List.of("executionListener", "taskListener")) {
                Model.extensions(node, kind).forEach(listener ->
                        delegate(model, node, listener.getAttribute("delegateExpression"), checking));
            }
        }
    }

    private void delegate(Model model, Element node, String expression, Checking checking) {
        Matcher named = DELEGATE.matcher(expression);
        if (expression.isEmpty()) {
            checking.add(model, node, "does nothing yet. Choose implementation 'Delegate expression' and one of "
                    + catalogue.delegates() + ".");
        } else if (!named.matches() || !catalogue.delegates().contains(named.group(1))) {
            checking.add(model, node, "uses the delegate " + expression + ", which does not exist. Use one of "
                    + catalogue.delegates() + ", written like ${issueDecision}.");
        }
    }
}
