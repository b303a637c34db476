package org.threshold.eventlog;

/** How days are written that do not begin with the year. */
public enum DateOrder {
    DAY_FIRST, MONTH_FIRST
}
