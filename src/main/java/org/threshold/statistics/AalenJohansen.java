package org.threshold.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The share that has ended in each of several ways by a time (Aalen and Johansen). Where ends compete, such as housed,
 * withdrew and lost contact, one minus the Kaplan-Meier share would count the others as if they could still be housed.
 *
 * @param steps one for each time at which something ended, in the order of time
 */
public record AalenJohansen(int n, List<Step> steps) {

    /** @param cause in what way it ended; null while it is open */
    public record Ending(double time, String cause) {
    }

    /** @param incidence the share ended by each cause so far; a cause not met yet is 0 */
    public record Step(double time, int atRisk, double open, Map<String, Double> incidence) {
    }

    public static AalenJohansen of(List<Ending> endings) {
        TreeMap<Double, List<String>> times = new TreeMap<>();
        Map<String, Double> incidence = new TreeMap<>();
        for (Ending each : endings) {
            times.computeIfAbsent(each.time(), time -> new ArrayList<>()).add(each.cause());
            if (each.cause() != null) {
                incidence.put(each.cause(), 0.0);
            }
        }
        List<Step> steps = new ArrayList<>();
        double open = 1;
        int atRisk = endings.size();
        for (Map.Entry<Double, List<String>> at : times.entrySet()) {
            double share = open / atRisk;
            List<String> causes = at.getValue().stream().filter(cause -> cause != null).toList();
            causes.forEach(cause -> incidence.merge(cause, share, Double::sum));
            open -= share * causes.size();
            if (!causes.isEmpty()) {
                steps.add(new Step(at.getKey(), atRisk, Math.max(0, open), Map.copyOf(incidence)));
            }
            atRisk -= at.getValue().size();
        }
        return new AalenJohansen(endings.size(), List.copyOf(steps));
    }

    /** The share that has ended by that cause after a time. */
    public double at(String cause, double time) {
        return last(time).map(step -> step.incidence().getOrDefault(cause, 0.0)).orElse(0.0);
    }

    /** The share that is still open after a time; 1 before the first end. */
    public double openAt(double time) {
        return last(time).map(Step::open).orElse(1.0);
    }

    private Optional<Step> last(double time) {
        return steps.stream().filter(step -> step.time() <= time).reduce((before, after) -> after);
    }
}
