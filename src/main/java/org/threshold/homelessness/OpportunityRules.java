package org.threshold.homelessness;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's own rule on the end of accommodation under s190(2)(a), under {@code threshold.opportunity}. The Act sets
 * no number: a reasonable opportunity is decided for each household.
 *
 * @param noticeDays fewest days between the letter that notifies the end and the last day
 */
@ConfigurationProperties("threshold.opportunity")
public record OpportunityRules(@DefaultValue("7") int noticeDays) {

    public OpportunityRules {
        if (noticeDays < 1 || noticeDays > 28) {
            throw new IllegalArgumentException("threshold.opportunity.notice-days must be from 1 to 28");
        }
    }
}
