package org.threshold.board;

import java.util.List;

/**
 * What a measure comes to.
 *
 * @param value  in its unit, or null where there is nothing to measure
 * @param beside one sentence more, or null
 * @param n      how many things it rests on
 * @param parts  the same told apart, may be empty
 * @param trend  oldest first; empty where the past is not kept
 * @param flow   whether each point counts what came in its time; otherwise it is what there was at its end
 */
record TileFigure(Long value, String beside, long n, List<TilePart> parts, List<TilePoint> trend, boolean flow) {

    TileFigure {
        parts = List.copyOf(parts);
        trend = List.copyOf(trend);
    }
}
