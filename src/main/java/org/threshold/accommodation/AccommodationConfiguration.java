package org.threshold.accommodation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this room. */
@Configuration
@EnableConfigurationProperties({HomeDistrict.class, BedAndBreakfastRule.class, StayRule.class, LeavingRule.class})
class AccommodationConfiguration {
}
