package org.threshold.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.threshold.statistics.GoesWith.Case;
import org.threshold.statistics.GoesWith.Finding;

/** Two groups beside each other; the numbers are R's. */
class GroupsTest {

    private static final double[] X = {1.1, 2.2, 2.2, 5, 9, 14, 3, 3.5};
    private static final double[] Y = {2.2, 4, 8, 16, 20, 21, 3.5, 30, 12};

    /** wilcox.test(x, y, exact = FALSE, correct = TRUE). */
    @Test
    void mannAndWhitneysTestIsThatOfRWithTies() {
        MannWhitney test = MannWhitney.of(X, Y);
        assertThat(test.u()).isEqualTo(15.5);
        assertThat(test.p()).isCloseTo(0.05355428953, within(1e-10));
        assertThat(MannWhitney.of(Y, X).p()).isCloseTo(test.p(), within(1e-14));
        assertThat(MannWhitney.of(new double[]{1, 1}, new double[]{1, 1, 1}).p()).isEqualTo(1);
        assertThat(MannWhitney.of(new double[0], Y).p()).isNaN();
    }

    @Test
    void cliffsDeltaGoesFromAllSmallerToAllLarger() {
        assertThat(CliffsDelta.of(X, Y)).isCloseTo(2 * 15.5 / 72 - 1, within(1e-12));
        assertThat(CliffsDelta.of(new double[]{1, 2}, new double[]{3, 4})).isEqualTo(-1);
        assertThat(CliffsDelta.of(new double[]{5, 6}, new double[]{3, 4})).isEqualTo(1);
        assertThat(CliffsDelta.inWords(-0.5)).isEqualTo("large");
        assertThat(CliffsDelta.inWords(0.1)).isEqualTo("negligible");
    }

    /** p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "BH"). */
    @Test
    void manyTestsAreAdjustedAsInR() {
        assertThat(BenjaminiHochberg.adjust(new double[]{0.01, 0.04, 0.03, 0.005, 0.5}))
                .containsExactly(new double[]{0.025, 0.05, 0.05, 0.025, 0.5}, within(1e-12));
        assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
    }

    @Test
    void whatLongDurationsGoWithIsRankedByTheDaysThatWouldGo() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            cases.add(new Case(10 + i % 3, Map.of("household", "single", "office", "north")));
            cases.add(new Case(30 + i % 3, Map.of("household", "family", "office", i < 15 ? "north" : "south")));
        }
        List<Finding> findings = GoesWith.of(cases, GoesWith.SMALLEST);
        assertThat(findings.get(0).value()).isEqualTo("family");
        assertThat(findings.get(0).contribution()).isCloseTo(300, within(1e-9));
        assertThat(findings.get(0).ratio()).isCloseTo(31 / 11.0, within(1e-12));
        assertThat(findings.get(0).othersMedian()).isEqualTo(11);
        assertThat(findings.get(0).others()).isEqualTo(30);
        assertThat(findings.get(0).delta()).isEqualTo(1);
        assertThat(findings.get(0).p()).isLessThan(1e-6);
        assertThat(findings.get(findings.size() - 1).value()).isEqualTo("single");
        assertThat(findings).as("south has 15 cases: too few").extracting(Finding::attribute).doesNotContain("office");
    }
}
