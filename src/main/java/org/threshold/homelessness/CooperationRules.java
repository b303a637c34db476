package org.threshold.homelessness;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's own rules on refusals to co-operate, under {@code threshold.cooperation}. The Act sets no number of days
 * for the reasonable period of s193B(4)(b); 14 is what many councils' letters give.
 *
 * @param warningDays fewest days between a warning and its end, day 1 being the day after the warning
 * @param procedure   where the council's written procedure is kept, which it must have and keep under review
 *                    (SI 2018/223 reg 2); null until the council has named it
 */
@ConfigurationProperties("threshold.cooperation")
public record CooperationRules(@DefaultValue("14") int warningDays, String procedure) {

    public CooperationRules {
        if (warningDays < 1 || warningDays > 56) {
            throw new IllegalArgumentException("threshold.cooperation.warning-days must be from 1 to 56");
        }
    }
}
