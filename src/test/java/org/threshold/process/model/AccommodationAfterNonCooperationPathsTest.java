package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.threshold.casefile.CaseReference;

/** Paths of {@code accommodation-after-non-cooperation}. */
class AccommodationAfterNonCooperationPathsTest extends ModelTest {

    @Test
    void runsForACase() {
        CaseReference reference = newCase();

        run("accommodation-after-non-cooperation", reference);

        assertThat(running(reference)).isFalse();
        assertCovered("accommodation-after-non-cooperation");
    }
}
