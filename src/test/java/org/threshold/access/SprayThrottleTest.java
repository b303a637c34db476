package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.LockedException;

class SprayThrottleTest {

    private static final String DESK = "10.0.0.1";

    private final AtomicLong now = new AtomicLong(1_000_000_000_000L);
    private final SprayThrottle throttle = new SprayThrottle(now::get);

    @Test
    void fewTriesOnManyAccountsAreSlowedToOneAtATime() {
        spray(DESK, SprayThrottle.REFUSALS);
        refused("officer", DESK);
        now.addAndGet(SprayThrottle.GAP.toNanos());
        passes("officer", DESK);
        refused("officer", DESK);
        passes("officer", "10.0.0.2");
    }

    @Test
    void whoSignedInThereBeforeOrInTheSameBrowserNoticesNothing() {
        throttle.succeeded("officer", DESK);
        spray(DESK, 10 * SprayThrottle.REFUSALS);
        passes("officer", DESK);
        assertThatCode(() -> throttle.begin("senior", DESK, true)).doesNotThrowAnyException();
        refused("senior", DESK);
    }

    @Test
    void mistakesOfAMondayMorningSlowNobody() {
        for (int mistake = 0; mistake < 10 * SprayThrottle.REFUSALS; mistake++) {
            throttle.refused("officer" + mistake % (SprayThrottle.PEOPLE - 1), DESK);
        }
        passes("leader", DESK);
        spray(DESK + "9", SprayThrottle.REFUSALS - 1);
        passes("leader", DESK + "9");
    }

    @Test
    void itIsOverWhenNothingWasTriedForAWhile() {
        spray(DESK, SprayThrottle.REFUSALS);
        now.addAndGet(SprayThrottle.WINDOW.toNanos() + 1);
        passes("officer", DESK);
        passes("senior", DESK);
    }

    @Test
    void oneIpv6NetworkIsOneVisitor() {
        for (int at = 0; at < SprayThrottle.REFUSALS; at++) {
            throttle.refused("person" + at, "2001:db8:1:2::" + Integer.toHexString(at + 1));
        }
        refused("officer", "2001:db8:1:2:ffff::1");
        passes("officer", "2001:db8:1:3::1");
    }

    private void spray(String address, int times) {
        for (int at = 0; at < times; at++) {
            throttle.refused("person" + at, address);
        }
    }

    private void passes(String username, String address) {
        assertThatCode(() -> throttle.begin(username, address, false)).doesNotThrowAnyException();
    }

    private void refused(String username, String address) {
        assertThatThrownBy(() -> throttle.begin(username, address, false)).isInstanceOf(LockedException.class);
    }
}
