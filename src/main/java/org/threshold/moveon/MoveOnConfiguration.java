package org.threshold.moveon;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this room. */
@Configuration
@EnableConfigurationProperties({MoveOnRule.class, OfferSettings.class})
class MoveOnConfiguration {
}
