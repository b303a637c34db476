package org.threshold.logexport;

import java.time.Instant;
import java.util.Map;

/**
 * One event as it leaves the service; every identifier in it is a pseudonym.
 *
 * @param source     STEP, PLACEMENT or REVIEW
 * @param id         of the event, alone in the whole log
 * @param caseId     of the case in which it happened
 * @param household  the same for all cases of one household, as far as the log may tell
 * @param channel    key of the way by which the case came in; as it is, it names nobody
 * @param activity   in words: 'Homelessness approach: triage approach'
 * @param instance   the step, placement or review to which it happened
 * @param transition of the standard lifecycle of XES
 * @param at         when it happened
 * @param by         officer, or {@link #SERVICE}
 * @param to         officer who has the step from now on; null otherwise
 * @param team       key of the team that has the step from now on; null otherwise
 * @param unit       of a placement; null otherwise
 * @param facts      by name, without null: fact, process, version, element, due, reason, day, outcome
 */
record LogEvent(Source source, String id, String caseId, String household, String channel,
                String activity, String instance, String transition, Instant at, String by, String to, String team,
                String unit, Map<String, String> facts) {

    /** The service itself, acting from a timer. It is nobody, so it keeps its name. */
    static final String SERVICE = "service";

    /** What happened to what. */
    enum Source { STEP, PLACEMENT, REVIEW }

    /** What kind of event it is in a log of objects, which knows no transitions. */
    String type() {
        return source == Source.STEP ? activity + " (" + transition + ")" : activity;
    }
}
