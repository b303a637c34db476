package org.threshold.scenario;

import java.util.Arrays;

/** A made-up council's situation; its proportions stand in {@code scenario/*.csv}, each with where it comes from. */
public enum Scenario {
    STRESSED_2024("stressed-2024"), TRANSFORMED_2025("transformed-2025"), PEER_REVIEW_2023("peer-review-2023");

    private final String key;

    Scenario(String key) {
        this.key = key;
    }

    /** As it is written on the command line and in the tables. */
    public String key() {
        return key;
    }

    /** @throws IllegalArgumentException with a sentence that names the known ones */
    public static Scenario of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("There is no scenario ‘" + key + "’. There are "
                        + String.join(", ", Arrays.stream(values()).map(Scenario::key).toList())));
    }
}
