package org.threshold.accommodation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's rule on leaving temporary accommodation, under {@code threshold.house-rules.leaving}. The Act gives no
 * number: the notice must be reasonable for this household (Homelessness Code of Guidance, chapters 15 and 17).
 *
 * @param noticeDays how long a household is given where no duty is owed any more; less needs a reason
 */
@ConfigurationProperties("threshold.house-rules.leaving")
public record LeavingRule(@DefaultValue("28") int noticeDays) {

    public LeavingRule {
        if (noticeDays < 1) {
            throw new IllegalArgumentException("threshold.house-rules.leaving: notice-days is at least 1 day");
        }
    }
}
