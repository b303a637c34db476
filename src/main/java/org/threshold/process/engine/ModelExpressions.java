package org.threshold.process.engine;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.threshold.process.Catalogue;

/**
 * Reads expressions twice guarded: what {@link ExpressionRules} does not allow is refused before it exists, and what
 * exists resolves only through {@link ModelResolver}. Decision tables get no expressions of this kind at all.
 */
class ModelExpressions extends JuelExpressionManager {

    private final Catalogue catalogue;
    private final ExpressionRules rules;

    ModelExpressions(Catalogue catalogue) {
        super(Map.of());
        this.catalogue = catalogue;
        this.rules = new ExpressionRules(catalogue);
    }

    @Override
    public Expression createExpression(String expression) {
        refuseForbidden(expression);
        return super.createExpression(expression);
    }

    @Override
    public ValueExpression createValueExpression(String expression) {
        refuseForbidden(expression);
        return super.createValueExpression(expression);
    }

    private void refuseForbidden(String expression) {
        if (expression != null && (expression.contains("${") || expression.contains("#{"))) {
            List<String> mistakes = rules.read(expression).mistakes();
            if (!mistakes.isEmpty()) {
                throw new ProcessEngineException("Expression " + expression + " is refused: "
                        + String.join("; ", mistakes));
            }
        }
    }

    /** The engine would add functions such as {@code now()}; models get none. */
    @Override
    public void addFunction(String name, Method function) {
        // deliberately nothing
    }

    @Override
    protected ELResolver createElResolver() {
        return new ModelResolver(catalogue);
    }

    @Override
    protected ElProvider createElProvider() {
        return expression -> {
            throw new ProcessEngineException("Decision tables use FEEL only; refused: " + expression);
        };
    }
}
