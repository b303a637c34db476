package org.threshold.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PercentilesTest {

    private static final double[] VALUES = {3, 1, 4, 1, 5, 9, 2, 6};

    /** R 4: quantile(c(3,1,4,1,5,9,2,6), c(.5,.85,.9), type=7). */
    @Test
    void percentilesAreThoseOfR() {
        assertThat(Percentiles.of(VALUES, 0.5)).isEqualTo(3.5);
        assertThat(Percentiles.of(VALUES, 0.85)).isCloseTo(5.95, within(1e-12));
        assertThat(Percentiles.of(VALUES, 0.9)).isCloseTo(6.9, within(1e-12));
        assertThat(VALUES).startsWith(3, 1, 4);
    }

    @Test
    void theEndsAreTheSmallestAndTheLargest() {
        assertThat(Percentiles.of(VALUES, 0)).isEqualTo(1);
        assertThat(Percentiles.of(VALUES, 1)).isEqualTo(9);
        assertThat(Percentiles.of(new double[]{7}, 0.85)).isEqualTo(7);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(Percentiles.of(new double[0], 0.5)).isNaN();
        assertThatThrownBy(() -> Percentiles.of(VALUES, 85)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSummaryHasTheMeanBesideTheMedian() {
        Summary summary = Summary.of(VALUES);
        assertThat(summary.n()).isEqualTo(8);
        assertThat(summary.mean()).isEqualTo(31 / 8.0);
        assertThat(summary.p50()).isEqualTo(3.5);
        assertThat(summary.max()).isEqualTo(9);
        assertThat(Summary.of(new double[0]).n()).isZero();
        assertThat(Summary.of(new double[0]).max()).isNaN();
    }
}
