package org.threshold.board;

import java.time.Instant;
import java.util.List;
import org.threshold.access.Team;

/**
 * A number that went over its bound, until it is under the lower one.
 *
 * @param team            key; empty for the whole service
 * @param value           as it was counted last
 * @param toldAt          when a morning's message last told of it; null until one has
 * @param acknowledgedAt  null until somebody has; then it is reminded of no more
 * @param acknowledgement what they wrote; may be null
 * @param resolvedAt      null while it stands
 */
public record Alert(long id, AlertMeasure measure, String team, Instant raisedAt, int value, int highest,
                    Instant toldAt, Instant acknowledgedAt, String acknowledgedBy, String acknowledgement,
                    Instant resolvedAt) {

    /** Those of the teams, and of the whole service. */
    static List<Alert> of(List<Team> teams, List<Alert> alerts) {
        return alerts.stream().filter(alert -> alert.team().isEmpty()
                || teams.stream().anyMatch(team -> team.key().equals(alert.team()))).toList();
    }
}
