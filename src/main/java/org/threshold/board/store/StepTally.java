package org.threshold.board.store;

import java.util.Arrays;
import org.threshold.board.WhereFigures;
import org.threshold.statistics.Percentiles;

/**
 * The sums of one element in a period. A step that began before the period counts with its part that lies in it; its
 * causes in proportion. An open step has gone on in its state since that state began.
 */
final class StepTally {

    private static final double MICROS = 1e6;

    private final long from;
    private final long now;
    private int version;
    private long steps;
    private long open;
    private long overdue;
    private double delay;
    private double waiting;
    private double held;
    private double heldForApplicant;
    private double heldForThirdParty;
    private double applicant;
    private double thirdParty;
    private double otherHold;
    private long redated;
    private long handovers;
    private long pingPongs;
    private long due;
    private long missed;
    private double tookTogether;
    private long[] took = new long[8];
    private int completed;
    private int[] casesAgain = new int[4];
    private int repeated;

    StepTally(long from, long now) {
        this.from = from;
        this.now = now;
    }

    /** A step whose day lay in the period, also of those that ended before it. */
    void addDue(boolean isMissed) {
        due++;
        missed += isMissed ? 1 : 0;
    }

    void add(StepBlock block, int row) {
        steps++;
        version = Math.max(version, block.version[row]);
        redated += block.redated[row];
        handovers += block.handovers[row];
        pingPongs += block.pingPongs[row];
        if (block.isOpen(row)) {
            open++;
            overdue += block.due[row] != StepBlock.NEVER && block.due[row] < now ? 1 : 0;
        }
        if (block.state[row] == StepBlock.COMPLETED) {
            completed(block.took(row));
        }
        if (block.pass[row] > 1) {
            again(block.inCase[row]);
        }
        addTimes(block, row);
    }

    private void addTimes(StepBlock block, int row) {
        byte state = block.state[row];
        boolean isOpen = block.isOpen(row);
        double goneOn = isOpen ? Math.max((now - block.since[row]) / MICROS, 0) : 0;
        double waited = block.waiting[row] + (state == StepBlock.WAITING ? goneOn : 0);
        double inHands = block.held[row] + (state == StepBlock.HELD ? goneOn : 0);
        double holding = state == StepBlock.ON_HOLD ? goneOn : 0;
        double onHold = block.onHold[row] + holding;
        double whole = waited + inHands + onHold;
        long until = isOpen ? now : block.since[row];
        double counted = Math.min(whole, Math.max((until - Math.max(block.created[row], from)) / MICROS, 0));
        double part = whole > 0 ? counted / whole : 0;
        double forApplicant = block.applicant[row] + (block.heldFor[row] == StepBlock.APPLICANT ? holding : 0);
        double forOthers = block.thirdParty[row] + (block.heldFor[row] == StepBlock.THIRD_PARTY ? holding : 0);
        delay += counted;
        waiting += waited * part;
        addHeld(block.waitsFor[row], inHands * part);
        applicant += forApplicant * part;
        thirdParty += forOthers * part;
        otherHold += (onHold - forApplicant - forOthers) * part;
    }

    private void addHeld(byte waitsFor, double seconds) {
        switch (waitsFor) {
            case StepBlock.APPLICANT -> heldForApplicant += seconds;
            case StepBlock.THIRD_PARTY -> heldForThirdParty += seconds;
            default -> held += seconds;
        }
    }

    private void completed(long seconds) {
        if (completed == took.length) {
            took = Arrays.copyOf(took, completed * 2);
        }
        took[completed++] = seconds;
        tookTogether += seconds;
    }

    private void again(int inCase) {
        if (repeated == casesAgain.length) {
            casesAgain = Arrays.copyOf(casesAgain, repeated * 2);
        }
        casesAgain[repeated++] = inCase;
    }

    /** @return null where no step was open in the period */
    WhereFigures figures(String processKey, String elementId) {
        return steps == 0 ? null : new WhereFigures(processKey, elementId, version, steps, completed, open, overdue,
                delay, waiting, held, applicant, thirdParty, otherHold, heldForApplicant, heldForThirdParty, took(),
                due, missed, redated, handovers, pingPongs, repeated,
                Arrays.stream(casesAgain, 0, repeated).distinct().count());
    }

    private WhereFigures.Took took() {
        if (completed == 0) {
            return null;
        }
        Arrays.sort(took, 0, completed);
        double[] sorted = Arrays.stream(took, 0, completed).asDoubleStream().toArray();
        return new WhereFigures.Took(tookTogether / completed, Percentiles.ofSorted(sorted, 0.5),
                Percentiles.ofSorted(sorted, 0.85), Percentiles.ofSorted(sorted, 0.9), sorted[completed - 1]);
    }
}
