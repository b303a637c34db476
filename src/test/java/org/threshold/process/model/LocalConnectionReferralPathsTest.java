package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.threshold.casefile.CaseReference;

/** Every path of {@code local-connection-referral}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalConnectionReferralPathsTest extends ModelTest {

    @Test
    void itRunsToItsEnd() {
        CaseReference reference = newCase();

        run("local-connection-referral", reference);

        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("local-connection-referral");
    }
}
