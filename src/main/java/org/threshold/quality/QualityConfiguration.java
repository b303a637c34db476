package org.threshold.quality;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this room. */
@Configuration
@EnableConfigurationProperties(QualitySettings.class)
class QualityConfiguration {
}
