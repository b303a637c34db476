package org.threshold.eventlog;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The executions of activities in one case, in the order in which they began. Where the log has beginnings and ends, an
 * end belongs to the oldest open beginning of its activity, and other changes of an activity are no executions;
 * otherwise each event is one, which takes no time.
 */
final class Executions {

    private static final long OPEN = Long.MIN_VALUE;
    private static final int FIRST_ROOM = 64;

    private final EventLog log;
    private final boolean paired;
    private int[] activity = new int[FIRST_ROOM];
    private int[] resource = new int[FIRST_ROOM];
    private long[] start = new long[FIRST_ROOM];
    private long[] end = new long[FIRST_ROOM];
    private boolean[] timed = new boolean[FIRST_ROOM];
    private final Map<Integer, ArrayDeque<Integer>> open = new HashMap<>();
    private int size;

    Executions(EventLog log) {
        this.log = log;
        this.paired = log.hasStarts();
    }

    /** Turns to another case. */
    void of(int number) {
        size = 0;
        open.clear();
        for (int at = log.first(number); at < log.first(number + 1); at++) {
            Lifecycle change = paired ? log.lifecycle(at) : Lifecycle.COMPLETE;
            if (change == Lifecycle.START) {
                open.computeIfAbsent(log.activity(at), none -> new ArrayDeque<>()).add(begin(at, OPEN));
            } else if (change == Lifecycle.COMPLETE) {
                complete(at);
            } else if (change == Lifecycle.ABORT) {
                callOff(at);
            }
        }
    }

    /** What was called off ends there, but did not take its time to be done. */
    private void callOff(int at) {
        ArrayDeque<Integer> begun = open.get(log.activity(at));
        Integer mine = begun == null ? null : begun.poll();
        if (mine != null) {
            end[mine] = log.at(at);
        }
    }

    private void complete(int at) {
        ArrayDeque<Integer> begun = open.get(log.activity(at));
        Integer mine = begun == null ? null : begun.poll();
        if (mine == null) {
            begin(at, log.at(at));
            return;
        }
        end[mine] = log.at(at);
        timed[mine] = true;
        resource[mine] = log.resource(at) == Names.NONE ? resource[mine] : log.resource(at);
    }

    private int begin(int at, long ended) {
        if (size == start.length) {
            grow();
        }
        activity[size] = log.activity(at);
        resource[size] = log.resource(at);
        start[size] = log.at(at);
        end[size] = ended;
        timed[size] = false;
        return size++;
    }

    private void grow() {
        int room = size + size / 2;
        activity = Arrays.copyOf(activity, room);
        resource = Arrays.copyOf(resource, room);
        start = Arrays.copyOf(start, room);
        end = Arrays.copyOf(end, room);
        timed = Arrays.copyOf(timed, room);
    }

    int size() {
        return size;
    }

    int activity(int execution) {
        return activity[execution];
    }

    /** Who ended it, where the log says; otherwise who began it. */
    int resource(int execution) {
        return resource[execution];
    }

    /** From the end of the one before to the beginning of this one; nought where they overlap. Not of the first. */
    long waiting(int execution) {
        long before = end[execution - 1] == OPEN ? start[execution - 1] : end[execution - 1];
        return Math.max(0, start[execution] - before);
    }

    /** Whether the log says both when it began and when it ended. */
    boolean isTimed(int execution) {
        return timed[execution];
    }

    /** Milliseconds from beginning to end. */
    long service(int execution) {
        return end[execution] - start[execution];
    }
}
