package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.threshold.accommodation.Unit;

/** Reads and writes the columns {@code latitude} and {@code longitude}, which are both there or neither. */
final class Coordinates {

    private Coordinates() {
    }

    static Unit.Place of(ResultSet row) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        Double longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new Unit.Place(latitude, longitude);
    }

    static Double latitude(Unit.Place place) {
        return place == null ? null : place.latitude();
    }

    static Double longitude(Unit.Place place) {
        return place == null ? null : place.longitude();
    }
}
