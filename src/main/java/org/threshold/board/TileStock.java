package org.threshold.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.accommodation.NightsLedger;
import org.threshold.accommodation.Stock;
import org.threshold.accommodation.Stock.Count;
import org.threshold.accommodation.Stock.Housed;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Words;
import org.threshold.charge.AccommodationType;
import org.threshold.charge.NightlyCharge;

/** Who sleeps in temporary accommodation, where, what a night costs, and how many nights families have used. */
@Component
class TileStock implements TileSource {

    private static final int MOST = 5000;
    private static final int PLAN_AT = 21;
    private static final int REVIEW_AT = 35;

    private final Stock stock;
    private final BedAndBreakfastNights nights;

    TileStock(Stock stock, BedAndBreakfastNights nights) {
        this.stock = stock;
        this.nights = nights;
    }

    @Override
    public Set<TileMeasure> measures() {
        return EnumSet.of(TileMeasure.IN_TA, TileMeasure.NIGHTLY, TileMeasure.NIGHTLY_COST,
                TileMeasure.BED_AND_BREAKFAST, TileMeasure.FAMILIES_IN_BED_AND_BREAKFAST, TileMeasure.PLACED_OUTSIDE, TileMeasure.OUTSIDE);
    }

    @Override
    public Map<TileMeasure, TileFigure> figures(TileTimes times) {
        List<Count> counts = stock.counts(times.nights());
        Map<TileMeasure, TileFigure> figures = new EnumMap<>(TileMeasure.class);
        figures.put(TileMeasure.IN_TA, households(counts, times, all -> true, byType(counts, times.today())));
        figures.put(TileMeasure.NIGHTLY, households(counts, times, TileStock::nightly, List.of()));
        figures.put(TileMeasure.BED_AND_BREAKFAST, households(counts, times, TileStock::hotel, List.of()));
        figures.put(TileMeasure.OUTSIDE, households(counts, times, Count::outside, List.of()));
        figures.put(TileMeasure.NIGHTLY_COST, cost(counts, times));
        figures.put(TileMeasure.FAMILIES_IN_BED_AND_BREAKFAST, families());
        figures.put(TileMeasure.PLACED_OUTSIDE, placedOutside(times));
        return figures;
    }

    private static boolean nightly(Count count) {
        return count.type().equals(Unit.NIGHTLY);
    }

    private static boolean hotel(Count count) {
        return count.type().equals(Unit.BED_AND_BREAKFAST);
    }

    private static TileFigure households(List<Count> counts, TileTimes times, Predicate<Count> those,
                                         List<TilePart> parts) {
        List<TilePoint> trend = trend(counts, times, those, Count::households);
        long value = (long) trend.get(trend.size() - 1).value();
        return new TileFigure(value, null, value, parts, trend, false);
    }

    private static List<TilePoint> trend(List<Count> counts, TileTimes times, Predicate<Count> those,
                                         ToLongFunction<Count> what) {
        Map<LocalDate, Long> byNight = counts.stream().filter(those)
                .collect(Collectors.groupingBy(Count::night, Collectors.summingLong(what)));
        return times.nights().stream().map(night -> new TilePoint(TileTimes.words(YearMonth.from(night)),
                byNight.getOrDefault(night, 0L))).toList();
    }

    private static List<TilePart> byType(List<Count> counts, LocalDate tonight) {
        Map<String, Long> byType = counts.stream().filter(count -> count.night().equals(tonight))
                .collect(Collectors.groupingBy(Count::type, Collectors.summingLong(Count::households)));
        return Arrays.stream(AccommodationType.values()).filter(type -> byType.containsKey(type.name()))
                .map(type -> new TilePart(type.words(), TileUnit.COUNT.say(byType.get(type.name())))).toList();
    }

    private static TileFigure cost(List<Count> counts, TileTimes times) {
        List<TilePoint> trend = trend(counts, times, TileStock::nightly,
                count -> NightlyCharge.of(count.rate(), count.night()).pence() * count.households());
        long households = counts.stream().filter(count -> count.night().equals(times.today()) && nightly(count))
                .mapToLong(Count::households).sum();
        long pence = (long) trend.get(trend.size() - 1).value();
        return new TileFigure(pence, households == 0 ? null : Words.pounds(pence / households) + " for each of "
                + TileUnit.COUNT.say(households) + (households == 1 ? " household." : " households."), households, List.of(), trend, false);
    }

    private TileFigure families() {
        List<BedAndBreakfastNights.Tonight> there = nights.tonight(MOST);
        long unlawful = there.stream().filter(each -> each.ledger().unlawfulSince().isPresent()).count();
        return new TileFigure((long) there.size(), unlawful == 0 ? "None is in an unlawful stay." : unlawful
                + " in an unlawful stay.", there.size(), byNights(there), List.of(), false);
    }

