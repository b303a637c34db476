package org.threshold.homelessness;

import java.util.Map;
import java.util.Set;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.CaseProcesses;

/** What the approach asks of the process engine. */
public interface ApproachProcess extends CaseProcesses {

    /** What other bodies are told of a placement, which is owed to them whatever becomes of the case. */
    String NOTICES = "placement-notices";

    /** What hangs on a placement goes on for as long as somebody lives there, and until its account is settled. */
    Set<String> OF_A_PLACEMENT = Set.of(NOTICES, "ta-placement", "bed-and-breakfast", "benefit-claim",
            "leaving-ta");

    /** Starts {@code homelessness-approach} for the case. Variables hold only ids, dates, enums and flags. */
    void start(CaseReference reference, Map<String, Object> variables);

    /**
     * Starts {@code homelessness-approach} in the middle, as if it had come to that stage by itself: what the process
     * does without waiting for anybody, and each timer whose moment has passed, is done in the same transaction.
     */
    void startAt(CaseReference reference, Stage stage, Map<String, Object> variables);

    /**
     * Puts the approach back to that stage: in the process that runs, where what it came to on the strength of a decision
     * that no longer stands is ended; where none runs, it is started there. Interim accommodation goes on as it was.
     */
    void putBackAt(CaseReference reference, Stage stage, Map<String, Object> variables);

    /** Ends the processes that run beside the approach, except those with the given keys. */
    void endBeside(CaseReference reference, Set<String> except);

    /** Whether anything runs beside the approach, such as a review. */
    boolean runsBeside(CaseReference reference);

    /** Whether an approach of the case still runs. */
    boolean runs(CaseReference reference);
}
