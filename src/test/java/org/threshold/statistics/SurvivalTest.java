package org.threshold.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threshold.statistics.AalenJohansen.Ending;

/** Against R's package survival 3, on its data set aml (remission in weeks; Miller, 1997). */
class SurvivalTest {

    private static final List<Observation> MAINTAINED = of("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
    private static final List<Observation> NOT_MAINTAINED = of("5 5 8 8 12 16+ 23 27 30 33 43 45");

    /** summary(survfit(Surv(time, status) ~ 1, aml maintained, conf.type = "log-log")). */
    @Test
    void theShareStillOpenIsThatOfR() {
        double[][] r = {{9, 11, 0.90909091, 0.086678417, 0.508080206, 0.98667382},
                {13, 10, 0.81818182, 0.116291300, 0.447428615, 0.95116223},
                {18, 8, 0.71590909, 0.139664971, 0.350190386, 0.89902397},
                {23, 7, 0.61363636, 0.152632331, 0.265752040, 0.83529924},
                {31, 5, 0.49090909, 0.164193267, 0.167330910, 0.75339979},
                {34, 4, 0.36818182, 0.162668886, 0.092829575, 0.65704083},
                {48, 2, 0.18409091, 0.153492746, 0.011738480, 0.52501484}};
        KaplanMeier curve = KaplanMeier.of(MAINTAINED);
        assertThat(curve.steps()).hasSize(r.length);
        for (int i = 0; i < r.length; i++) {
            KaplanMeier.Step step = curve.steps().get(i);
            double[] numbers = {step.time(), step.atRisk(), step.survival(), step.error(), step.lower(), step.upper()};
            assertThat(numbers).containsExactly(r[i], within(1e-8));
        }
        assertThat(curve.median()).hasValue(31);
        assertThat(curve.medianInWords()).isEqualTo("31 days");
        assertThat(curve.n()).isEqualTo(11);
        assertThat(curve.ended()).isEqualTo(7);
        assertThat(curve.at(8.9)).isEqualTo(1);
        assertThat(curve.at(30)).isCloseTo(0.6136, within(5e-5));
    }

    @Test
    void noMedianIsGivenWhileMoreThanHalfAreOpen() {
        KaplanMeier curve = KaplanMeier.of(of("10 20+ 30+ 400+"));
        assertThat(curve.median()).isEmpty();
        assertThat(curve.medianInWords()).isEqualTo("more than half are still open at day 400");
        assertThat(KaplanMeier.of(List.of()).medianInWords()).isEqualTo("none to measure");
    }

    @Test
    void theMedianOfAnExactHalfIsTheFirstTimeAtIt() {
        assertThat(KaplanMeier.of(of("1 2 3 4")).median()).hasValue(2);
        assertThat(KaplanMeier.of(of("1 2 3 4 5 6 7 8 9 10")).median()).hasValue(5);
        assertThat(KaplanMeier.of(of("1 2")).steps().get(1).survival()).isZero();
        assertThat(KaplanMeier.of(of("1 2")).steps().get(1).upper()).isNaN();
        assertThatThrownBy(() -> new Observation(-1, true)).isInstanceOf(IllegalArgumentException.class);
    }

    /** survdiff(Surv(time, status) ~ x, aml). */
    @Test
    void theLogRankTestOfTwoGroupsIsThatOfR() {
        LogRank test = LogRank.of(List.of(MAINTAINED, NOT_MAINTAINED));
        assertThat(test.chiSquare()).isCloseTo(3.396388699, within(1e-8));
        assertThat(test.degrees()).isEqualTo(1);
        assertThat(test.p()).isCloseTo(0.06533932204, within(1e-9));
        assertThat(test.observed()).containsExactly(7.0, 11.0);
        assertThat(test.expected().get(0)).isCloseTo(10.689335992, within(1e-8));
    }

    /** survdiff of three groups made up for this test: chi-square 4.31767140597 on 2 degrees of freedom. */
    @Test
    void theLogRankTestOfThreeGroupsIsThatOfR() {
        LogRank test = LogRank.of(List.of(of("5 8 12+ 20"), of("3 4 8 9+"), of("15 21+ 30 8 40+")));
        assertThat(test.chiSquare()).isCloseTo(4.31767140597, within(1e-9));
        assertThat(test.degrees()).isEqualTo(2);
        assertThat(test.p()).isCloseTo(0.115459471929, within(1e-10));
    }

    @Test
    void anEmptyGroupTakesNoPartAndOneGroupIsNoTest() {
        LogRank test = LogRank.of(List.of(MAINTAINED, List.of(), NOT_MAINTAINED));
        assertThat(test.degrees()).isEqualTo(1);
        assertThat(test.chiSquare()).isCloseTo(3.396388699, within(1e-8));
        assertThat(LogRank.of(List.of(MAINTAINED)).p()).isNaN();
        assertThat(LogRank.of(List.of(of("5+ 6+"), of("7+"))).degrees()).isZero();
    }

    /** survfit(Surv(t, factor)) of twelve made-up cases: the shares in each state. */
    @Test
    void competingEndsAreThoseOfR() {
        String[] causes = {"housed", "withdrew", null, "housed", "housed", "withdrew", null, "withdrew", "housed", null,
                "housed", null};
        double[] times = {1, 2, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10};
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            endings.add(new Ending(times[i], causes[i]));
        }
        double[][] r = {{1, 0.9166666667, 0.08333333333, 0}, {2, 0.8333333333, 0.08333333333, 0.08333333333},
                {3, 0.7407407407, 0.17592592593, 0.08333333333}, {4, 0.5555555556, 0.26851851852, 0.17592592593},
                {6, 0.4444444444, 0.26851851852, 0.28703703704}, {7, 0.3333333333, 0.37962962963, 0.28703703704},
                {9, 0.1666666667, 0.54629629630, 0.28703703704}};
        List<AalenJohansen.Step> steps = AalenJohansen.of(endings).steps();
        assertThat(steps).hasSize(r.length);
        for (int i = 0; i < r.length; i++) {
            AalenJohansen.Step step = steps.get(i);
            double[] numbers = {step.time(), step.open(), step.incidence().get("housed"),
                    step.incidence().get("withdrew")};
            assertThat(numbers).containsExactly(r[i], within(1e-9));
        }
    }

    /** Written as R prints it: a plus for what was still open. */
    private static List<Observation> of(String times) {
        List<Observation> observations = new ArrayList<>();
        for (String time : times.split(" ")) {
            observations.add(new Observation(Double.parseDouble(time.replace("+", "")), !time.endsWith("+")));
        }
        return observations;
    }
}
