package org.threshold.process.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Decision tables are plain tables in simple FEEL: a variable in each column's head, values and comparisons below. */
final class DecisionRules {

    private static final String ENGINE = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> LANGUAGES = Set.of("", "feel", "FEEL", "http://www.omg.org/spec/FEEL/20140401",
            "https://www.omg.org/spec/DMN/20180521/FEEL/", "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/", "https://www.omg.org/spec/DMN/20230324/FEEL/");
    private static final Set<String> NOT_A_TABLE = Set.of("literalExpression", "invocation", "context", "relation",
            "list", "functionDefinition", "businessKnowledgeModel", "encapsulatedLogic");
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final String VALUE = "(\"[^\"]*\"|-?\\d+(\\.\\d+)?|true|false|null)";
    private static final String TEST = "([<>]=?\\s*" + VALUE + "|[\\[\\](]\\s*" + VALUE + "\\s*\\.\\.\\s*" + VALUE
            + "\\s*[\\[\\])]|" + VALUE + ")";
    private static final String TESTS = TEST + "(\\s*,\\s*" + TEST + ")*";
    private static final Pattern CONDITION = Pattern.compile("|-|" + TESTS + "|not\\(\\s*" + TESTS + "\\s*\\)");
    private static final Pattern RESULT = Pattern.compile(VALUE);

    void check(ModelFile file, Checking checking) {
        Element root;
        try {
            root = Xml.read(file.content()).getDocumentElement();
        } catch (SAXException e) {
            checking.add(file, "the file cannot be read as XML (" + e.getMessage()
                    + "). Open it in Camunda Modeler and save it again.");
            return;
        }
        languages(file, root, checking);
        List<Element> decisions = Decisions.named(root, "decision");
        if (decisions.isEmpty()) {
            checking.add(file, "the file has no decision table. Add one.");
        }
        decisions.forEach(decision -> decision(file, decision, checking));
    }

    private static void languages(ModelFile file, Element root, Checking checking) {
        for (Element element : Xml.everything(root)) {
            String language = element.getAttribute("expressionLanguage");
            if (!LANGUAGES.contains(language)) {
                checking.add(file, element.getAttribute("id"), "is written in '" + language
                        + "'. Choose FEEL as its expression language.");
            }
            if (NOT_A_TABLE.contains(element.getLocalName())) {
                checking.add(file, element.getAttribute("id"), "is a '" + element.getLocalName()
                        + "', and only decision tables are used. Make it a decision table.");
            }
        }
    }

    private static void decision(ModelFile file, Element decision, Checking checking) {
        String who = Model.who(decision);
        if (!Kebab.matches(decision.getAttribute("id"))) {
            checking.add(file, who, "the decision's id must be small letters with hyphens, such as 'priority-lane'."
                    + " Change it.");
        }
        if (decision.getAttribute("name").isBlank()) {
            checking.add(file, who, "the decision has no name. Give it one.");
        }
        if (!decision.getAttributeNS(ENGINE, "historyTimeToLive").matches("\\d{1,5}")) {
            checking.add(file, who, "'Time to live' must be a number of days, such as 2190. Set it in the decision's"
                    + " general properties.");
        }
        List<Element> tables = Decisions.named(decision, "decisionTable");
        if (tables.size() != 1) {
            checking.add(file, who, "the decision has no table. Make it a decision table.");
            return;
        }
        table(file, who, tables.get(0), checking);
    }

    private static void table(ModelFile file, String who, Element table, Checking checking) {
        for (Element input : Decisions.everyNamed(table, "inputExpression")) {
            if (!NAME.matcher(Decisions.text(input)).matches()) {
                checking.add(file, who, "the column '" + Decisions.text(input) + "' must be the name of one variable."
                        + " Change the column's expression.");
            }
        }
        int row = 0;
        for (Element rule : Decisions.named(table, "rule")) {
            row++;
            cells(file, who + ", row " + row, rule, checking);
        }
        if (row == 0) {
            checking.add(file, who, "the table has no rows. Add one.");
        }
    }

    private static void cells(ModelFile file, String where, Element rule, Checking checking) {
        for (Element entry : Decisions.named(rule, "inputEntry")) {
            if (!CONDITION.matcher(Decisions.text(entry)).matches()) {
                checking.add(file, where, "the condition '" + Decisions.text(entry) + "' is not simple. Write values"
                        + " such as \"EMERGENCY\", 3 or true, comparisons such as >= 3, a list with commas, or not(…).");
            }
        }
        for (Element entry : Decisions.named(rule, "outputEntry")) {
            if (!RESULT.matcher(Decisions.text(entry)).matches()) {
                checking.add(file, where, "the result '" + Decisions.text(entry)
                        + "' is not a value. Write a text in quotes, a number, true or false.");
            }
        }
    }
}
