package org.threshold.access;

/** An account as administrators see it; never with its password. */
public record Account(Officer officer, boolean disabled, boolean mustChangePassword) {
}
