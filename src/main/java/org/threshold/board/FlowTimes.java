package org.threshold.board;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.threshold.statistics.Percentiles;
import org.threshold.statistics.Summary;

/**
 * How long those took that ended in the period.
 *
 * @param ended   in order of their day
 * @param summary in days
 * @param rolling by week: within how many days 85 of 100 were done of those that ended in the 13 weeks up to that day
 */
public record FlowTimes(List<FlowEnd> ended, Summary summary, List<FlowEnd> rolling) {

    /** How far back the rolling percentile looks. */
    public static final int WINDOW_DAYS = 91;
    /** Of fewer there is no percentile to speak of. */
    public static final int ENOUGH = 10;

    private static final double OF_A_HUNDRED = 0.85;

    /** @param ended since {@link #WINDOW_DAYS} before the period, in order of their day */
    static FlowTimes of(List<FlowEnd> ended, LocalDate from, List<LocalDate> weeks) {
        List<FlowEnd> inPeriod = ended.stream().filter(each -> !each.day().isBefore(from)).toList();
        List<FlowEnd> rolling = weeks.stream().map(week -> new FlowEnd(week, before(ended, week)))
                .filter(each -> !Double.isNaN(each.days())).toList();
        return new FlowTimes(inPeriod, Summary.of(inPeriod.stream().mapToDouble(FlowEnd::days).toArray()), rolling);
    }

    /** At most so many of them, evenly taken, for a picture that a browser can show. */
    public List<FlowEnd> sample(int most) {
        int every = Math.max(1, (int) Math.ceil((double) ended.size() / most));
        return IntStream.range(0, ended.size()).filter(i -> i % every == 0).mapToObj(ended::get).toList();
    }

    private static double before(List<FlowEnd> ended, LocalDate week) {
        double[] days = ended.stream()
                .filter(each -> !each.day().isAfter(week) && each.day().isAfter(week.minusDays(WINDOW_DAYS)))
                .mapToDouble(FlowEnd::days).toArray();
        return days.length < ENOUGH ? Double.NaN : Percentiles.of(days, OF_A_HUNDRED);
    }
}
