package org.threshold.process;

import java.util.List;
import java.util.Set;
import org.threshold.casefile.CaseReference;

/** Where a case is in each of its processes. */
public interface CaseProgress {

    /** The case's processes in the order in which they began, running and ended; ladders of late steps left out. */
    List<ProcessProgress> of(CaseReference reference);

    /**
     * @param processInstanceId null when the process has ended
     * @param currentElements   ids of the elements where it waits; empty when it has ended
     * @param doneElements      ids of the steps that were completed and the called processes that ended, in order
     * @param xml               the BPMN model with its diagram, of the version that the case runs on
     */
    record ProcessProgress(String processKey, String name, int version, String processInstanceId,
                           Set<String> currentElements, Set<String> doneElements, String xml) {

        public boolean ended() {
            return processInstanceId == null;
        }
    }
}
