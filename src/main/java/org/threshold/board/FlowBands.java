package org.threshold.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cumulative flow: how many have reached each stage, or one beyond it, by the end of each of these days. Those that
 * were gone before the first day are in no number.
 *
 * @param days    a week apart, the last one is today
 * @param reached by stage, then by day; never falls from day to day, nor rises from stage to stage
 * @param came    since the first day of the period
 */
public record FlowBands(LocalDate from, List<LocalDate> days, List<long[]> reached, long came) {

    /** @param stages how many stages there are; the last one is having gone */
    static FlowBands of(List<FlowReached> all, int stages, LocalDate from, LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today; !day.isBefore(from); day = day.minusWeeks(1)) {
            days.add(day);
        }
        Collections.reverse(days);
        List<long[]> reached = IntStream.range(0, stages).mapToObj(stage -> new long[days.size()]).toList();
        for (FlowReached each : all) {
            int first = firstOn(days, each.day());
            if (first < days.size()) {
                reached.get(each.stage())[first] += each.count();
            }
        }
        reached.forEach(counts -> {
            for (int i = 1; i < counts.length; i++) {
                counts[i] += counts[i - 1];
            }
        });
        return new FlowBands(from, List.copyOf(days), reached, all.stream()
                .filter(each -> each.stage() == 0 && !each.day().isBefore(from) && !each.day().isAfter(today))
                .mapToLong(FlowReached::count).sum());
    }

    /** How many were at the stage at the end of the day; at the last stage, how many had gone since the beginning. */
    public long at(int stage, int day) {
        return reached.get(stage)[day] - (stage + 1 < reached.size() ? reached.get(stage + 1)[day] : 0);
    }

    public long open(int day) {
        return reached.get(0)[day] - gone(day);
    }

    public long openNow() {
        return open(days.size() - 1);
    }

    /** Since the first day of the period. */
    public long gone() {
        return gone(days.size() - 1);
    }

    public double meanOpen() {
        return IntStream.range(0, days.size()).mapToLong(this::open).average().orElse(0);
    }

    public double cameADay() {
        return (double) came / (ChronoUnit.DAYS.between(from, days.get(days.size() - 1)) + 1);
    }

    private long gone(int day) {
        return reached.get(reached.size() - 1)[day];
    }

    private static int firstOn(List<LocalDate> days, LocalDate day) {
        int found = Collections.binarySearch(days, day);
        return found >= 0 ? found : -found - 1;
    }
}
