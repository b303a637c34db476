package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;

/**
 * What follows a decision that no longer stands, as it was seen once at the beginning.
 *
 * @param subject the key of the decision under {@link ReviewableDecisions}; null where it is not on the record
 * @param dutyId  the duty that had ended because of it; null where none had
 */
public record Consequence(long id, CaseReference caseReference, long reviewId, Cause cause, Court court, String subject,
                          Long dutyId, WhatFollows follows, CaseStatus statusBefore, String recordedBy,
                          Instant recordedAt) {

    /** Who said that it no longer stands. */
    public enum Cause {
        REVIEW("Overturned on review", "s203"), COURT("Quashed by the county court", "s204(3)");

        private final String title;
        private final String provision;

        Cause(String title, String provision) {
            this.title = title;
            this.provision = provision;
        }

        public String title() {
            return title;
        }

        public String provision() {
            return provision;
        }
    }

    /** The order of the court; null where the review itself overturned it. */
    public record Court(LocalDate on, String order) {
    }

    /**
     * One thing that was done.
     *
     * @param subject what it was done to; may be null, as may {@code words}
     */
    public record Act(Kind kind, String subject, String words, String by, Instant at) {
    }

    public enum Kind {
        SET_ASIDE("No longer counts"), COUNTS_AGAIN("Counts again, until it is decided by hand"),
        MAY_STAY("They may stay where they live"), MUST_LEAVE_AGAIN("The notice to leave runs again"),
        DUTY_GOES_ON("The duty goes on"), DUTY_ENDED_AGAIN("The duty is ended as before"),
        STEP_OPENED("Open again"), NOT_OPENED("Could not be taken back by itself"),
        WRITTEN("Written to the household"), SPOKEN("Spoken with the household"),
        OTHERS_TOLD("Others who were told"), CANNOT_BE_UNDONE("Cannot be undone"), REMEDY("Put right instead");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
