package org.threshold.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Who answers for the council out of hours. Somebody senior who is on duty may release keys and approve a placement
 * outside the borough for as long as they are.
 */
public interface DutyManagers {

    /**
     * A period of duty.
     *
     * @param endedEarlyAt null unless it was ended before its time
     */
    record Duty(long id, String username, Instant from, Instant until, String namedBy, Instant namedAt,
                Instant endedEarlyAt) {
    }

    /** Who is on duty now, by username. */
    Set<String> onDuty();

    /** Those that run or are to come, in order. */
    List<Duty> coming();

    /** Everybody who may be named: senior officers and higher. */
    List<Officer> nameable();

    /** @throws IllegalArgumentException in words to whoever names them */
    Duty name(String username, Instant from, Instant until);

    /** Ends a duty now, or takes back one that is to come. */
    void end(long id);
}
