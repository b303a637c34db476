package org.threshold.hclic;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * To what an extract adds up, so that whoever loads it can see that nothing was lost.
 *
 * @param rows rows of each section, sections without a row too
 * @param sums of what can be added
 */
public record ControlTotals(Quarter quarter, int cases, Map<ReturnSection, Integer> rows, Map<String, Long> sums) {

    static ControlTotals of(Quarter quarter, List<CaseReturn> reported) {
        Map<ReturnSection, Integer> rows = new EnumMap<>(ReturnSection.class);
        for (ReturnSection section : ReturnSection.values()) {
            rows.put(section, reported.stream().mapToInt(each -> each.rows(section).size()).sum());
        }
        Map<String, Long> sums = new LinkedHashMap<>();
        sums.put("peopleInHouseholds", sum(reported, "householdSize"));
        sums.put("dependentChildren", sum(reported, "dependentChildren"));
        sums.put("preventionDutiesEnded", ended(reported, ReturnSection.PREVENTION, "endedOn"));
        sums.put("reliefDutiesEnded", ended(reported, ReturnSection.RELIEF, "endedOn"));
        sums.put("mainDutiesEnded", ended(reported, ReturnSection.FINAL_DUTIES, "mainDutyEndedOn"));
        return new ControlTotals(quarter, reported.size(), rows, sums);
    }

    private static long sum(List<CaseReturn> reported, String key) {
        return reported.stream().mapToLong(each -> ((Number) each.main().get(key)).longValue()).sum();
    }

    private static long ended(List<CaseReturn> reported, ReturnSection section, String key) {
        return reported.stream().flatMap(each -> each.rows(section).stream()).filter(row -> row.has(key)).count();
    }
}
