package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;

/** A unit and the nights of a week: for each night what keeps it from being free, or null. */
public record UnitWeek(Unit unit, String districtName, boolean outside, List<Night> nights) {

    /** @param kind null when it is free */
    public record Night(LocalDate day, StayKind kind) {

        public String words() {
            return kind == null ? "Free" : kind.words();
        }
    }
}
