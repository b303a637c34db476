package org.threshold.board.store;

/**
 * Some thousand rows of measures, column by column. Instants are microseconds since 1970, times are seconds, texts are
 * numbers of {@link StepCodes}; about ninety bytes a row.
 */
final class StepBlock {

    static final int ROWS = 4_096;

    /** What a row is; those of an open step as the codes that the statement gives. */
    static final byte WAITING = 0;
    static final byte HELD = 1;
    static final byte ON_HOLD = 2;
    static final byte COMPLETED = 3;
    static final byte CANCELLED = 4;
    /** Deleted: in no period and with no day. */
    static final byte GONE = 5;

    /** For whom a step waits by its model, or why it is on hold. */
    static final byte APPLICANT = 1;
    static final byte THIRD_PARTY = 2;

    /** The due day of a step that has none. */
    static final long NEVER = Long.MIN_VALUE;

    final long[] created = new long[ROWS];
    /** When it ended, or since when it is in its state. */
    final long[] since = new long[ROWS];
    final long[] due = new long[ROWS];
    final int[] inCase = new int[ROWS];
    final int[] waiting = new int[ROWS];
    final int[] held = new int[ROWS];
    final int[] onHold = new int[ROWS];
    final int[] applicant = new int[ROWS];
    final int[] thirdParty = new int[ROWS];
    final int[] redated = new int[ROWS];
    final int[] handovers = new int[ROWS];
    final int[] pingPongs = new int[ROWS];
    final int[] pass = new int[ROWS];
    final char[] element = new char[ROWS];
    final char[] version = new char[ROWS];
    final char[] team = new char[ROWS];
    final char[] office = new char[ROWS];
    final char[] lane = new char[ROWS];
    final char[] household = new char[ROWS];
    final char[] placement = new char[ROWS];
    final byte[] state = new byte[ROWS];
    final byte[] waitsFor = new byte[ROWS];
    final byte[] heldFor = new byte[ROWS];

    private int rows;
    private boolean changed;
    private long latest;

    int rows() {
        return rows;
    }

    /** The place of one more row. */
    int add() {
        changed();
        return rows++;
    }

    /** To be said after a row was written. */
    void changed() {
        changed = true;
    }

    void remove(int row) {
        state[row] = GONE;
        since[row] = NEVER;
        due[row] = NEVER;
        changed();
    }

    boolean isOpen(int row) {
        return state[row] <= ON_HOLD;
    }

    boolean isEnded(int row) {
        return state[row] == COMPLETED || state[row] == CANCELLED;
    }

    /** Open now, or ended in the period. */
    boolean isIn(int row, long from, long now) {
        return isOpen(row) ? created[row] <= now : since[row] >= from && since[row] <= now && isEnded(row);
    }

    boolean isDueIn(int row, long from, long now) {
        return due[row] >= from && due[row] < now;
    }

    /** Ended too late, or not at all. */
    boolean isMissed(int row) {
        return isOpen(row) || since[row] > due[row];
    }

    /** Whole seconds from beginning to end, of a step that has ended. */
    long took(int row) {
        return (long) waiting[row] + held[row] + onHold[row];
    }

    /** Whether no row is open, ended or had its day since then, so that the block need not be read. */
    boolean isBefore(long from) {
        if (changed) {
            latest = Long.MIN_VALUE;
            for (int row = 0; row < rows; row++) {
                latest = Math.max(latest, isOpen(row) ? Long.MAX_VALUE : Math.max(since[row], due[row]));
            }
            changed = false;
        }
        return latest < from;
    }
}
