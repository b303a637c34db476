package org.threshold.process.homelessness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.IntegrationTest;

/** What is worked out from the tables of plans, and kept. */
class PlanTablesTest extends IntegrationTest {

    @Autowired
    private DecisionService decisions;
    @Autowired
    private ObjectProvider<RepositoryService> repository;

    /** What is never worked out is never kept: whoever posts names that no list offers fills nothing. */
    @Test
    void onlyTemplatesOfTheTableAreWorkedOutAndEachOnce() {
        AtomicInteger evaluated = new AtomicInteger();
        PlanTables tables = new PlanTables(new ObjectProvider<>() {
            @Override
            public DecisionService getObject() {
                evaluated.incrementAndGet();
                return decisions;
            }
        }, repository);

        for (int i = 0; i < 3; i++) {
            assertThat(tables.steps("NO SUCH TEMPLATE " + i)).isEmpty();
            assertThat(tables.steps(null)).isEmpty();
        }
        assertThat(evaluated).hasValue(0);

        assertThat(tables.steps("ROUGH_SLEEPING")).isNotEmpty().isSameAs(tables.steps("ROUGH_SLEEPING"));
        assertThat(evaluated).hasValue(1);
    }
}
