package org.threshold.worklist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** How far the escalation of late steps has climbed; answered by the process room. */
public interface OverdueBoard {

    /** The ladders that stand open for steps of these teams, longest overdue first. One query for the whole list. */
    List<Escalation> escalationsOf(Collection<String> teams);

    /** What has been done about a late step so far, in order. */
    enum Rung {
        REMINDED("Owner reminded"), TEAM_LEADER("With the team leader"),
        SERVICE_MANAGER("Service manager told"), REPEATED("Repeated each day");

        private final String title;

        Rung(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * @param stepId      the late step, which has a row in the worklist
     * @param since       when it became overdue
     * @param rungReached when the ladder reached this rung
     */
    record Escalation(String overdueId, String stepId, Rung rung, Instant since, Instant rungReached) {
    }
}
