package org.threshold.process.deployment;

/**
 * A version of a process.
 *
 * @param cases how many cases run on it now
 */
public record VersionInUse(String key, String name, int version, String deploymentId, long cases) {
}
