package org.threshold.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every measure at the moment at which somebody looks. */
@Component
class TileSources {

    private final List<TileSource> sources;
    private final Clock clock;

    TileSources(List<TileSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    Map<TileMeasure, TileFigure> figures() {
        TileTimes times = times();
        Map<TileMeasure, TileFigure> figures = new EnumMap<>(TileMeasure.class);
        sources.forEach(source -> figures.putAll(source.figures(times)));
        return figures;
    }

    TileFigure figure(TileMeasure measure) {
        return of(measure).figures(times()).get(measure);
    }

    List<NowItem> items(TileMeasure measure) {
        return of(measure).items(measure, times());
    }

    private TileSource of(TileMeasure measure) {
        return sources.stream().filter(source -> source.measures().contains(measure)).findFirst().orElseThrow();
    }

    private TileTimes times() {
        return new TileTimes(clock.instant(), LocalDate.now(clock));
    }
}
