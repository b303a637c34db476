package org.threshold.homelessness;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's rule on lost contact, under {@code threshold.house-rules.lost-contact}. The Act knows no such ground: in
 * law it is a withdrawal that the council infers after documented attempts (domain reference A5), so the numbers are
 * the council's own.
 *
 * @param attempts the least number of attempts in vain
 * @param ways     in at least so many different ways
 * @param days     from the first to the last of them at least so many days
 */
@ConfigurationProperties("threshold.house-rules.lost-contact")
public record LostContactRule(@DefaultValue("3") int attempts, @DefaultValue("2") int ways,
                              @DefaultValue("7") int days) {
}
