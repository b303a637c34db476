package org.threshold.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.threshold.statistics.Signal.NONE;
import static org.threshold.statistics.Signal.OUTER_THIRD;
import static org.threshold.statistics.Signal.OUTSIDE_LIMITS;
import static org.threshold.statistics.Signal.RUN;
import static org.threshold.statistics.Signal.SHIFT;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class XmrTest {

    /** From the vignette of the R package NHSRplotthedots, with its limits. */
    private static final double[] VIGNETTE = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};

    @Test
    void withoutScreeningTheLimitsAreThoseOfTheExcelTool() {
        Xmr xmr = Xmr.of(VIGNETTE, false);
        assertThat(xmr.mean()).isCloseTo(1.9444, within(5e-5));
        assertThat(xmr.upper()).isCloseTo(6.9515, within(5e-5));
        assertThat(xmr.lower()).isCloseTo(-3.0626, within(5e-5));
        assertThat(xmr.limitsInWords()).contains("every change counted").startsWith("Limits");
    }

    @Test
    void screeningLeavesTheFreakRangesOut() {
        Xmr xmr = Xmr.of(VIGNETTE, true);
        assertThat(xmr.mean()).isCloseTo(1.9444, within(5e-5));
        assertThat(xmr.upper()).isCloseTo(4.6044, within(5e-5));
        assertThat(xmr.lower()).isCloseTo(-0.7156, within(5e-5));
        assertThat(xmr.signals().get(4)).isEqualTo(OUTSIDE_LIMITS);
        assertThat(Collections.frequency(xmr.signals(), NONE)).isEqualTo(17);
        assertThat(xmr.limitsInWords()).contains("leaving out exceptional changes");
    }

    @Test
    void sevenThatRiseAreARunAndSixAreNot() {
        assertThat(signals(5, 1, 2, 3, 4, 5, 6, 5, 2)).doesNotContain(RUN);
        assertThat(signals(5, 1, 2, 3, 4, 5, 6, 7, 2)).containsSubsequence(RUN, RUN, RUN, RUN, RUN, RUN, RUN)
                .startsWith(NONE);
        assertThat(signals(3, 7, 6, 5, 4, 3, 2, 1, 6).subList(1, 8)).containsOnly(RUN);
    }

    @Test
    void sevenOnOneSideAreAShiftAndSixAreNot() {
        double[] six = {10, 12, 10, 12, 10, 12, 5, 3, 5, 3, 5, 3};
        double[] seven = {10, 12, 10, 12, 10, 12, 10, 5, 3, 5, 3, 5, 3, 5};
        assertThat(Xmr.of(six, true).signals()).doesNotContain(SHIFT);
        assertThat(Xmr.of(seven, 12, true).signals()).contains(SHIFT);
    }

    @Test
    void twoOfThreeNearALimitCountOnlyOnOneSideOfTheAverage() {
        // Around 0 with moving ranges of mean 2: limits ± 5.32, outer third from 3.547.
        double[] together = {0, 2, 0, -2, 0, 2, 0, -2, 0, 2, 0, -2, 0, 4, 1, 4.5, -1};
        Xmr xmr = Xmr.of(together, 13, true);
        assertThat(xmr.upper()).isCloseTo(5.32, within(0.5));
        assertThat(xmr.signals().subList(13, 16)).containsExactly(OUTER_THIRD, NONE, OUTER_THIRD);
        double[] apart = {0, 2, 0, -2, 0, 2, 0, -2, 0, 2, 0, -2, 0, 4, -1, 4.5, -1};
        assertThat(Xmr.of(apart, 13, true).signals()).doesNotContain(OUTER_THIRD);
    }

    @Test
    void theFirstRuleThatAppliesNamesThePoint() {
        double[] values = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        List<Signal> signals = Xmr.of(values, 12, true).signals();
        assertThat(signals.get(signals.size() - 1)).isEqualTo(OUTSIDE_LIMITS);
        assertThat(signals.get(12)).isEqualTo(RUN);
    }

    @Test
    void fewerThanTwelvePointsGiveTrialLimits() {
        assertThat(Xmr.of(DoubleStream.iterate(1, v -> 3 - v).limit(11).toArray(), true).trial()).isTrue();
        assertThat(Xmr.of(DoubleStream.iterate(1, v -> 3 - v).limit(12).toArray(), true).trial()).isFalse();
        assertThat(Xmr.of(new double[]{4, 5}, true).limitsInWords()).startsWith("Trial limits");
    }

    @Test
    void whatNeverChangesHasNoSignal() {
        Xmr xmr = Xmr.of(new double[]{4, 4, 4, 4, 4, 4, 4, 4}, true);
        assertThat(xmr.upper()).isEqualTo(4);
        assertThat(xmr.signals()).containsOnly(NONE);
        assertThat(Xmr.of(new double[]{4}, true).lower()).isEqualTo(4);
        assertThatThrownBy(() -> Xmr.of(new double[0], true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameRiseIsGoodOrBadByItsDirection() {
        Xmr rise = Xmr.of(new double[]{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 20}, 12, true);
        assertThat(rise.variation(Direction.UP_IS_GOOD)).isEqualTo(Variation.IMPROVEMENT_HIGH);
        assertThat(rise.variation(Direction.DOWN_IS_GOOD)).isEqualTo(Variation.CONCERN_HIGH);
        assertThat(rise.variation(Direction.NEITHER)).isEqualTo(Variation.NEUTRAL_HIGH);
        Xmr fall = Xmr.of(new double[]{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, -20}, 12, true);
        assertThat(fall.variation(Direction.UP_IS_GOOD)).isEqualTo(Variation.CONCERN_LOW);
        assertThat(fall.variation(Direction.DOWN_IS_GOOD)).isEqualTo(Variation.IMPROVEMENT_LOW);
        assertThat(Xmr.of(VIGNETTE, true).variation(Direction.UP_IS_GOOD)).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void aTargetBeyondALimitIsAlwaysMetOrAlwaysMissed() {
        Xmr xmr = Xmr.of(VIGNETTE, true);
        assertThat(xmr.assurance(5, Direction.UP_IS_GOOD)).isEqualTo(Assurance.WILL_FAIL);
        assertThat(xmr.assurance(5, Direction.DOWN_IS_GOOD)).isEqualTo(Assurance.WILL_PASS);
        assertThat(xmr.assurance(-1, Direction.UP_IS_GOOD)).isEqualTo(Assurance.WILL_PASS);
        assertThat(xmr.assurance(-1, Direction.DOWN_IS_GOOD)).isEqualTo(Assurance.WILL_FAIL);
        assertThat(xmr.assurance(2, Direction.DOWN_IS_GOOD)).isEqualTo(Assurance.HIT_OR_MISS);
        assertThat(xmr.assurance(2, Direction.NEITHER)).isEqualTo(Assurance.NONE);
        assertThat(xmr.assurance(Double.NaN, Direction.UP_IS_GOOD)).isEqualTo(Assurance.NONE);
    }

    private static List<Signal> signals(double... values) {
        return Xmr.of(values, false).signals();
    }
}
