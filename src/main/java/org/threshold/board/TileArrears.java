package org.threshold.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Words;
import org.threshold.charge.Arrears;
import org.threshold.charge.ArrearsCause;
import org.threshold.charge.ArrearsRow;

/** What is owed, by type of accommodation and by cause, as the page of arrears counts it. */
@Component
class TileArrears implements TileSource {

    private final Arrears arrears;

    TileArrears(Arrears arrears) {
        this.arrears = arrears;
    }

    @Override
    public Set<TileMeasure> measures() {
        return EnumSet.of(TileMeasure.ARREARS, TileMeasure.CLAIM_ARREARS);
    }

    @Override
    public Map<TileMeasure, TileFigure> figures(TileTimes times) {
        Arrears.Report report = arrears.on(times.today(), false);
        List<TilePart> types = report.byType().entrySet().stream().map(each -> new TilePart(each.getKey().words(),
                TileUnit.PENCE.say(each.getValue().total()))).toList();
        List<TilePart> causes = Arrays.stream(ArrearsCause.values()).filter(cause -> report.all().of(cause) != 0)
                .map(cause -> new TilePart(cause.words(), TileUnit.PENCE.say(report.all().of(cause)))).toList();
        long ofClaims = report.rows().stream().filter(row -> row.split().ofClaims() > 0).count();
        return Map.of(TileMeasure.ARREARS, new TileFigure(report.all().total(), null, report.rows().size(), types,
                        trend(times), false),
                TileMeasure.CLAIM_ARREARS, new TileFigure(report.all().ofClaims(), null, ofClaims, causes, List.of(),
                        false));
    }

    private List<TilePoint> trend(TileTimes times) {
        List<LocalDate> days = times.nights();
        List<Long> totals = arrears.totals(days);
        return IntStream.range(0, days.size()).mapToObj(at -> new TilePoint(TileTimes.words(
                YearMonth.from(days.get(at))), totals.get(at))).toList();
    }

    @Override
    public List<NowItem> items(TileMeasure measure, TileTimes times) {
        return switch (measure) {
            case ARREARS -> arrears.on(times.today(), false).rows().stream().map(row -> item(row, row.owed())).toList();
            case CLAIM_ARREARS -> arrears.on(times.today(), false).rows().stream()
                    .filter(row -> row.split().ofClaims() > 0).map(row -> item(row, row.split().ofClaims())).toList();
            default -> throw new IllegalArgumentException("No measure of this source: " + measure);
        };
    }

    private static NowItem item(ArrearsRow row, long pence) {
        String reference = row.account().caseReference().value();
        return new NowItem(row.account().caseReference(), null, row.account().number() + ", " + row.type().words()
                + (row.account().ended() ? ", left" : ""), "/cases/" + reference + "/placements/"
                + row.account().placementId() + "/account", Words.pounds(pence) + ": " + row.split().parts().keySet()
                .stream().map(ArrearsCause::words).collect(Collectors.joining(", ")), pence, null);
    }
}
