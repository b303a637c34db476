package org.threshold.board;

/**
 * When a number becomes an alert and when it is none any more.
 *
 * @param raiseAbove      it is raised by a higher number
 * @param clearBelow      it is resolved by a lower number; at least 1 and at most one more than {@code raiseAbove}
 * @param remindAfterDays days between two reminders while nobody has acknowledged it
 */
public record AlertThreshold(AlertMeasure measure, int raiseAbove, int clearBelow, int remindAfterDays) {
}
