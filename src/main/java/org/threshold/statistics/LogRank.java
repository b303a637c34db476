package org.threshold.statistics;

import java.util.List;

/**
 * Whether groups end at the same rate, with open cases counted for what they have lasted (the log-rank test).
 *
 * @param chiSquare NaN when nothing can be compared
 * @param degrees   of freedom: the groups that could have had ends, less one; 0 when nothing can be compared
 * @param p         the chance of a difference this large between groups that do not differ; NaN when there is no test
 * @param observed  ends in each group
 * @param expected  ends in each group if none differed
 */
public record LogRank(double chiSquare, int degrees, double p, List<Double> observed, List<Double> expected) {

    /** @param groups two or more; an empty group takes no part */
    public static LogRank of(List<List<Observation>> groups) {
        return new LogRankSums(groups).test();
    }
}
