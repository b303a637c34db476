package org.threshold.worklist;

import java.util.Map;
import org.threshold.casefile.CaseReference;

/** Processes of a case that run and end by themselves; the case reference is the business key. */
public interface CaseProcesses {

    /** Starts another process for the case. Variables hold only ids, dates, enums and flags. */
    void startBeside(CaseReference reference, String processKey, Map<String, Object> variables);

    /** Tells what waits on the case that something happened, by message name; false when nothing waits for it. */
    boolean tell(CaseReference reference, String message, Map<String, Object> variables);

    /**
     * Tells it in the service's name at the end of the transaction, and once however often it was said. Several facts may
     * come within one step of the engine, which does not yet know where it waits after the first of them.
     */
    void tellAtCommit(CaseReference reference, String message);

    /**
     * The same, told to the one process of several alike that is about this, such as the placement with this id.
     *
     * @param variable the name of the variable that tells them apart
     */
    boolean tellAbout(CaseReference reference, String message, String variable, Object value,
                      Map<String, Object> variables);
}
