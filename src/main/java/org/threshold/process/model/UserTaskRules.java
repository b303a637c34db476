package org.threshold.process.model;

import static org.threshold.process.model.AllowedContent.BPMN;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.threshold.access.Role;
import org.w3c.dom.Element;

/** What every officer's step needs: form, team, due date, a word on what good looks like, and its properties. */
final class UserTaskRules implements ModelChecker.Rule {

    private static final Pattern STANDARD =
            Pattern.compile("\\$\\{standards\\.due(?:By)?\\('([^']*)', ?lane(?:, ?[a-zA-Z]+)?\\)}");
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).filter(role -> role.seniority() > 0).map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> WAITS_FOR = Set.of("officer", "applicant", "third-party", "statutory");

    @Override
    public void check(Model model, Checking checking) {
        for (Element task : model.all("userTask")) {
            form(model, task, checking);
            if (!Model.engine(task, "candidateGroups").matches("\\$\\{[a-zA-Z]+}")) {
                checking.add(model, task, "has no team. Set 'Candidate groups' to ${team}.");
            }
            due(model, task, checking);
            if (Model.text(task, "documentation").length() < 20) {
                checking.add(model, task, "has no documentation. Write in 'Element documentation' what good looks like"
                        + " and which provision the step serves.");
            }
            if (!Xml.children(task, BPMN, "multiInstanceLoopCharacteristics").isEmpty()) {
                checking.add(model, task, "repeats itself (multi-instance). Put the step into a sub-process and repeat"
                        + " that.");
            }
            properties(model, task, checking);
        }
    }

    private static void form(Model model, Element task, Checking checking) {
        String form = Model.engine(task, "formRef");
        if (form.isEmpty()) {
            checking.add(model, task, "has no form. Choose type 'Camunda Forms' and the form's id under 'Forms'.");
        } else if (!checking.forms.containsKey(form)) {
            checking.add(model, task, "uses the form '" + form + "', which is not in forms/" + checking.folder.key()
                    + ". Save the form as forms/" + checking.folder.key() + "/" + form + ".form, or choose another.");
        }
        if (!form.isEmpty() && !Model.engine(task, "formRefBinding").equals("deployment")) {
            checking.add(model, task, "does not keep its form. Set the form's binding to 'deployment', so that a"
                    + " running case keeps the form it started with.");
        }
    }

    private static void due(Model model, Element task, Checking checking) {
        Matcher standard = STANDARD.matcher(Model.engine(task, "dueDate"));
        if (!standard.matches()) {
            checking.add(model, task, "has no due date from the service standards. Set 'Due date' to"
                    + " ${standards.due('…', lane)} with the key of a standard.");
        } else if (!checking.all.standards().contains(standard.group(1))) {
            checking.add(model, task, "takes its due date from the standard '" + standard.group(1) + "', which the table"
                    + " bpmn/service-standards/service-standards.dmn does not have. Add a row there, or use one of "
                    + checking.all.standards() + ".");
        }
    }

    private static void properties(Model model, Element task, Checking checking) {
        String inPerson = Model.property(task, "inPerson").orElse("");
        if (!inPerson.equals("true") && !inPerson.equals("false")) {
            checking.add(model, task, "does not say whether the officer must be there in person. Set the extension"
                    + " property inPerson to true or false.");
        }
        String waitsFor = Model.property(task, "waitsFor").orElse("");
        if (!WAITS_FOR.contains(waitsFor)) {
            checking.add(model, task, "does not say whom it waits for. Set the extension property waitsFor to officer,"
                    + " applicant, third-party or statutory.");
        }
        if (Model.property(task, "provision").orElse("").isBlank()) {
            checking.add(model, task, "names no provision. Set the extension property provision, such as 'Housing Act"
                    + " 1996 s184(1)'.");
        }
        Model.property(task, "role").filter(role -> !ROLES.contains(role)).ifPresent(role ->
                checking.add(model, task, "needs the role '" + role + "', which does not exist. Set the extension"
                        + " property role to one of " + String.join(", ", new java.util.TreeSet<>(ROLES)) + "."));
    }
}
