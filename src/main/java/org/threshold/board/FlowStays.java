package org.threshold.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.threshold.charge.AccommodationType;
import org.threshold.statistics.KaplanMeier;
import org.threshold.statistics.LogRank;
import org.threshold.statistics.Observation;
import org.threshold.statistics.Percentiles;

/**
 * How long households stay in temporary accommodation, by the type in which they begin, in nights. Stays
 * that go on are counted for what they have lasted.
 *
 * @param groups the type with most stays first; a type without stays is not among them
 * @param test   whether the types differ
 */
public record FlowStays(KaplanMeier all, List<Group> groups, LogRank test) {

    /** @param finished the median of the finished stays alone, which is short of the truth; empty for none */
    public record Group(AccommodationType type, KaplanMeier curve, OptionalDouble finished) {
    }

    static FlowStays of(List<FlowStay> stays, LocalDate today) {
        List<Group> groups = Arrays.stream(AccommodationType.values())
                .map(type -> group(type, stays.stream().filter(stay -> stay.type() == type).toList(), today))
                .filter(group -> group.curve().n() > 0)
                .sorted(Comparator.comparingInt((Group group) -> group.curve().n()).reversed()).toList();
        return new FlowStays(KaplanMeier.of(observations(stays, today)), groups, LogRank.of(groups.stream()
                .map(group -> observations(stays.stream().filter(stay -> stay.type() == group.type()).toList(), today))
                .toList()));
    }

    private static Group group(AccommodationType type, List<FlowStay> stays, LocalDate today) {
        List<Observation> observations = observations(stays, today);
        double[] finished = observations.stream().filter(Observation::ended).mapToDouble(Observation::time).toArray();
        return new Group(type, KaplanMeier.of(observations), finished.length == 0 ? OptionalDouble.empty()
                : OptionalDouble.of(Percentiles.of(finished, 0.5)));
    }

    private static List<Observation> observations(List<FlowStay> stays, LocalDate today) {
        return stays.stream().map(stay -> new Observation(ChronoUnit.DAYS.between(stay.firstNight(),
                stay.over(today) ? stay.leftOn() : today), stay.over(today))).toList();
    }
}
