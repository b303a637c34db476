package org.threshold.process.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.clock.ServiceClock;

/** Where the service's date can be moved, the engine's own clock follows it. */
@Component
@Profile("demonstration")
class EngineClock implements SmartInitializingSingleton {

    private final ServiceClock clock;

    EngineClock(ServiceClock clock) {
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        clock.follow(EngineClock::take);
    }

    private static void take(ServiceClock service) {
        if (service.isFrozen()) {
            ClockUtil.setCurrentTime(Date.from(service.instant()));
        } else {
            ClockUtil.offset(service.offset().toMillis());
        }
    }
}
