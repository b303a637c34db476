package org.threshold.charge.claim;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The council's rules on claims, under {@code threshold.house-rules.benefit}.
 *
 * @param reference     how the council's benefit system writes the reference of a claim, as a regular expression on
 *                      capitals
 * @param looksLike     the same in words, for an officer who mistyped one
 * @param urgentMailbox where urgent questions go; empty where the benefit office is rung instead
 */
@ConfigurationProperties("threshold.house-rules.benefit")
public record ClaimRules(@DefaultValue("[A-Z0-9][A-Z0-9/-]{3,19}") Pattern reference,
                         @DefaultValue("4 to 20 letters and digits, such as HB1234567") String looksLike,
                         @DefaultValue("") String urgentMailbox) {
}
