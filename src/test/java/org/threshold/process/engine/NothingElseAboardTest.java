package org.threshold.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not on the classpath cannot be reached; the second published hole needs a webapp that is not there. */
class NothingElseAboardTest {

    @ParameterizedTest
    @ValueSource(strings = {"org.camunda.bpm.engine.rest.impl.CamundaRestResources",
        "org.camunda.bpm.engine.rest.TaskRestService", "org.camunda.bpm.admin.impl.web.SetupResource",
        "org.camunda.bpm.admin.Admin", "org.camunda.bpm.cockpit.Cockpit", "org.camunda.bpm.tasklist.Tasklist",
        "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
        "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
        "org.camunda.connect.Connectors", "org.apache.commons.mail.Email", "groovy.lang.GroovyShell",
        "org.graalvm.polyglot.Context", "org.python.core.Py", "org.jruby.Ruby",
        "org.camunda.spin.plugin.impl.SpinProcessEnginePlugin"})
    void isAbsent(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void onlyTheEnginesOwnTwoLanguagesExistAndBothAreUnreachable() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .allMatch(factory -> factory.getClass().getName().matches(
                        ".*(JuelScriptEngineFactory|FeelScriptEngineFactory|FeelUnaryTestsScriptEngineFactory"
                                + "|FeelExpressionScriptEngineFactory)"));
        assertThatThrownBy(() -> new NoScripts().getScriptEngine("juel", true)).hasMessageContaining("not run");
        assertThatThrownBy(() -> new NoScripts().getScriptEngine("feel", false)).hasMessageContaining("not run");
    }
}
