package org.threshold.homelessness;

import java.time.LocalDate;

/**
 * One try to reach a household.
 *
 * @param reached whether they were reached, so that earlier tries no longer count
 * @param what    what happened, in a few words
 */
public record ContactAttempt(LocalDate triedOn, ContactWay way, boolean reached, String what, String recordedBy) {

    public static final int LONGEST = 1000;
}
