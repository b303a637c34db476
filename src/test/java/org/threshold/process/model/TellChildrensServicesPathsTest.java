package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.threshold.casefile.CaseReference;

/** Paths of {@code tell-childrens-services}. */
class TellChildrensServicesPathsTest extends ModelTest {

    @Test
    void runsForACase() {
        CaseReference reference = newCase();

        run("tell-childrens-services", reference);

        assertThat(running(reference)).isFalse();
        assertCovered("tell-childrens-services");
    }
}
