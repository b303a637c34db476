package org.threshold.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What an answer must satisfy. Null or false means no such rule.
 *
 * @param minLength     characters, as a browser counts them
 * @param decimalDigits decimal places allowed; null for any
 * @param pattern       must be found in the answer; already checked to be safe to run
 * @param format        {@code email} or {@code phone}
 * @param earliest      first day allowed, for dates
 * @param latest        last day allowed, for dates
 */
public record Rules(boolean required, Integer minLength, Integer maxLength, BigDecimal min, BigDecimal max,
                    Integer decimalDigits, Pattern pattern, String format, DayLimit earliest, DayLimit latest) {
}
