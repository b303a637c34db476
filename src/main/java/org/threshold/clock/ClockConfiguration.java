package org.threshold.clock;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** One clock for all casework; movable only in the demonstration. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @Profile("demonstration")
    ServiceClock serviceClock() {
        return new ServiceClock();
    }

    @Bean
    @Profile("!demonstration")
    Clock systemClock() {
        return Clock.system(ServiceClock.LONDON);
    }
}
