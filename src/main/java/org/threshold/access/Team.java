package org.threshold.access;

/** @param leader username of the team leader who answers for work that no officer holds */
public record Team(String key, String name, String office, String leader) {
}
