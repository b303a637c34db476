package org.threshold.accommodation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's rules on placements after the keys, under {@code threshold.house-rules.stay}.
 *
 * @param verifyEvery  every placement is verified after so many days, again and again
 * @param newFor       for so many days after the first night somebody has to see that they live there
 */
@ConfigurationProperties("threshold.house-rules.stay")
public record StayRule(@DefaultValue("90") int verifyEvery, @DefaultValue("14") int newFor) {

    public StayRule {
        if (verifyEvery < 1 || newFor < 0) {
            throw new IllegalArgumentException("threshold.house-rules.stay: verify-every is at least 1 day, and new-for"
                    + " is not negative");
        }
    }
}
