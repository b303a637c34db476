package org.threshold.scenario;

/**
 * A household of the opening stock and where it lives.
 *
 * @param nights how long it has been in this unit
 * @param host   null within the district
 */
record Stayer(MadeUpHousehold household, Lodging lodging, int nights, Host host) {
}
