package org.threshold.board;

import org.threshold.statistics.Direction;

/** How a value stands to its target. 'Data only' is a state like the others: not everything has a target. */
public enum TileStatus {
    MET("Target met"), NEAR("Within 10 % of the target"), MISSED("Target missed"), DATA_ONLY("Data only");

    private static final double NEAR_BY = 0.1;

    private final String words;

    TileStatus(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /**
     * @param value  null where there is nothing to measure
     * @param target null where there is none; of what has no better direction none can be met or missed
     */
    static TileStatus of(Long value, Long target, Direction direction) {
        if (value == null || target == null || direction == Direction.NEITHER) {
            return DATA_ONLY;
        }
        long beyond = direction == Direction.DOWN_IS_GOOD ? value - target : target - value;
        return beyond <= 0 ? MET : beyond <= target * NEAR_BY ? NEAR : MISSED;
    }
}
