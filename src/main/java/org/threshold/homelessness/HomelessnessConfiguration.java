package org.threshold.homelessness;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this room. */
@Configuration
@EnableConfigurationProperties({CooperationRules.class, OpportunityRules.class,
        PlanReviewStandard.class, LostContactRule.class, BelongingsRule.class})
class HomelessnessConfiguration {
}
