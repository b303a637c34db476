package org.threshold.eventlog;

import java.time.Instant;
import java.util.List;

/**
 * The events of a log in columns, grouped by case and in each case in order of time; events of the same instant stay as
 * the file had them. Some thirty bytes an event.
 */
public final class EventLog {

    private static final Lifecycle[] LIFECYCLES = Lifecycle.values();

    private final LogColumns columns;
    private final int[] order;
    private final int[] firstOfCase;
    private final List<String> remarks;

    EventLog(LogColumns columns, LogRemarks remarks) {
        this.columns = columns;
        this.firstOfCase = columns.firstOfCases();
        this.order = new int[columns.size()];
        this.remarks = remarks.add(arrange(),
                "case had events out of the order of their times; they were put in order.",
                "cases had events out of the order of their times; they were put in order.").sentences();
    }

    /** @return in how many cases events came before earlier ones */
    private int arrange() {
        int[] next = firstOfCase.clone();
        for (int event = 0; event < order.length; event++) {
            order[next[columns.caseOf(event)]++] = event;
        }
        int outOfOrder = 0;
        for (int of = 0; of < cases(); of++) {
            if (!isInOrder(firstOfCase[of], firstOfCase[of + 1])) {
                outOfOrder++;
                StableSort.sort(order, firstOfCase[of], firstOfCase[of + 1], columns::at);
            }
        }
        return outOfOrder;
    }

    private boolean isInOrder(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (columns.at(order[i]) < columns.at(order[i - 1])) {
                return false;
            }
        }
        return true;
    }

    /** One event, as it was read. */
    public record Event(String of, String activity, Instant at, String resource, Lifecycle lifecycle) {
    }

    /** @param position 0 for the first event of the first case */
    public Event event(int position) {
        return new Event(columns.cases().name(columns.caseOf(order[position])),
                columns.activities().name(activity(position)), Instant.ofEpochMilli(at(position)),
                columns.resources().name(resource(position)), lifecycle(position));
    }

    public int size() {
        return order.length;
    }

    public int cases() {
        return firstOfCase.length - 1;
    }

    /** The position of a case's first event; of the case after the last, how many events there are. */
    int first(int of) {
        return firstOfCase[of];
    }

    int activity(int position) {
        return columns.activity(order[position]);
    }

    /** {@link Names#NONE} where the log does not say. */
    int resource(int position) {
        return columns.resource(order[position]);
    }

    /** Milliseconds since 1970. */
    long at(int position) {
        return columns.at(order[position]);
    }

    Lifecycle lifecycle(int position) {
        return LIFECYCLES[columns.lifecycle(order[position])];
    }

    Names activities() {
        return columns.activities();
    }

    Names resources() {
        return columns.resources();
    }

    /** Whether it says of activities both when they began and when they ended. */
    boolean hasStarts() {
        return columns.has(Lifecycle.START) && columns.has(Lifecycle.COMPLETE);
    }

    /** Sentences about what was read otherwise than it stands in the file. */
    public List<String> remarks() {
        return remarks;
    }
}
