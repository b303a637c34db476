package org.threshold.scenario;

import java.util.Map;

/**
 * What the units page counts of an opening stock, beside what was meant.
 *
 * @param meant   households by type, in the return's codes
 * @param counted units that somebody lives in tonight, by type
 * @param refused how many rows were not brought over
 */
public record Reconciliation(Map<String, Integer> meant, Map<String, Integer> counted, int meantOutside,
                             int countedOutside, int refused) {

    public boolean holds() {
        return meant.equals(counted) && meantOutside == countedOutside && refused == 0;
    }

    public int households() {
        return counted.values().stream().mapToInt(Integer::intValue).sum();
    }
}
