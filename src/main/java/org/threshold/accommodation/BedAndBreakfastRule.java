package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the council's lawyers read the six-week limit, under {@code threshold.house-rules.bed-and-breakfast}: whether the
 * nights under the application before there was a family commitment count as soon as there is one. The Order speaks of a
 * period or a total of periods in which the applicant is in bed and breakfast (SI 2003/3326 art 4(1)(b)) and does not
 * say from when; all nights count unless the council has decided otherwise.
 *
 * @param readings each holds for counts made from its day on
 */
@ConfigurationProperties("threshold.house-rules.bed-and-breakfast")
public record BedAndBreakfastRule(List<Reading> readings) {

    /** @param from the first day of a count by this reading */
    public record Reading(LocalDate from, boolean nightsBeforeCount) {

        public Reading {
            if (from == null) {
                throw new IllegalArgumentException("threshold.house-rules.bed-and-breakfast.readings: each reading needs"
                        + " the day from which it holds");
            }
        }
    }

    public BedAndBreakfastRule {
        readings = readings == null ? List.of() : readings.stream().sorted(Comparator.comparing(Reading::from)).toList();
    }

    public boolean nightsBeforeCount(LocalDate asOf) {
        boolean count = true;
        for (Reading reading : readings) {
            count = reading.from().isAfter(asOf) ? count : reading.nightsBeforeCount();
        }
        return count;
    }
}
