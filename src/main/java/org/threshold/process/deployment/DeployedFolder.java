package org.threshold.process.deployment;

import java.time.Instant;

/**
 * One deployment of a process folder.
 *
 * @param source {@code files}, or {@code designer:<name>}
 */
public record DeployedFolder(String deploymentId, String key, String source, String hash, Instant at, String by) {

    static final String FILES = "files";

    public boolean fromFiles() {
        return source.equals(FILES);
    }
}
