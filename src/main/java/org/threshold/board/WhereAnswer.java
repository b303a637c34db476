package org.threshold.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The figures of every element in one period, as they stood at one moment.
 *
 * @param asOf    when they were counted
 * @param figures one for each element at which a step was open in the period
 * @param choices what can be chosen to narrow them
 */
public record WhereAnswer(WhereFilter filter, Instant asOf, Instant from, List<WhereFigures> figures,
                          WhereChoices choices) {

    /** The elements of each process. */
    public Map<String, List<WhereFigures>> byProcess() {
        return figures.stream().collect(Collectors.groupingBy(WhereFigures::processKey, TreeMap::new,
                Collectors.toList()));
    }

    public List<WhereFigures> of(String processKey) {
        return figures.stream().filter(each -> each.processKey().equals(processKey)).toList();
    }

    /** Case-days a week: what so many seconds in the period come to. */
    public double caseDaysAWeek(double seconds) {
        return seconds / 86_400 / filter.weeks();
    }
}
