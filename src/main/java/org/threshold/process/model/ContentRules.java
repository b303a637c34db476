package org.threshold.process.model;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Nothing stands in a model that would run other code than ours, or that the council's palette does not have. */
final class ContentRules implements ModelChecker.Rule {

    @Override
    public void check(Model model, Checking checking) {
        look(model, model.root, checking);
    }

    private static void look(Model model, Element element, Checking checking) {
        String name = element.getLocalName();
        if (!AllowedContent.element(element.getNamespaceURI(), name)) {
            checking.add(model, element, mendElement(name));
            return;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String plain = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
            if (!attribute.getName().startsWith("xmlns")
                    && !AllowedContent.attribute(element.getNamespaceURI(), attribute.getNamespaceURI(), plain)) {
                checking.add(model, element, mendAttribute(plain));
            }
        }
        Xml.children(element).forEach(child -> look(model, child, checking));
    }

    private static String mendElement(String name) {
        return switch (name) {
            case "scriptTask" -> "is a script task, and scripts are not run. Use a service task with one of the"
                    + " council's delegates, or a decision table.";
            case "script" -> "has a script, and scripts are not run. Remove it.";
            case "connector" -> "has a connector, and connectors are not used. Choose 'Delegate expression' instead.";
            case "formData", "formField" -> "has a generated task form. Choose a Camunda Form instead.";
            case "task" -> "has no type yet. Change it to a user task or a service task.";
            default -> "'" + name + "' is not part of the council's palette. Remove it, or use another element.";
        };
    }

    private static String mendAttribute(String name) {
        return switch (name) {
            case "class" -> "names a Java class. Choose 'Delegate expression' and one of the council's delegates.";
            case "expression" -> "runs an expression. Choose 'Delegate expression' and one of the council's delegates.";
            case "type", "topic" -> "is a task of type '" + name + "', which nothing works on. Choose 'Delegate"
                    + " expression' and one of the council's delegates.";
            case "language", "scriptFormat", "resource" -> "has a script, and scripts are not run. Use an expression.";
            case "assignee", "candidateUsers" -> "names a person. Set the candidate groups to ${team}; the worklist"
                    + " gives the step to a person.";
            case "formKey", "formHandlerClass" -> "has a form of another kind. Choose type 'Camunda Forms'.";
            default -> "sets '" + name + "', which is not used here. Clear that field.";
        };
    }
}
