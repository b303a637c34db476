package org.threshold.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A catalogue with the same names as the real one, for tests of the checker that need no engine. */
public final class TestCatalogue {

    private TestCatalogue() {
    }

    public static Catalogue of(String... delegates) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        JavaDelegate nothing = execution -> { };
        for (String delegate : delegates) {
            beans.registerSingleton(delegate, new Nothing(nothing));
        }
        beans.registerSingleton("standardsBean", new Standards());
        beans.registerSingleton("clocksBean", new Clocks());
        return new Catalogue(beans);
    }

    /** Does nothing, in the delegates' own package. */
    public record Nothing(JavaDelegate work) implements JavaDelegate {
        @Override
        public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) throws Exception {
            work.execute(execution);
        }
    }

    @ForModels("standards")
    public static class Standards {
        @ForModels
        public Date due(String step, String lane) {
            return Date.from(Instant.EPOCH);
        }

        public String notForModels() {
            return "secret";
        }
    }

    @ForModels("clocks")
    public static class Clocks {
        @ForModels
        public Date endOf(String caseReference, String kind) {
            return Date.from(Instant.EPOCH);
        }

        @ForModels
        public Date endOfDay(String caseReference, String kind, int day) {
            return Date.from(Instant.EPOCH.plusSeconds(day));
        }
    }
}
