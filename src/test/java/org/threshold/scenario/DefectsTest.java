package org.threshold.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** As often as the table says, and for the same household each time. */
class DefectsTest {

    private static final int MANY = 20_000;
    private final Defects defects = new Defects(Tables.of(Scenario.PEER_REVIEW_2023), 7);

    private static double share(LongPredicate those) {
        return (double) LongStream.range(0, MANY).filter(those).count() / MANY;
    }

    @Test
    void someClaimLateAndSomeNever() {
        assertThat(share(number -> defects.never("task_makeTheClaim", number))).isCloseTo(0.08, within(0.01));
        assertThat(share(number -> !defects.claimsAtOnce(number))).isCloseTo(0.42, within(0.02));
        assertThat(LongStream.range(0, MANY).mapToObj(number -> defects.late("task_makeTheClaim", number))
                .filter(OptionalInt::isPresent)).allSatisfy(days -> assertThat(days.getAsInt()).isBetween(7, 27));
    }

    @Test
    void someNoticesAreLateAndSomeAreNeverGiven() {
        assertThat(share(number -> defects.never("task_sendHostNotice", number))).isCloseTo(0.12, within(0.01));
        assertThat(share(number -> defects.late("task_sendHostNotice", number).isPresent()))
                .isCloseTo(0.10, within(0.01));
        assertThat(LongStream.range(0, MANY).filter(number -> defects.never("task_sendHostNotice", number)))
                .allSatisfy(number -> assertThat(defects.never("task_chaseHostNotice", number)).isTrue());
    }

    @Test
    void nothingElseGoesWrong() {
        assertThat(share(number -> defects.never("task_triageApproach", number)
                || defects.late("task_triageApproach", number).isPresent())).isZero();
    }
}
