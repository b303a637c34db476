package org.threshold.hclic;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the return needs to know of the council and of the ministry's dates.
 *
 * @param councilCode ONS code of the council, such as E06000032; may be empty
 * @param deadlines   last day for a quarter's return, by quarter such as 2026-Q4: the ministry sets it each time. A
 *                    quarter that is not named here has six weeks from its end, which is our assumption
 */
@ConfigurationProperties("threshold.h-clic")
public record ReturnSettings(String councilCode, Map<String, LocalDate> deadlines) {

    private static final int USUAL_DAYS = 42;

    public ReturnSettings {
        councilCode = councilCode == null ? "" : councilCode;
        deadlines = deadlines == null ? Map.of() : Map.copyOf(deadlines);
        deadlines.keySet().forEach(Quarter::parse);
    }

    public LocalDate deadline(Quarter quarter) {
        return deadlines.getOrDefault(quarter.toString(), quarter.last().plusDays(USUAL_DAYS));
    }
}
