package org.threshold.process.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.security.core.AuthenticationException;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;

/**
 * Tells the engine who acts, on every call: the signed-in officer, or the service itself when a timer or another job
 * runs. What was set before is restored after the call.
 */
class ActingOfficer extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;
    private final CurrentOfficer officer;

    ActingOfficer(ProcessEngineConfigurationImpl engine, CurrentOfficer officer) {
        this.engine = engine;
        this.officer = officer;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof ExecuteJobsCmd || command instanceof AcquireJobsCmd) {
            return officer.asService(() -> identified(command));
        }
        return identified(command);
    }

    private <T> T identified(Command<T> command) {
        IdentityService identity = engine.getIdentityService();
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthenticatedUserId(username());
        try {
            return next.execute(command);
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before);
            }
        }
    }

    /** While the engine itself starts nobody is signed in, and nobody could be: that is the service's own work. */
    private String username() {
        try {
            return officer.get().username();
        } catch (AuthenticationException nobody) {
            return Officer.SERVICE.username();
        }
    }
}
