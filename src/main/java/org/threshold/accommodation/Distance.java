package org.threshold.accommodation;

import java.util.List;
import java.util.Objects;

/** As the crow flies; the way by road or bus is longer, and the officer asks about it. */
final class Distance {

    private static final double METRES_OF_EARTH = 6_371_000;

    private Distance() {
    }

    static int metres(Unit.Place from, Unit.Place to) {
        double latitudes = Math.toRadians(to.latitude() - from.latitude()) / 2;
        double longitudes = Math.toRadians(to.longitude() - from.longitude()) / 2;
        double chord = Math.sin(latitudes) * Math.sin(latitudes) + Math.cos(Math.toRadians(from.latitude()))
                * Math.cos(Math.toRadians(to.latitude())) * Math.sin(longitudes) * Math.sin(longitudes);
        return (int) Math.round(2 * METRES_OF_EARTH * Math.asin(Math.min(1, Math.sqrt(chord))));
    }

    /** To the furthest of these, since every child has to get to theirs; null when one end is not known. */
    static Integer toFurthest(Unit.Place from, List<Unit.Place> to) {
        return from == null ? null : to.stream().filter(Objects::nonNull).map(place -> metres(from, place))
                .max(Integer::compare).orElse(null);
    }
}
