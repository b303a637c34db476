package org.threshold.board;

/**
 * What is looked at.
 *
 * @param process  key of a process, whose steps are then followed; empty for whole cases
 * @param team     key of the team that has the case, or the step; empty for all
 * @param months   full months before this one, one of {@link #PERIODS}
 * @param screened whether control limits leave exceptional changes out
 */
public record FlowFilter(String process, String team, int months, boolean screened) {

    public static final int[] PERIODS = {3, 6, 12, 24};
    public static final int USUAL = 12;

    public static final FlowFilter ALL = new FlowFilter("", "", USUAL, true);

    public boolean ofSteps() {
        return !process.isEmpty();
    }
}
