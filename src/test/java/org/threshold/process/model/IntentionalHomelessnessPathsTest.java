package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.threshold.casefile.CaseReference;

/** Paths of {@code intentional-homelessness}. */
class IntentionalHomelessnessPathsTest extends ModelTest {

    @Test
    void runsForACase() {
        CaseReference reference = newCase();

        run("intentional-homelessness", reference);

        assertThat(running(reference)).isFalse();
        assertCovered("intentional-homelessness");
    }
}
