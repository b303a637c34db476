package org.threshold.form;

/** One choice of a list. */
public record Option(String value, String label) {
}
