package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.threshold.casefile.CaseReference;

/** Paths of {@code non-cooperation}. */
class NonCooperationPathsTest extends ModelTest {

    @Test
    void runsForACase() {
        CaseReference reference = newCase();

        run("non-cooperation", reference);

        assertThat(running(reference)).isFalse();
        assertCovered("non-cooperation");
    }
}
