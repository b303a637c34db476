package org.threshold.board;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;

/** The measures of the service now, each against its target. A case hidden from whoever looks is not counted. */
@Service
@Needs(Permission.VIEW_BOARD)
@Transactional(readOnly = true)
public class NowBoard {

    private final TileSources sources;
    private final Targets targets;

    NowBoard(TileSources sources, Targets targets) {
        this.sources = sources;
        this.targets = targets;
    }

    /** All of them, in the order of the board; in about twenty statements, however many cases there are. */
    public List<Tile> tiles() {
        Map<TileMeasure, Target> wanted = targets.today();
        Map<TileMeasure, TileFigure> figures = sources.figures();
        return Arrays.stream(TileMeasure.values())
                .map(measure -> Tile.of(measure, figures.get(measure), wanted.get(measure))).toList();
    }

    /** One of them. */
    public Tile tile(TileMeasure measure) {
        return Tile.of(measure, sources.figure(measure), targets.today().get(measure));
    }
}
