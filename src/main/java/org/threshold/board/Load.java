package org.threshold.board;

import java.time.Instant;

/**
 * What lies with a team or an officer now.
 *
 * @param overdue    of the open steps, those past their due date
 * @param due        of the open steps, those that fall due from now until the end of Sunday
 * @param onHold     of the open steps, those on hold today
 * @param oldest     when the longest open step was opened; null where none is open
 */
public record Load(int open, int overdue, int due, int onHold, Instant oldest) {

    public static final Load NONE = new Load(0, 0, 0, 0, null);

    public Load plus(Load other) {
        return new Load(open + other.open, overdue + other.overdue, due + other.due, onHold + other.onHold,
                oldest == null || other.oldest != null && other.oldest.isBefore(oldest) ? other.oldest : oldest);
    }
}
