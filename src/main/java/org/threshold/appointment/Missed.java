package org.threshold.appointment;

/**
 * Why a household did not attend, and what is done next. Not attending is not a refusal of accommodation by itself.
 *
 * @param words what is known of it; null when there is nothing to add
 */
public record Missed(Cause cause, NextStep next, String words) {

    public enum Cause {
        NOT_TOLD("The appointment did not reach them"), ILL("Ill or in hospital"),
        COULD_NOT_TRAVEL("Could not travel or pay the fare"), CARE("Looking after a child or somebody else"),
        WORK("At work, or at another appointment"), AFRAID("Afraid to come"), FORGOT("Forgot it"),
        CHANGED_MIND("Does not want it any more"), OUR_SIDE("We could not keep it"), OTHER("Another cause"),
        NOT_KNOWN("Not known yet");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public enum NextStep {
        NEW_APPOINTMENT("Offer another appointment"), REACH_TODAY("Reach them today"), VISIT("Go and see them"),
        CHECK_SAFETY("Make sure that they are safe"), NOTHING("Nothing more on this appointment");

        private final String words;

        NextStep(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Missed {
        if (cause == null || next == null) {
            throw new IllegalArgumentException("A missed appointment has a cause and a next step");
        }
    }
}
