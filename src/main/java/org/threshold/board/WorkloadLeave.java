package org.threshold.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.board.store.LeaveStore;

/** Who is away and when: kept and seen by the leader of their team and the service manager. */
@Service
@Needs(Permission.PLAN_TEAM_PRESENCE)
@Transactional
public class WorkloadLeave {

    private static final int LONGEST_DAYS = 400;

    private final LeaveStore store;
    private final WorkloadTeams own;
    private final CurrentOfficer current;
    private final AuditTrail audit;
    private final Clock clock;

    WorkloadLeave(LeaveStore store, WorkloadTeams own, CurrentOfficer current, AuditTrail audit, Clock clock) {
        this.store = store;
        this.own = own;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Leave of one's own people that runs or is to come, in order. */
    @Transactional(readOnly = true)
    public List<Leave> coming() {
        List<String> mine = own.members().map(member -> member.username()).toList();
        return store.from(LocalDate.now(clock)).stream().filter(leave -> mine.contains(leave.username())).toList();
    }

    /**
     * @throws NotPermitted             for anybody whose leader one is not
     * @throws IllegalArgumentException in words, when the days are in the wrong order, over, or more than 400
     */
    public void record(String username, LocalDate first, LocalDate last) {
        requireOwn(username);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day must be the first day or later");
        }
        if (last.isBefore(LocalDate.now(clock))) {
            throw new IllegalArgumentException("The last day must be today or later");
        }
        if (first.plusDays(LONGEST_DAYS).isBefore(last)) {
            throw new IllegalArgumentException("Leave cannot be longer than " + LONGEST_DAYS + " days");
        }
        store.add(username, first, last, current.get().username(), clock.instant());
        audit("leave.recorded", new Leave(0, username, first, last));
    }

    /** Takes a period back; nothing where it is gone already. */
    public void remove(long id) {
        store.find(id).ifPresent(leave -> {
            requireOwn(leave.username());
            store.remove(id);
            audit("leave.removed", leave);
        });
    }

    private void requireOwn(String username) {
        if (!own.answersFor(username)) {
            throw new NotPermitted("You cannot keep the leave of this person. The leader of their team can.");
        }
    }

    private void audit(String action, Leave leave) {
        audit.record(new AuditEntry(null, action, leave.username(), Map.of("from", leave.firstDay().toString(),
                "until", leave.lastDay().toString()), null, null));
    }
}
