package org.threshold.casepage.web;

/** One choice of a list that is not an enum, read by the pages as they read an enum of the house. */
public record Option(String name, String title) {
}
