package org.threshold.eventlog;

import java.time.Instant;
import java.util.List;
import org.threshold.statistics.Summary;

/**
 * What a log says. Times are true elapsed days of 24 hours, whatever clocks showed; percentiles interpolate (type 7, as
 * PostgreSQL's {@code percentile_cont}).
 *
 * @param cases        how many
 * @param activities   different ones
 * @param variants     different sequences of activities, over all events
 * @param first        of all events
 * @param caseDays     from the first event of a case to its last
 * @param arrivalDays  on average from the beginning of one case to that of the next; null where there is only one
 * @param starts       whether the log says when activities began, so that service time is known
 * @param byActivity   the most events first
 * @param edges        how many different ones: an activity and the one that came next in the same case
 * @param byEdge       the largest total waiting first
 * @param rework       of activities that some case had twice or more, the most such cases first
 * @param commonest    variants, the most cases first
 * @param remarks      sentences on what was read otherwise than it stands in the file, or could be read in two ways
 */
public record LogAnalysis(long cases, long events, long activities, long variants, Instant first, Instant last,
                          Summary caseDays, Double arrivalDays, boolean starts, List<ActivityFigures> byActivity,
                          long edges, List<EdgeFigures> byEdge, List<ReworkFigures> rework, Handovers handovers,
                          List<Variant> commonest, List<String> remarks) {

    /**
     * @param cases      in which it came
     * @param executions as many as events where the log does not say when activities began
     * @param waiting    from the end of what came before in the case to its beginning; null where it was always first
     * @param service    from its beginning to its end; null where the log does not say
     */
    public record ActivityFigures(String activity, long events, long cases, long executions, Spans waiting,
                                  Spans service) {
    }

    /**
     * @param waiting from the end of the one to the beginning of the other
     * @param share   of all waiting in the log, between 0 and 1
     */
    public record EdgeFigures(String from, String to, Spans waiting, double share) {
    }

    /**
     * Executions after the first in the same case.
     *
     * @param cases       that reached the activity
     * @param again       of them, with two executions or more
     * @param repeats     further executions by who did the one before
     * @param redos       by somebody else
     * @param unattributed by whom is not said, of this one or the one before
     */
    public record ReworkFigures(String activity, long cases, long again, long repeats, long redos, long unattributed) {
    }

    /**
     * Who follows whom with the next execution of a case.
     *
     * @param count          how often it was somebody else
     * @param pairs          different ones, from and to, those of one resource with itself among them, as networks of
     *                       handovers are usually counted
     * @param betweenTwo     of them, those of two different resources
     * @param most           the most frequent of these
     */
    public record Handovers(long count, long pairs, long betweenTwo, List<Handover> most) {
    }

    public record Handover(String from, String to, long n) {
    }

    /**
     * @param share      of all cases, between 0 and 1
     * @param length     how many activities
     * @param activities the first of them, where it is very long
     */
    public record Variant(long cases, double share, int length, List<String> activities) {
    }
}
