package org.threshold.moveon;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's rule on the way to a settled home, under {@code threshold.house-rules.move-on}.
 *
 * @param reviewDays how many days may pass before somebody looks again at a household that waits for a home. No law sets
 *                   it; four weeks is the standard of this service
 */
@ConfigurationProperties("threshold.house-rules.move-on")
public record MoveOnRule(@DefaultValue("28") int reviewDays) {
}
