package org.threshold.process.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.threshold.process.Catalogue;

/**
 * Which expressions a model may contain: variables, {@code caseReference}, calls of catalogue methods, comparisons and
 * boolean operators. Functions and properties of objects are refused whatever their names.
 */
public class ExpressionRules {

    /** Stands for the case's reference in every expression. */
    public static final String CASE_REFERENCE = "caseReference";

    private static final int LONGEST = 500;
    private static final Set<String> ENGINE_NAMES = Set.of("execution", "task", "caseExecution", "externalTask",
            "authenticatedUserId");

    private final Catalogue catalogue;

    public ExpressionRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What an expression says.
     *
     * @param variables names that are neither catalogue beans nor {@code caseReference}
     * @param mistakes  sentences about what is not allowed, empty when all is well
     */
    public record Reading(Set<String> variables, List<String> mistakes) {
    }

    /** Never throws: what cannot be parsed is a mistake of its own. */
    public Reading read(String expression) {
        Reading reading = new Reading(new LinkedHashSet<>(), new ArrayList<>());
        if (expression.length() > LONGEST) {
            reading.mistakes().add("the expression is longer than " + LONGEST + " characters");
            return reading;
        }
        try {
            walk(new Builder(Builder.Feature.METHOD_INVOCATIONS).build(expression).getRoot(), reading);
        } catch (TreeBuilderException e) {
            reading.mistakes().add("the expression " + expression + " cannot be read: expected " + e.getExpected()
                    + " but found " + e.getEncountered());
        }
        return reading;
    }

    private void walk(Node node, Reading reading) {
        if (node instanceof AstFunction function) {
            reading.mistakes().add("the function " + function.getName() + "() is not available");
        } else if (node instanceof AstMethod) {
            method(node, reading);
        } else if (node instanceof AstDot || node instanceof AstBracket) {
            reading.mistakes().add("the part " + node.toString().strip() + " reads inside a value, and only whole"
                    + " variables can be used");
        } else if (node instanceof AstIdentifier identifier) {
            name(identifier.getName(), reading);
        } else {
            children(node, reading);
        }
    }

    private void children(Node node, Reading reading) {
        for (int i = 0; i < node.getCardinality(); i++) {
            walk(node.getChild(i), reading);
        }
    }

    private void name(String name, Reading reading) {
        if (ENGINE_NAMES.contains(name)) {
            reading.mistakes().add("'" + name + "' is not available");
        } else if (catalogue.beans().contains(name)) {
            reading.mistakes().add("'" + name + "' needs a call after it, such as " + name + "."
                    + catalogue.methods(name).stream().findFirst().orElse("") + "(…)");
        } else if (!name.equals(CASE_REFERENCE)) {
            reading.variables().add(name);
        }
    }

    private void method(Node node, Reading reading) {
        if (!(node.getChild(0) instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier owner)) {
            reading.mistakes().add("only beans of the catalogue " + catalogue.beans() + " can be called");
            return;
        }
        AstParameters parameters = (AstParameters) node.getChild(1);
        String bean = owner.getName();
        String method = dot.toString().replaceFirst("^\\.\\s*", "").strip();
        if (!catalogue.beans().contains(bean)) {
            reading.mistakes().add("'" + bean + "' cannot be called; the catalogue has " + catalogue.beans());
        } else if (!catalogue.allows(bean, method, parameters.getCardinality())) {
            reading.mistakes().add("'" + bean + "." + method + "' with " + parameters.getCardinality()
                    + " values is not available; '" + bean + "' has " + catalogue.methods(bean));
        }
        children(parameters, reading);
    }
}
