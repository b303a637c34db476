package org.threshold.moveon;

import java.time.LocalDate;

/** A route that was chosen for a household, and why. */
public record RouteChoice(Route route, String why, String by, LocalDate on) {
}
