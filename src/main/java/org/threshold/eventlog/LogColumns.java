package org.threshold.eventlog;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;

/** Takes events one by one and keeps them as numbers; refuses what would not fit. */
final class LogColumns {

    private static final int FIRST_ROOM = 1024;

    private final Limits limits;
    private final Names cases = new Names();
    private final Names activities = new Names();
    private final Names resources = new Names();
    private int[] caseOf = new int[FIRST_ROOM];
    private int[] activity = new int[FIRST_ROOM];
    private int[] resource = new int[FIRST_ROOM];
    private long[] at = new long[FIRST_ROOM];
    private byte[] lifecycle = new byte[FIRST_ROOM];
    private final boolean[] seen = new boolean[Lifecycle.values().length];
    private int size;

    LogColumns(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param of    the case; null where {@link #giveCase} will say
     * @param where the line or event, for the sentence when it is refused
     * @throws LogRefused where a limit is passed
     */
    void add(String of, String what, Instant when, String who, Lifecycle change, Supplier<String> where) {
        if (size == limits.events()) {
            throw new LogRefused("The log has more than " + Words.number(limits.events())
                    + " events: take a part of it.");
        }
        if (size == at.length) {
            grow();
        }
        caseOf[size] = of == null ? Names.NONE : cases.number(checked(of, "case", where));
        activity[size] = activities.number(checked(what, "activity", where));
        resource[size] = who == null || who.isBlank() ? Names.NONE : resources.number(checked(who, "resource", where));
        at[size] = millis(when, where);
        lifecycle[size] = (byte) change.ordinal();
        seen[change.ordinal()] = true;
        size++;
        refuseTooManyNames(where);
    }

    /**
     * Says of which case the events from one on are.
     *
     * @return whether the case is new
     */
    boolean giveCase(int from, String of, Supplier<String> where) {
        int before = cases.size();
        Arrays.fill(caseOf, from, size, cases.number(checked(of, "case", where)));
        return cases.size() > before;
    }

    private String checked(String name, String kind, Supplier<String> where) {
        if (name.length() > limits.text()) {
            throw new LogRefused("The " + kind + " of " + where.get() + " is longer than " + Words.number(limits.text())
                    + " characters.");
        }
        return name.strip();
    }

    private static long millis(Instant when, Supplier<String> where) {
        try {
            return when.toEpochMilli();
        } catch (ArithmeticException tooFar) {
            throw new LogRefused("The time of " + where.get() + " is too far from today to be one.");
        }
    }

    private void refuseTooManyNames(Supplier<String> where) {
        if (activities.size() > limits.activities()) {
            throw new LogRefused("There are more than " + Words.number(limits.activities()) + " different activities up"
                    + " to " + where.get() + ": see whether what you gave as the activity is one.");
        }
        if (cases.characters() + activities.characters() + resources.characters() > limits.names()) {
            throw new LogRefused("The names up to " + where.get() + " are too long together: shorten them, or take a"
                    + " part of the log.");
        }
    }

    private void grow() {
        int room = (int) Math.min(limits.events(), at.length + (long) at.length / 2);
        caseOf = Arrays.copyOf(caseOf, room);
        activity = Arrays.copyOf(activity, room);
        resource = Arrays.copyOf(resource, room);
        at = Arrays.copyOf(at, room);
        lifecycle = Arrays.copyOf(lifecycle, room);
    }

    /** Where each case begins when events are grouped by case, and at last how many there are. */
    int[] firstOfCases() {
        int[] first = new int[cases.size() + 1];
        for (int event = 0; event < size; event++) {
            first[caseOf[event] + 1]++;
        }
        for (int of = 0; of < cases.size(); of++) {
            first[of + 1] += first[of];
        }
        return first;
    }

    int size() {
        return size;
    }

    int caseOf(int event) {
        return caseOf[event];
    }

    int activity(int event) {
        return activity[event];
    }

    int resource(int event) {
        return resource[event];
    }

    long at(int event) {
        return at[event];
    }

    int lifecycle(int event) {
        return lifecycle[event];
    }

    boolean has(Lifecycle change) {
        return seen[change.ordinal()];
    }

    Names cases() {
        return cases;
    }

    Names activities() {
        return activities;
    }

    Names resources() {
        return resources;
    }
}
