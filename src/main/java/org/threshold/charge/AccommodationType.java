package org.threshold.charge;

import java.util.Arrays;

/** The types of temporary accommodation as the return to government tells them apart, in the order of their cost. */
public enum AccommodationType {
    BB_SHARED_ANNEXE("Bed and breakfast"), NIGHTLY_PRIVATE_SELF_CONTAINED("Nightly paid, self-contained"),
    HOSTEL_REFUGE("Hostel or refuge"), PSL_LEASED("Leased from private landlords"),
    LA_HA_STOCK("Council or housing association stock"), OTHER("Other");

    private final String words;

    AccommodationType(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** What has no type of its own is another one. */
    static AccommodationType of(String returnType) {
        return Arrays.stream(values()).filter(type -> type.name().equals(returnType)).findFirst().orElse(OTHER);
    }
}
