package org.threshold.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The processes as they are deployed, for pages that draw figures on them. No case is in it. */
public interface LiveModels {

    /** The newest version of each process, by name. One query. */
    List<LiveModel> all();

    /** One version; empty where it is no longer deployed. */
    Optional<LiveModel> find(String key, int version);

    /**
     * @param xml   the BPMN model with its diagram
     * @param steps names of the officers' steps by the id of their element
     * @param calls the called processes by the id of the call activity; the ladder of late steps is not among them
     * @param names names of the call activities by id
     * @param clocked the officers' steps on which a statutory clock runs: the law gives them their time
     */
    record LiveModel(String key, String name, int version, String xml, Map<String, String> steps,
                     Map<String, String> calls, Map<String, String> names, Set<String> clocked) {
    }
}
