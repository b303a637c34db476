package org.threshold.charge.claim;

import java.time.Instant;

/** Something that was asked of the benefit office; the answer, its moment and who recorded it are null until it came. */
public record BenefitQuery(long id, String question, boolean urgent, Instant askedAt, String askedBy, String answer,
                           Instant answeredAt, String answeredBy) {

    public boolean open() {
        return answer == null;
    }
}
