package org.threshold.scenario;

import java.util.random.RandomGenerator;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitNeed;

/**
 * The types of temporary accommodation of the tables, with what makes a unit one of them and what it costs: the rate
 * cards are assumed, in pounds a night or a week from the first to the last of a range.
 */
enum Lodging {
    NIGHTLY("NIGHTLY_PRIVATE_SELF_CONTAINED", Unit.Kind.NIGHTLY_PAID, "PRIVATE", "Specimen Nightly Lets", "NIGHT", 45,
            75),
    BED_AND_BREAKFAST("BB_SHARED_ANNEXE", Unit.Kind.NIGHTLY_PAID, "PRIVATE", "Placeholder Hotels", "NIGHT", 60, 95),
    LEASED("PSL_LEASED", Unit.Kind.PRIVATE_LEASED, "PRIVATE", "Invented Leasing", "WEEK", 230, 380),
    COUNCIL("LA_HA_STOCK", Unit.Kind.COUNCIL_OR_HOUSING_ASSOCIATION, "COUNCIL", "Exampleton Council", "WEEK", 140, 190),
    HOSTEL("HOSTEL_REFUGE", Unit.Kind.HOSTEL_REFUGE, "VOLUNTARY_ORGANISATION", "Demonstration Charity", "WEEK",
            200, 240),
    OTHER("OTHER", Unit.Kind.OTHER, "REGISTERED_PROVIDER", "Draft Housing", "WEEK", 150, 210);

    private static final int DAYS_OF_WEEK = 7;
    private static final int PEOPLE_TO_A_ROOM = 3;

    private final String returnType;
    private final Unit.Kind kind;
    private final String runBy;
    private final String provider;
    private final String per;
    private final int least;
    private final int most;

    Lodging(String returnType, Unit.Kind kind, String runBy, String provider, String per, int least, int most) {
        this.returnType = returnType;
        this.kind = kind;
        this.runBy = runBy;
        this.provider = provider;
        this.per = per;
        this.least = least;
        this.most = most;
    }

    /** As the return to government names it. */
    String returnType() {
        return returnType;
    }

    Unit.Kind kind() {
        return kind;
    }

    String runBy() {
        return runBy;
    }

    String provider() {
        return provider;
    }

    String per() {
        return per;
    }

    boolean selfContained() {
        return this != BED_AND_BREAKFAST && this != HOSTEL;
    }

    /** The council pays for the nights that it uses, and keeps nothing empty. */
    boolean byTheNight() {
        return kind == Unit.Kind.NIGHTLY_PAID;
    }

    /** A hotel room has none. */
    int bedrooms(int people) {
        return this == BED_AND_BREAKFAST ? 0 : 1 + people / PEOPLE_TO_A_ROOM;
    }

    /** As many as the household needs by the size criteria of Housing Benefit, and no fewer than by its people. */
    int bedrooms(UnitNeed need) {
        return this == BED_AND_BREAKFAST ? 0 : Math.max(need.bedrooms(), bedrooms(need.people()));
    }

    /** Pounds a night or a week. */
    int rate(RandomGenerator random) {
        return least + random.nextInt(most - least + 1);
    }

    int aWeek(int rate) {
        return per.equals("NIGHT") ? rate * DAYS_OF_WEEK : rate;
    }
}
