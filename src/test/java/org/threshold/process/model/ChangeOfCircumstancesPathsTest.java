package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.threshold.casefile.CaseReference;

/** Every path of {@code change-of-circumstances}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangeOfCircumstancesPathsTest extends ModelTest {

    @Test
    void itRunsToItsEnd() {
        CaseReference reference = newCase();

        run("change-of-circumstances", reference);

        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("change-of-circumstances");
    }
}
