package org.threshold.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's own rules on second signatures, under {@code threshold.house-rules}. What the law itself demands
 * (s193B notices, reviews) cannot be switched off.
 *
 * @param signDecisions every decision under s184 and every referral to another council needs a second officer
 * @param signEndings   every end of a duty against the applicant needs a second officer
 * @param seniorSigns   the second officer is a senior officer or higher
 */
@ConfigurationProperties("threshold.house-rules")
public record HouseRules(@DefaultValue("true") boolean signDecisions, @DefaultValue("true") boolean signEndings,
                         @DefaultValue("true") boolean seniorSigns) {

    /** Whether a second person is needed for it in this council. */
    public boolean wants(FourEyes rule) {
        String unless = rule.terms().unless();
        return switch (unless == null ? "" : unless) {
            case "" -> true;
            case "sign-decisions" -> signDecisions;
            case "sign-endings" -> signEndings;
            default -> throw new IllegalStateException("No setting is called " + unless);
        };
    }
}
