package org.threshold.referral;

import java.time.Instant;

/** A referral as it was taken. @param target when the council means to have triaged it */
public record KeptReferral(String receipt, Instant receivedAt, Instant target, String team, String lane,
                           Referral sent) {
}
