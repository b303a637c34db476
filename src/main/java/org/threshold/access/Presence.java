package org.threshold.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where officers work: planned by date (the rota), and declared on the day, which counts for that day. */
public interface Presence {

    /** The office where the officer is on the day, or empty when remote or unknown. */
    Optional<String> officeOf(String username, LocalDate day);

    /** True only when the officer has declared today that they are where applicants are: at an office, or on visits. */
    boolean onSiteToday(String username);

    /** What is known of the day: the declaration, or else the plan; empty when neither was made. */
    Optional<PlaceOfWork> placeOf(String username, LocalDate day);

    /** The rota of these people, from the first to the last day, both included; days without a plan are left out. */
    List<PlaceOfWork> plans(List<String> usernames, LocalDate first, LocalDate last);

    /** The same of several people and days, in one question; the days of which nothing is known are left out. */
    List<PlaceOfWork> placesOf(List<String> usernames, LocalDate first, LocalDate last);

    /** The offices that a person can work at: those of the teams. */
    List<String> offices();

    /**
     * The current officer says where they work today.
     *
     * @param office null when remote
     * @throws IllegalArgumentException when there is no such office
     */
    void declareToday(String office);

    /** The current officer says that they are with households today, at a hospital, a refuge, a home or a unit. */
    void declareVisits();

    /**
     * Writes one day of the rota; of oneself, or of a member of a team that the current officer leads.
     *
     * @param office null when remote
     * @throws NotPermitted             for anybody else's rota
     * @throws IllegalArgumentException when there is no such office, or the day is past
     */
    void plan(String username, LocalDate day, String office);

    /** Takes one day off the rota, under the same conditions as {@link #plan}. */
    void unplan(String username, LocalDate day);

    /**
     * Changes several days of the rota, all of them or none, under the same conditions as {@link #plan}.
     *
     * @param planned office by day, null when remote
     * @param cleared days to take off the rota
     */
    void change(String username, Map<LocalDate, String> planned, Set<LocalDate> cleared);
}
