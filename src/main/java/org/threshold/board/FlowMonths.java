package org.threshold.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.threshold.statistics.Xmr;

/**
 * How many there were in each full month, with control limits. Months before the first one that had any are left out:
 * the service was not in use then, and nothing is no measurement.
 *
 * @param xmr null when there is no full month
 */
public record FlowMonths(List<YearMonth> months, double[] counts, Xmr xmr) {

    static FlowMonths of(List<FlowReached> reached, int stage, LocalDate from, LocalDate today, boolean screened) {
        Map<YearMonth, Long> byMonth = reached.stream()
                .filter(each -> each.stage() == stage && !each.day().isBefore(from))
                .collect(Collectors.groupingBy(each -> YearMonth.from(each.day()),
                        Collectors.summingLong(FlowReached::count)));
        List<YearMonth> months = new ArrayList<>();
        YearMonth running = YearMonth.from(today);
        for (YearMonth month = YearMonth.from(from); month.isBefore(running); month = month.plusMonths(1)) {
            if (!months.isEmpty() || byMonth.containsKey(month)) {
                months.add(month);
            }
        }
        double[] counts = months.stream().mapToDouble(month -> byMonth.getOrDefault(month, 0L)).toArray();
        return new FlowMonths(List.copyOf(months), counts, counts.length == 0 ? null : Xmr.of(counts, screened));
    }

    public double sum() {
        return DoubleStream.of(counts).sum();
    }
}
