package org.threshold.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.ProcessEngineElContext;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.threshold.process.TestCatalogue;

/** The second line of defence, alone: expressions that were never looked at by {@link ExpressionRules}. */
class ModelResolverTest {

    private final ModelResolver resolver = new ModelResolver(TestCatalogue.of("issueDecision"));

    private Object evaluate(String expression) {
        VariableScope scope = Mockito.mock(VariableScope.class);
        Mockito.when(scope.hasVariable("team")).thenReturn(true);
        Mockito.when(scope.getVariable("team")).thenReturn("north");
        ELContext context = new ProcessEngineElContext(null, resolver);
        context.putContext(VariableScope.class, scope);
        return new ExpressionFactoryImpl().createValueExpression(context, expression, Object.class).getValue(context);
    }

    @Test
    void variablesAndCatalogueResolve() {
        assertThat(evaluate("${team}")).isEqualTo("north");
        assertThat(evaluate("${standards.due('triage', null)}")).isInstanceOf(Date.class);
        assertThat(evaluate("${clocks.endOfDay('a', 'b', 42)}")).isInstanceOf(Date.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass()}", "${team.class}", "${team.length()}", "${standards.getClass()}",
            "${standards.notForModels()}", "${standards.class}", "${unknown}", "${execution}", "${task}",
            "${dataSource}", "${issueDecision.execute(null)}", "${caseReference}", "${clocks.endOfDay('a', 'b', 'c')}",
            "${standards.due(1, 2)}"})
    void nothingElseResolves(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ELException.class);
    }
}
