package org.threshold.process.accommodation;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.CaseProcesses;

/** What the service tasks at the desk do. */
@Configuration
class DeskDelegates {

    /** The same process again, which finds that they have the keys and asks only for the sign-up. */
    @Bean
    JavaDelegate signUpLater(ObjectProvider<CaseProcesses> processes) {
        return execution -> {
            Map<String, Object> variables = new HashMap<>();
            for (String name : new String[] {"placementId", "accommodationFunction", "team", "lane"}) {
                variables.put(name, execution.getVariable(name));
            }
            processes.getObject().startBeside(new CaseReference(execution.getProcessBusinessKey()), "at-the-desk",
                    variables);
        };
    }
}
