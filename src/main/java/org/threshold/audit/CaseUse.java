package org.threshold.audit;

import java.time.Instant;

/**
 * What one person did on a case.
 *
 * @param who        username, or {@code threshold} for the service itself
 * @param views      how often they looked
 * @param acts       how often they did something
 * @param refusals   how often they were refused
 * @param asStranger how often they looked, or were refused, with nothing to do with the case at that moment
 */
public record CaseUse(String who, long views, long acts, long refusals, Instant lastAt, long asStranger) {
}
