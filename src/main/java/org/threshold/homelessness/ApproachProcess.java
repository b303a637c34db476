package org.threshold.homelessness;

import java.util.Map;
import java.util.Set;
import org.threshold.casefile.CaseReference;

/** What the approach asks of the process engine. */
public interface ApproachProcess {

    /** Starts {@code homelessness-approach} for the case. Variables hold only ids, dates, enums and flags. */
    void start(CaseReference reference, Map<String, Object> variables);

    /**
     * Starts {@code homelessness-approach} in the middle, as if it had come to that stage by itself: what the process
     * does without waiting for anybody, and each timer whose moment has passed, is done in the same transaction.
     */
    void startAt(CaseReference reference, Stage stage, Map<String, Object> variables);

    /** Starts another process for the case, which runs and ends by itself beside the approach. */
    void startBeside(CaseReference reference, String processKey, Map<String, Object> variables);

    /** Ends the processes that run beside the approach, except those with the given keys. */
    void endBeside(CaseReference reference, Set<String> except);

    /** Whether anything runs beside the approach, such as a review. */
    boolean runsBeside(CaseReference reference);

    /** Tells the running approach that something happened, by message name; false when nothing waits for it. */
    boolean tell(CaseReference reference, String message, Map<String, Object> variables);

    /** Whether an approach of the case still runs. */
    boolean runs(CaseReference reference);
}
