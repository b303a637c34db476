package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class RememberedTest {

    private final Remembered<String, String> remembered = new Remembered<>();

    /** Somebody else asks while it is being looked for: no lock, and everybody has the first answer from then on. */
    @Test
    void lookingKeepsNobodyElseWaiting() {
        assertThat(remembered.get("asked", asked -> {
            assertThat(remembered.get("asked", again -> "the first")).isEqualTo("the first");
            return "the second";
        })).isEqualTo("the first");
        assertThat(remembered.get("asked", asked -> "a third")).isEqualTo("the first");
    }

    @Test
    void whatCouldNotBeFoundIsLookedForAgain() {
        assertThatIllegalStateException().isThrownBy(() -> remembered.get("asked", asked -> {
            throw new IllegalStateException("No line for it");
        }));
        assertThat(remembered.has("asked")).isFalse();
        assertThat(remembered.get("asked", asked -> "found")).isEqualTo("found");
    }
}
