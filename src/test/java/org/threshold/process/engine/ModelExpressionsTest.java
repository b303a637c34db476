package org.threshold.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.process.Catalogue;
import org.threshold.process.TestCatalogue;

class ModelExpressionsTest {

    private final Catalogue catalogue = TestCatalogue.of("issueDecision");
    private final ModelExpressions expressions = new ModelExpressions(catalogue);
    private final ExpressionRules rules = new ExpressionRules(catalogue);

    @ParameterizedTest
    @ValueSource(strings = {"${team}", "${decision == 'MAIN_DUTY' || decision == null}", "${!interimDue}",
            "${standards.due('triage', lane)}", "${clocks.endOfDay(caseReference, 'RELIEF_DUTY', 42)}",
            "${days > 3 && (days < 10 or urgent)}", "${urgent ? 'EMERGENCY' : lane}", "P14D", "plain text"})
    void whatModelsNeedIsAllowed(String expression) {
        assertThat(rules.read(expression).mistakes()).isEmpty();
        assertThat(expressions.createExpression(expression)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass().getName()}", "${team.class}", "${team['class']}", "${team.length()}",
            "${now()}", "${dateTime().plusDays(1)}", "${currentUser()}", "${execution.setVariable('a', 1)}",
            "${execution}", "${task.name}", "${task}", "${authenticatedUserId}", "${externalTask}",
            "${standards.notForModels()}", "${standards.getClass()}", "${standards.due('triage')}", "${standards}",
            "${issueDecision.execute(execution)}", "${dataSource.getConnection()}", "${runtimeService.startX()}",
            "${standards.due('triage', team.class)}", "${[1].stream()}", "#{''.getClass()}", "${team", "${}",
            "text ${''.getClass()} text", "${standards.due(''.getClass(), lane)}", "${(team).length()}",
            "${team.toString().getClass()}", "${standards['getClass']()}", "${standards.due('a','b').getTime()}"})
    void everythingElseIsRefusedBeforeItRuns(String expression) {
        assertThat(rules.read(expression).mistakes()).isNotEmpty();
        assertThatThrownBy(() -> expressions.createExpression(expression)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void anOverlongExpressionIsRefused() {
        assertThat(rules.read("${" + "a == 1 || ".repeat(100) + "b}").mistakes()).hasSize(1);
    }

    @Test
    void aDeepExpressionIsRefusedAndDoesNotBreakTheService() {
        assertThat(rules.read("${" + "(".repeat(240) + "a" + ")".repeat(240) + "}").mistakes()).isEmpty();
    }

    @Test
    void variablesAreListed() {
        assertThat(rules.read("${a == b && standards.due('triage', lane) != null}").variables())
                .containsExactly("a", "b", "lane");
    }
}
