/**
 * Mathematics that a board needs: percentiles, control limits, survival with open cases, and tests between groups.
 * Knows nothing of housing, of pages or of a database; every formula is checked against R in the room's tests.
 */
package org.threshold.statistics;
