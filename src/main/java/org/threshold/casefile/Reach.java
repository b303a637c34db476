package org.threshold.casefile;

import java.util.List;

/**
 * Whether somebody may be reached in a way on a day, and where; or why not, and what to do instead.
 *
 * @param lines   as on the envelope below the name, or the one number or e-mail address; empty where it may not be used
 * @param why     why not, as a sentence; null where they may
 * @param instead what to do instead, as a sentence; null where they may
 * @param ask     what whoever sends must make sure of first, as a sentence; null where there is no doubt
 * @param how     when and through whom it is safe, in their words; null where nothing is recorded
 */
public record Reach(Way way, long memberId, List<String> lines, String why, String instead, String ask, String how) {

    public Reach {
        lines = List.copyOf(lines);
    }

    public boolean allowed() {
        return why == null;
    }

    /** Why not and what to do instead, in one; null where they may. */
    public String refusal() {
        return why == null ? null : why + " " + instead;
    }

    static Reach refused(Way way, long memberId, String why, String instead, String how) {
        return new Reach(way, memberId, List.of(), why, instead, null, how);
    }
}
