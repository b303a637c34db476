package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.LockedException;

class SignInThrottleTest {

    private final AtomicLong now = new AtomicLong();
    private final SignInThrottle throttle = new SignInThrottle(now::get);

    @Test
    void tenWrongTriesMakeOnePersonWait() {
        fail("officer", "10.0.0.1", SignInThrottle.TRIES);
        assertThatThrownBy(() -> throttle.begin("officer", "10.0.0.1")).isInstanceOf(LockedException.class);
    }

    @Test
    void theDeskBesideThemIsNotLockedOut() {
        fail("officer", "10.0.0.1", SignInThrottle.TRIES);
        assertThatCode(() -> throttle.begin("officer2", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aStrangerCannotLockAnOfficerOut() {
        fail("officer", "203.0.113.9", SignInThrottle.TRIES);
        assertThatCode(() -> throttle.begin("officer", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void theWaitEnds() {
        fail("officer", "10.0.0.1", SignInThrottle.TRIES);
        now.addAndGet(SignInThrottle.WAIT.toNanos() + 1);
        assertThatCode(() -> throttle.begin("officer", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void successForgetsTheMistakes() {
        fail("officer", "10.0.0.1", SignInThrottle.TRIES - 1);
        throttle.begin("officer", "10.0.0.1");
        throttle.succeeded("officer", "10.0.0.1");
        assertThatCode(() -> fail("officer", "10.0.0.1", SignInThrottle.TRIES)).doesNotThrowAnyException();
    }

    private void fail(String username, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.begin(username, address);
        }
    }
}