    private static List<TilePart> byNights(List<BedAndBreakfastNights.Tonight> there) {
        return there.isEmpty() ? List.of() : List.of(
                part(there, "Up to " + PLAN_AT + " nights used", 0, PLAN_AT),
                part(there, PLAN_AT + 1 + " to " + REVIEW_AT, PLAN_AT + 1, REVIEW_AT),
                part(there, REVIEW_AT + 1 + " to " + NightsLedger.LIMIT, REVIEW_AT + 1, NightsLedger.LIMIT),
                part(there, "Over " + NightsLedger.LIMIT + ", the limit", NightsLedger.LIMIT + 1, Integer.MAX_VALUE));
    }

    private static TilePart part(List<BedAndBreakfastNights.Tonight> there, String words, int from, int to) {
        return new TilePart(words, TileUnit.COUNT.say(there.stream().map(each -> each.ledger().counted())
                .filter(counted -> counted >= from && counted <= to).count()));
    }

    private TileFigure placedOutside(TileTimes times) {
        LocalDate first = times.months().get(0).atDay(1);
        List<Stock.Placed> placed = stock.placedOutside(first, times.today());
        long year = placed.stream().filter(each -> inTheYear(each.firstNight(), times)).count();
        Map<YearMonth, Long> byMonth = placed.stream().collect(Collectors.groupingBy(
                each -> YearMonth.from(each.firstNight()), Collectors.counting()));
        return new TileFigure(year, "The line counts the placements of each month.", year, List.of(),
                times.months().stream().map(month -> new TilePoint(TileTimes.words(month),
                        byMonth.getOrDefault(month, 0L))).toList(), true);
    }

    private static boolean inTheYear(LocalDate day, TileTimes times) {
        return day.isAfter(times.today().minusYears(1));
    }

    @Override
    public List<NowItem> items(TileMeasure measure, TileTimes times) {
        return switch (measure) {
            case IN_TA -> housed(times, all -> true, Housed::firstPlaced);
            case OUTSIDE -> housed(times, Housed::outside, Housed::firstPlaced);
            case NIGHTLY, NIGHTLY_COST -> housed(times, each -> each.type().equals(Unit.NIGHTLY), Housed::firstNight);
            case BED_AND_BREAKFAST -> hotels(times, false);
            case FAMILIES_IN_BED_AND_BREAKFAST -> hotels(times, true);
            case PLACED_OUTSIDE -> stock.placedOutside(times.today().minusYears(1).plusDays(1), times.today()).stream()
                    .map(each -> new NowItem(each.reference(), null, each.unit() + ", " + each.district(),
                            page(each.reference().value(), each.placementId()), null, 0, each.firstNight())).toList();
            default -> throw new IllegalArgumentException("No measure of this source: " + measure);
        };
    }

    private List<NowItem> housed(TileTimes times, Predicate<Housed> those,
                                 Function<Housed, LocalDate> day) {
        return stock.on(times.today()).stream().filter(those).map(each -> {
            long pence = NightlyCharge.of(each.rate(), times.today()).pence();
            return new NowItem(each.reference(), null, each.unit(), page(each.reference().value(), each.placementId()),
                    Words.pounds(pence), pence, day.apply(each));
        }).toList();
    }

    /** Those who have used most of their nights first; who is no family has no limit. */
    private List<NowItem> hotels(TileTimes times, boolean familiesOnly) {
        Map<String, NightsLedger> families = new HashMap<>();
        nights.tonight(MOST).forEach(each -> families.put(each.reference().value(), each.ledger()));
        return stock.on(times.today()).stream().filter(each -> each.type().equals(Unit.BED_AND_BREAKFAST))
                .filter(each -> !familiesOnly || families.containsKey(each.reference().value())).map(each -> {
                    NightsLedger ledger = families.get(each.reference().value());
                    return new NowItem(each.reference(), null, each.unit(), "/cases/" + each.reference() + "/nights",
                            ledger == null ? "No family, no limit" : used(ledger), ledger == null ? -1
                            : ledger.counted(), each.firstNight());
                }).toList();
    }

    private static String used(NightsLedger ledger) {
        int left = NightsLedger.LIMIT - ledger.counted();
        return ledger.unlawfulSince().map(day -> ledger.counted() + " nights, unlawful since " + Words.day(day))
                .orElseGet(() -> ledger.counted() + " of " + NightsLedger.LIMIT + " nights, " + left
                        + (left == 1 ? " day" : " days") + " to the limit");
    }

    private static String page(String reference, long placementId) {
        return "/cases/" + reference + "/placements/" + placementId;
    }
}
