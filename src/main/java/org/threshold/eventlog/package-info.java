/**
 * Reads event logs of anybody's processes, as XES or CSV, and says how long their cases take and where they wait. Knows
 * nothing of housing, and keeps nothing.
 */
package org.threshold.eventlog;
