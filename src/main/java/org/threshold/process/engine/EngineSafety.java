package org.threshold.process.engine;

import java.util.ArrayList;
import java.util.HashMap;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.threshold.process.Catalogue;

/**
 * What keeps a model from running anything but what it shows. Each measure stands alone, so that a hole in one is
 * covered by the next; the tests take them one by one.
 */
final class EngineSafety {

    private EngineSafety() {
    }

    /** Expressions, scripts, classes, queries and XML: everything but the look through each model. */
    static void harden(ProcessEngineConfigurationImpl engine, Catalogue catalogue) {
        engine.setExpressionManager(new ModelExpressions(catalogue));
        engine.setBeans(new HashMap<>());
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setArtifactFactory(new NoClasses());
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setCustomPreVariableSerializers(OnlySmallValues.all());
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableXxeProcessing(false);
        engine.setCmmnEnabled(false);
        beforeEachCommand(engine, new NoQueryExpressions(), new NoQueryExpressions());
    }

    /** The look through each model before the engine reads it. */
    static void guardModels(ProcessEngineConfigurationImpl engine) {
        engine.setBpmnParseFactory((BpmnParseFactory) GuardedParse::new);
    }

    /** Two objects, because an interceptor knows its successor in one chain only. */
    static void beforeEachCommand(ProcessEngineConfigurationImpl engine,
                                  CommandInterceptor joining,
                                  CommandInterceptor own) {
        if (engine.getCustomPreCommandInterceptorsTxRequired() == null) {
            engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>());
            engine.setCustomPreCommandInterceptorsTxRequiresNew(new ArrayList<>());
        }
        engine.getCustomPreCommandInterceptorsTxRequired().add(joining);
        engine.getCustomPreCommandInterceptorsTxRequiresNew().add(own);
    }
}
