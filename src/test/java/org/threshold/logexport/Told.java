package org.threshold.logexport;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** One event as a reader finds it in a file: everything that it says, and nothing that it does not. */
record Told(String caseId, String id, String source, String instance, String transition, OffsetDateTime at,
            Map<String, String> rest) {

    Told {
        rest = new TreeMap<>(rest);
        rest.values().removeIf(java.util.Objects::isNull);
    }

    String fact() {
        return rest.get("fact");
    }
}
