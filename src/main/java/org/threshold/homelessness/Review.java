package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.threshold.casefile.CaseReference;

/**
 * A review under s202, from the request to the letter.
 *
 * @param result null while it runs
 */
public record Review(long id, CaseReference caseReference, Request request, String recordedBy, Instant recordedAt,
                     Result result, LocalDate notifiedOn) {

    /** How a request reached the council; any form is a request (s202(3)). */
    public enum Form {
        LETTER("In a letter"), EMAIL("By email"), PHONE("By telephone"), IN_PERSON("In person"), WEB("Online"),
        REPRESENTATIVE("Through an adviser or solicitor");

        private final String title;

        Form(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** How a review ends. */
    public enum Outcome {
        UPHELD("The decision stands"), OVERTURNED("The decision is overturned"), WITHDRAWN("The request was withdrawn");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * What was asked for.
     *
     * @param decisionNotified the day on which the applicant was told of the decision, day 1 of their 21 days
     * @param decidedBy        who made the decision: usernames, or names of people who have no account here
     * @param late             null when the request was in time
     * @param extension        null when nothing longer was agreed
     * @param subject          the key of the decision under {@link ReviewableDecisions}, such as {@code ending-12};
     *                         null where it was made elsewhere or was recorded before this was kept
     */
    public record Request(ReviewMatter matter, LocalDate decisionNotified, Set<String> decidedBy,
                          LocalDate requestedOn, Form form, String what, Late late, Extension extension,
                          String subject) {

        public Request {
            decidedBy = Set.copyOf(decidedBy);
        }

        /** Of a decision that is not on this case's record. */
        public Request(ReviewMatter matter, LocalDate decisionNotified, Set<String> decidedBy, LocalDate requestedOn,
                       Form form, String what, Late late, Extension extension) {
            this(matter, decisionNotified, decidedBy, requestedOn, form, what, late, extension, null);
        }
    }

    /** A request after the 21 days: whether it is taken all the same, and why (s202(3)). */
    public record Late(boolean accepted, String reasons) {
    }

    /** A longer time, agreed in writing between the applicant and the reviewer (reg 9 of SI 2018/223). */
    public record Extension(LocalDate until, LocalDate agreedOn) {
    }

    /** What the reviewer found. */
    public record Result(Outcome outcome, String reasons, String by, Instant at) {
    }

    /** How what its clocks are about begins, so that those of several reviews are told apart. */
    public static String clockAbout(long id) {
        return "Review " + id + ":";
    }

    /** Refused as late, it never began. */
    public boolean running() {
        return result == null && !refusedAsLate();
    }

    public boolean refusedAsLate() {
        return request.late() != null && !request.late().accepted();
    }
}
