package org.threshold.access;

import java.time.LocalDate;
import java.util.Optional;

/** Where officers work: planned by date (the rota), and declared on the day, which counts for that day. */
public interface Presence {

    /** The office where the officer is on the day, or empty when remote or unknown. */
    Optional<String> officeOf(String username, LocalDate day);

    /** True only when the officer has declared today that they work at an office. */
    boolean onSiteToday(String username);
}
