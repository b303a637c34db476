package org.threshold.access.store;

/** One team as it is kept. */
public record TeamRow(String key, String name, String office, String leader) {
}
