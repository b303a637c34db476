package org.threshold.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.ReferralBody;
import org.threshold.referral.store.ReferralListStore;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** The referrals of an officer's teams: what waits and who has it, and what was answered in time. */
@Service
@Needs(Permission.VIEW_CASES)
public class ReferralList {

    public static final int MOST_SHOWN = 200;

    private final ReferralListStore store;
    private final Worklist worklist;
    private final People people;
    private final Permissions permissions;
    private final CurrentOfficer officer;
    private final Clock clock;

    ReferralList(ReferralListStore store, Worklist worklist, People people, Permissions permissions,
                 CurrentOfficer officer, Clock clock) {
        this.store = store;
        this.worklist = worklist;
        this.people = people;
        this.permissions = permissions;
        this.officer = officer;
        this.clock = clock;
    }

    /** Which referrals a list shows. Answered is what the referrer was told of, and what was found not genuine. */
    public enum Kind {
        WAITING("Waiting"), IN_TARGET("Answered in target"), OVER_TARGET("Answered over target");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * @param ended   when it was answered, or null while it waits
     * @param outcome null while it waits for triage
     */
    public record Row(String receipt, CaseReference caseReference, String personName, ReferralBody body,
                      Instant receivedAt, Instant target, ReferralOutcome outcome, Instant ended) {
    }

    /**
     * @param late   past its target and not answered
     * @param owner  who has its step, in words; null when nothing of it is open
     * @param stepId the open step, or null
     */
    public record Line(Row row, boolean late, String owner, String stepId) {
    }

    /** How many of one body are in each list. */
    public record Count(ReferralBody body, int waiting, int inTarget, int overTarget) {
    }

    /** Waiting ones by their target, the most urgent first; answered ones newest first. @param body null for all */
    @Transactional(readOnly = true)
    public List<Line> of(Kind kind, ReferralBody body) {
        List<Row> rows = store.rows(kind, body, teams(), MOST_SHOWN);
        Map<CaseReference, OpenStep> steps = worklist.openStepsOf(rows.stream().map(Row::caseReference).toList())
                .stream().filter(step -> step.processKey().equals(ReceivedReferrals.PROCESS))
                .collect(Collectors.toMap(OpenStep::caseReference, Function.identity(), (one, other) -> one));
        Instant now = clock.instant();
        return rows.stream().map(row -> line(row, steps.get(row.caseReference()), now)).toList();
    }

    private Line line(Row row, OpenStep step, Instant now) {
        boolean late = row.ended() == null && row.target().isBefore(now);
        String owner = step == null ? null : step.free() ? "Nobody yet" : people.nameOf(step.owner());
        return new Line(row, late, owner, step == null ? null : step.stepId());
    }

    @Transactional(readOnly = true)
    public List<Count> counts() {
        return store.counts(teams());
    }

    /** Null for all teams. */
    private Set<String> teams() {
        return permissions.allows(officer.get(), Permission.SEE_ALL_WORK) ? null : officer.get().teams();
    }
}
