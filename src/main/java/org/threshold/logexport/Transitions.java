package org.threshold.logexport;

/**
 * What is recorded of a step, in the words of the standard lifecycle of XES. A step is started when an officer picks it
 * up: from then on it is in their hands, which is not to say that they work on it.
 */
final class Transitions {

    /** Placements and reviews are told by what they came to; each is an event of its own. */
    static final String COMPLETE = "complete";

    private Transitions() {
    }

    /**
     * @param fact       code of {@code step_fact}
     * @param heldBefore whether anybody had had the step before
     */
    static String of(String fact, boolean heldBefore, boolean toSomebody) {
        return switch (fact) {
            case "CREATED" -> "schedule";
            case "PICKED_UP" -> heldBefore ? "reassign" : "start";
            case "HANDED_OVER" -> toSomebody && !heldBefore ? "assign" : "reassign";
            case "PUT_BACK" -> "reassign";
            case "ON_HOLD" -> "suspend";
            case "OFF_HOLD" -> "resume";
            case "COMPLETED" -> COMPLETE;
            case "CANCELLED" -> heldBefore ? "ate_abort" : "withdraw";
            default -> "unknown";
        };
    }
}
