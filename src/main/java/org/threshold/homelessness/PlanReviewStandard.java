package org.threshold.homelessness;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the council looks at plans, under {@code threshold.plan-review}: the Act gives no number.
 *
 * @param days    days until the next review that a form proposes
 * @param longest most days until the next review
 */
@ConfigurationProperties("threshold.plan-review")
public record PlanReviewStandard(@DefaultValue("28") int days, @DefaultValue("42") int longest) {
}
