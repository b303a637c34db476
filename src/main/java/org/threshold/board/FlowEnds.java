package org.threshold.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.threshold.homelessness.DutyKind;
import org.threshold.statistics.AalenJohansen;
import org.threshold.statistics.AalenJohansen.Ending;

/**
 * In which ways those ended that began in the period, and after how many days. The ways exclude each other: who has
 * gone to a settled home cannot be evicted any more. Those that go on count for what they have lasted.
 *
 * @param ways      in the order in which they are shown
 * @param incidence its causes are the words of the ways; times are days
 * @param open      how many go on
 * @param until     up to which day the shares are known: at least {@link #ENOUGH} were watched for so long; NaN where
 *                  there were too few
 */
public record FlowEnds(List<Way> ways, AalenJohansen incidence, int open, double until) {

    /** Shares of fewer would be a picture of single households. */
    public static final int ENOUGH = 5;

    /** @param n how many have ended so */
    public record Way(String words, long n) {
    }

    static FlowEnds ofStays(List<FlowStay> stays, LocalDate today) {
        return of(stays.stream().map(stay -> ending(stay.firstNight(), stay.over(today) ? stay.leftOn() : null, today,
                stay.end() == null ? null : FlowStayEnd.of(stay.end(), stay.housed()).words())).toList(),
                FlowStayEnd.ways());
    }

    static FlowEnds ofDuties(List<FlowDuty> duties, DutyKind kind, LocalDate today) {
        return of(duties.stream().filter(duty -> duty.kind() == kind).map(duty -> ending(duty.startedOn(),
                duty.endedOn(), today, duty.reason() == null ? null : FlowDutyEnd.of(kind, duty.reason()).words()))
                .toList(), FlowDutyEnd.ways(kind));
    }

    /** Whether the shares after so many days are known: also from the day on which the last one of all had ended. */
    public boolean knows(double days) {
        return days <= until || open == 0 && !Double.isNaN(until) && days >= last();
    }

    /** After how many days the last one ended, or was watched until today. */
    public double last() {
        return incidence.steps().isEmpty() ? 0 : incidence.steps().get(incidence.steps().size() - 1).time();
    }

    public double share(Way way, double days) {
        return incidence.at(way.words(), days);
    }

    private static Ending ending(LocalDate from, LocalDate endedOn, LocalDate today, String way) {
        return new Ending(Math.max(0, ChronoUnit.DAYS.between(from, endedOn == null ? today : endedOn)),
                endedOn == null ? null : way);
    }

    private static FlowEnds of(List<Ending> endings, List<String> ways) {
        List<Double> longest = endings.stream().map(Ending::time).sorted(Comparator.reverseOrder()).toList();
        int open = (int) endings.stream().filter(ending -> ending.cause() == null).count();
        double until = longest.size() < ENOUGH ? Double.NaN : longest.get(ENOUGH - 1);
        List<Way> counted = ways.stream().map(way -> new Way(way, endings.stream()
                .filter(ending -> way.equals(ending.cause())).count())).toList();
        return new FlowEnds(counted, AalenJohansen.of(endings), open, until);
    }
}
