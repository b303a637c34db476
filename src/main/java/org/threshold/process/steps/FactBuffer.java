package org.threshold.process.steps;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.insight.StepFacts;
import org.threshold.insight.StepFacts.StepFact;

/** Collects the facts of one engine command and writes them with one statement when the command ends. */
@Component
class FactBuffer {

    private final ObjectProvider<StepFacts> facts;
    private final ThreadLocal<Command> current = new ThreadLocal<>();

    FactBuffer(ObjectProvider<StepFacts> facts) {
        this.facts = facts;
    }

    void add(StepFact fact) {
        CommandContext context = Context.getCommandContext();
        Command command = current.get();
        if (command == null || command.context != context) {
            command = new Command(context, command);
            current.set(command);
            context.registerCommandContextListener(command);
        }
        command.facts.add(fact);
    }

    /** A command of a transaction of its own may run inside another; each writes only its own facts. */
    private final class Command implements CommandContextListener {

        private final CommandContext context;
        private final Command outer;
        private final List<StepFact> facts = new ArrayList<>();

        private Command(CommandContext context, Command outer) {
            this.context = context;
            this.outer = outer;
        }

        @Override
        public void onCommandContextClose(CommandContext closing) {
            leave();
            FactBuffer.this.facts.getObject().recordAll(facts);
        }

        @Override
        public void onCommandFailed(CommandContext failed, Throwable cause) {
            leave();
        }

        private void leave() {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        }
    }
}
