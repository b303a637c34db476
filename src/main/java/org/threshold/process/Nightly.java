package org.threshold.process;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the checks of this room run at their hour. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Nightly {
}
