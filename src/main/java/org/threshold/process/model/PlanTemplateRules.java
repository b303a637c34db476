package org.threshold.process.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threshold.form.Component.Field;
import org.threshold.form.FormDefinition;
import org.threshold.form.Option;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Templates of plan steps can be offered as they are: every template has steps and a cause, every cause that the
 * assessment offers has a template, and every step says whose it is, of which kind, in how many days, and what.
 */
final class PlanTemplateRules {

    private static final String TEMPLATES = "plan-templates";
    private static final String STEPS = "plan-steps";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Map<Integer, Set<String>> CHOICES = Map.of(0, Set.of("APPLICANT", "COUNCIL"),
            1, Set.of("MANDATORY", "RECOMMENDED"));
    private static final int DAYS = 2;
    private static final int WHAT = 3;
    private static final int CONTACT = 4;
    private static final int LONGEST_WHAT = 1000;
    private static final int LONGEST_CONTACT = 200;

    void check(ModelFile file, Checking checking) {
        List<Element> templates = rules(file, TEMPLATES);
        List<Element> steps = rules(file, STEPS);
        if (templates.isEmpty() && steps.isEmpty()) {
            return;
        }
        Set<String> named = new TreeSet<>();
        templates.forEach(rule -> named.add(results(rule).get(0)));
        Set<String> filled = new TreeSet<>();
        int row = 0;
        for (Element rule : steps) {
            row++;
            filled.addAll(conditions(rule).get(0));
            step(file, STEPS + ", row " + row, results(rule), checking);
        }
        named.stream().filter(key -> !filled.contains(key)).forEach(key -> checking.add(file, TEMPLATES,
                "the template '" + key + "' has no steps. Add rows for it to the table '" + STEPS + "'."));
        filled.stream().filter(key -> !named.contains(key)).forEach(key -> checking.add(file, STEPS,
                "the template '" + key + "' is not in the table '" + TEMPLATES + "'. Add it there, or mend the name."));
        causes(file, templates, checking);
    }

    private static void step(ModelFile file, String where, List<String> results, Checking checking) {
        CHOICES.forEach((column, allowed) -> {
            if (!allowed.contains(results.get(column))) {
                checking.add(file, where, "'" + results.get(column) + "' is not one of "
                        + new TreeSet<>(allowed) + ". Choose one of these.");
            }
        });
        if (!results.get(DAYS).matches("[1-9]\\d{0,2}")) {
            checking.add(file, where, "the days '" + results.get(DAYS) + "' must be a whole number from 1 to 999.");
        }
        if (results.get(WHAT).isBlank() || results.get(WHAT).length() > LONGEST_WHAT) {
            checking.add(file, where, "say what they will do, in at most " + LONGEST_WHAT + " characters.");
        }
        if (results.get(CONTACT).length() > LONGEST_CONTACT) {
            checking.add(file, where, "whom to ring must be " + LONGEST_CONTACT + " characters or fewer.");
        }
    }

    private static void causes(ModelFile file, List<Element> templates, Checking checking) {
        FormDefinition form = checking.forms.get("assessment");
        if (form == null) {
            return;
        }
        Set<String> covered = new TreeSet<>();
        templates.forEach(rule -> covered.addAll(conditions(rule).get(0)));
        List<String> asked = form.field("reasonForLoss").map(Field::options).orElse(List.of()).stream()
                .map(Option::value).toList();
        asked.stream().filter(cause -> !covered.contains(cause)).forEach(cause -> checking.add(file, TEMPLATES,
                "no template fits the cause '" + cause + "' of the assessment. Add it to a row."));
        covered.stream().filter(cause -> !asked.contains(cause)).forEach(cause -> checking.add(file, TEMPLATES,
                "the assessment has no cause '" + cause + "'. Mend the name, or add the choice to the form."));
    }

    private static List<Element> rules(ModelFile file, String decision) {
        try {
            return Decisions.of(file).stream().filter(each -> each.getAttribute("id").equals(decision))
                    .flatMap(each -> Decisions.everyNamed(each, "rule").stream())
                    .filter(rule -> results(rule).size() == (decision.equals(STEPS) ? CONTACT + 1 : 2)).toList();
        } catch (SAXException unreadable) {
            return List.of();
        }
    }

    private static List<List<String>> conditions(Element rule) {
        List<List<String>> conditions = new ArrayList<>();
        for (Element entry : Decisions.named(rule, "inputEntry")) {
            List<String> values = new ArrayList<>();
            Matcher quoted = QUOTED.matcher(Decisions.text(entry));
            while (quoted.find()) {
                values.add(quoted.group(1));
            }
            conditions.add(values);
        }
        return conditions;
    }

    private static List<String> results(Element rule) {
        return Decisions.named(rule, "outputEntry").stream()
                .map(entry -> Decisions.text(entry).replaceAll("^\"|\"$", "")).toList();
    }
}
