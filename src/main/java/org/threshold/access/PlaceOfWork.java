package org.threshold.access;

import java.time.LocalDate;

/**
 * Where one person works on one day.
 *
 * @param office   null when remote
 * @param declared true when said on the day itself, false when only planned
 */
public record PlaceOfWork(String username, LocalDate day, String office, boolean declared) {

    public boolean isRemote() {
        return office == null;
    }

    /** "North Office" or "Remote", as shown on pages. */
    public String words() {
        return office == null ? "Remote" : office;
    }
}
