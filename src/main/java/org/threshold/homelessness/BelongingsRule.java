package org.threshold.homelessness;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's rule on belongings, under {@code threshold.house-rules.belongings}.
 *
 * @param monthsAfterEnd how many months what was not collected is kept after the duty has ended. The Act names no
 *                       period; six months is the cautious reading of the field [K]
 */
@ConfigurationProperties("threshold.house-rules.belongings")
public record BelongingsRule(@DefaultValue("6") int monthsAfterEnd) {
}
