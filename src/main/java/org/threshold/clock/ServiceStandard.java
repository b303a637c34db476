package org.threshold.clock;

/**
 * The council's own promise for a step.
 *
 * @param step   key used by the models, such as {@code triage}
 * @param amount how many units
 * @param warnBefore how many of the same units before the due date the warning shows
 */
public record ServiceStandard(String step, int amount, Unit unit, int warnBefore) {

    public enum Unit { HOURS, CALENDAR_DAYS, WORKING_DAYS, SAME_DAY }
}
