package org.threshold.insight;

import java.time.LocalDate;

/**
 * Which steps are measured; whatever is null is not asked about.
 *
 * @param from first day of the period in London
 * @param to   the day after its last
 */
public record MeasureFilter(LocalDate from, LocalDate to, String process, String team, String lane,
                            String householdType, String office) {

    public MeasureFilter {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A period has at least one day");
        }
    }

    public static MeasureFilter between(LocalDate from, LocalDate to) {
        return new MeasureFilter(from, to, null, null, null, null, null);
    }

    public MeasureFilter ofProcess(String key) {
        return new MeasureFilter(from, to, key, team, lane, householdType, office);
    }

    public MeasureFilter ofTeam(String key) {
        return new MeasureFilter(from, to, process, key, lane, householdType, office);
    }

    public MeasureFilter ofLane(String code) {
        return new MeasureFilter(from, to, process, team, code, householdType, office);
    }

    public MeasureFilter ofHouseholds(String type) {
        return new MeasureFilter(from, to, process, team, lane, type, office);
    }

    public MeasureFilter ofOffice(String name) {
        return new MeasureFilter(from, to, process, team, lane, householdType, name);
    }
}
