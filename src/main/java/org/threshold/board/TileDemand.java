package org.threshold.board;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.board.store.NowStore;

/** How many come. */
@Component
class TileDemand implements TileSource {

    private final NowStore store;

    TileDemand(NowStore store) {
        this.store = store;
    }

    @Override
    public Set<TileMeasure> measures() {
        return Set.of(TileMeasure.APPROACHES);
    }

    @Override
    public Map<TileMeasure, TileFigure> figures(TileTimes times) {
        List<YearMonth> months = times.months();
        Map<YearMonth, Long> counted = store.approaches(months.get(0), times.today().plusDays(1));
        long last = counted.getOrDefault(times.lastMonth(), 0L);
        long sofar = counted.getOrDefault(times.lastMonth().plusMonths(1), 0L);
        return Map.of(TileMeasure.APPROACHES, new TileFigure(last, "In " + TileTimes.words(times.lastMonth())
                + ". This month so far: " + TileUnit.COUNT.say(sofar) + ".", last, List.of(), months.stream()
                .map(month -> new TilePoint(TileTimes.words(month), counted.getOrDefault(month, 0L))).toList(), true));
    }

    @Override
    public List<NowItem> items(TileMeasure measure, TileTimes times) {
        return store.openedIn(times.lastMonth()).stream()
                .map(each -> NowItem.of(each.reference(), each.status().title(), each.on())).toList();
    }
}
