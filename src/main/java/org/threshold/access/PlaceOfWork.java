package org.threshold.access;

import java.time.LocalDate;

/**
 * Where one person works on one day.
 *
 * @param office   null when remote, and when out on visits
 * @param declared true when said on the day itself, false when only planned
 * @param onVisits whether they are with households, at a hospital, refuge, home or unit; only ever declared
 */
public record PlaceOfWork(String username, LocalDate day, String office, boolean declared, boolean onVisits) {

    /** At an office, or remote. */
    public PlaceOfWork(String username, LocalDate day, String office, boolean declared) {
        this(username, day, office, declared, false);
    }

    public boolean isRemote() {
        return office == null && !onVisits;
    }

    /** "North Office", "Out on visits" or "Remote", as shown on pages. */
    public String words() {
        return onVisits ? "Out on visits" : office == null ? "Remote" : office;
    }
}
