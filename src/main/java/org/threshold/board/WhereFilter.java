package org.threshold.board;

/**
 * Which steps are looked at. An empty text chooses everything.
 *
 * @param weeks     the period: so many weeks up to now, one of {@link #PERIODS}
 * @param team      key of the team with which the step lies
 * @param household type of household as the case stood when the step began; also office and placement
 */
public record WhereFilter(int weeks, String team, String office, String lane, String household, String placement) {

    public static final int[] PERIODS = {4, 12, 26, 52};
    public static final int USUAL = 12;

    /** Everything of the usual period. */
    public static final WhereFilter ALL = new WhereFilter(USUAL, "", "", "", "", "");
}
