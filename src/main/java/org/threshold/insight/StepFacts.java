package org.threshold.insight;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The facts that measures read, one row for each thing that happens to a step; written in the step's own commit, and
 * its row of measures with them.
 */
public interface StepFacts {

    default void record(StepFact fact) {
        recordAll(List.of(fact));
    }

    /** Writes all of them with one statement, and what they change in the measures with one more. */
    void recordAll(Collection<StepFact> facts);

    /** What happened to the steps of a case, in order. */
    List<StepFact> of(String caseReference);

    /**
     * @param event  CREATED, PICKED_UP, PUT_BACK, HANDED_OVER, ON_HOLD, OFF_HOLD, REDATED, MIGRATED, COMPLETED,
     *               CANCELLED
     * @param by     username, or that of the service
     * @param team   set where the event gives the step to a team: CREATED and HANDED_OVER; otherwise null
     * @param detail new owner, due date or reason code; never personal data; may be null
     * @param about  of CREATED: {@link #LANE}, {@link #IN_PERSON}, {@link #WAITS_FOR}, {@link #DUE}, {@link #SIBLINGS}
     *               and how the case stood; of ON_HOLD: {@link #UNTIL}; only what is known, never personal data
     */
    record StepFact(String stepId, String caseReference, String processKey, int processVersion, String elementId,
                    String event, Instant at, String by, String team, String detail, Map<String, String> about) {

        public static final String LANE = "lane";
        public static final String IN_PERSON = "inPerson";
        public static final String WAITS_FOR = "waitsFor";
        /** An instant in ISO 8601. */
        public static final String DUE = "due";
        /** Which arrival at a multi-instance part, and which of its copies, with a slash between. */
        public static final String SIBLINGS = "siblings";
        /** An instant in ISO 8601. */
        public static final String UNTIL = "until";
        static final String HOUSEHOLD = "household";
        static final String OFFICE = "office";
        static final String PLACEMENT = "placement";

        public StepFact {
            about = Map.copyOf(about);
        }

        public StepFact(String stepId, String caseReference, String processKey, int processVersion, String elementId,
                        String event, Instant at, String by, String team, String detail) {
            this(stepId, caseReference, processKey, processVersion, elementId, event, at, by, team, detail, Map.of());
        }

        boolean creates() {
            return event.equals("CREATED");
        }

        /** The same with all that is known besides. */
        public StepFact withAbout(Map<String, String> all) {
            return new StepFact(stepId, caseReference, processKey, processVersion, elementId, event, at, by, team,
                    detail, all);
        }
    }
}
