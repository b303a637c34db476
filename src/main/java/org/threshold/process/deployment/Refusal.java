package org.threshold.process.deployment;

import java.time.Instant;
import java.util.List;

/** The last change of a process that was not deployed, with the reasons. */
public record Refusal(String key, Instant at, List<String> sentences) {
}
