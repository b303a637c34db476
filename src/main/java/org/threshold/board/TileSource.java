package org.threshold.board;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where some of the measures come from: their figures for the tiles, and what each counts for its list. */
interface TileSource {

    Set<TileMeasure> measures();

    /** The figures of all measures of this source, in as few statements as they need. */
    Map<TileMeasure, TileFigure> figures(TileTimes times);

    /** What one of its measures counts. */
    List<NowItem> items(TileMeasure measure, TileTimes times);
}
