package org.threshold.process;

/**
 * One step as two sources of truth can both tell it; seconds.
 *
 * @param ended COMPLETED, CANCELLED, or null while it is open
 */
record StepRow(String element, long waiting, long held, String ended) {
}
