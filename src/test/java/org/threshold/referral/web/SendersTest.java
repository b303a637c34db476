package org.threshold.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.threshold.referral.ReferralSettings;

class SendersTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Senders senders = new Senders(new ReferralSettings("north", 5, 4, 3, 5, List.of()), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void oneAddressIsStoppedAndAnotherIsNot() {
        assertThat(refer("203.0.113.1", 4)).containsExactly(true, true, true, false);
        assertThat(refer("203.0.113.2", 1)).containsExactly(true);
    }

    @Test
    void allTogetherAreStoppedToo() {
        assertThat(refer("203.0.113.1", 3)).containsOnly(true);
        assertThat(refer("203.0.113.2", 3)).containsExactly(true, true, false);
        assertThat(refer("203.0.113.3", 1)).containsExactly(false);
    }

    @Test
    void itFlowsBackWithTime() {
        refer("203.0.113.1", 3);
        nanos.addAndGet(Duration.ofMinutes(20).toNanos());
        assertThat(refer("203.0.113.1", 2)).containsExactly(true, false);
    }

    @Test
    void wrongTriesCostNoReferral() {
        for (int i = 0; i < 5; i++) {
            assertThat(senders.mayTry("203.0.113.1")).isEqualTo(i < 4);
        }
        assertThat(refer("203.0.113.1", 1)).containsExactly(true);
    }

    @Test
    void oneNetworkOfIpv6IsOneSender() {
        refer("2001:db8:1:2::1", 3);
        assertThat(refer("2001:db8:1:2:ffff::9", 1)).containsExactly(false);
        assertThat(refer("2001:db8:1:3::1", 1)).containsExactly(true);
    }

    @Test
    void whatIsNoAddressIsItself() {
        assertThat(Allowance.network("not:an:address")).isEqualTo("not:an:address");
        assertThat(Allowance.network("203.0.113.1")).isEqualTo("203.0.113.1");
    }

    private List<Boolean> refer(String address, int times) {
        return java.util.stream.IntStream.range(0, times).mapToObj(i -> senders.mayRefer(address)).toList();
    }
}
