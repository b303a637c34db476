package org.threshold.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.threshold.access.Officer;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;

/**
 * One open step as lists and pages show it.
 *
 * @param owner        username, or null while nobody has taken it
 * @param ownedSince   when the owner took or was given it; null while nobody has
 * @param role         name of the {@link org.threshold.access.Role} that it needs at least, or null
 * @param dueAt        when it is due under the council's own standard; null when the model sets no date
 * @param clockKind    the running statutory clock of the case that ends next, or null
 * @param clockLastDay its last day in Europe/London, or null
 * @param holdReason   why the step is on hold, or null
 * @param holdUntil    the first day on which it is off hold again, or null
 * @param restricted   whether the case is open to named people only; whoever reads this is one of them
 */
public record OpenStep(String stepId, CaseReference caseReference, String applicantName, LocalDate dateOfBirth,
                       List<String> flags, String team, String owner, Instant ownedSince, String role, String lane,
                       boolean inPerson, Instant dueAt, ClockKind clockKind, LocalDate clockLastDay,
                       HoldReason holdReason, LocalDate holdUntil, String processKey, int processVersion,
                       String processInstanceId, String elementId, String name, String documentation, String formKey,
                       String provision, String waitsFor, Instant createdAt, boolean restricted) {

    public OpenStep {
        flags = List.copyOf(flags);
    }

    /** The same step in the hands of somebody who has just got it. */
    OpenStep heldBy(String username, Instant from) {
        return new OpenStep(stepId, caseReference, applicantName, dateOfBirth, flags, team, username, from, role, lane,
                inPerson, dueAt, clockKind, clockLastDay, holdReason, holdUntil, processKey, processVersion,
                processInstanceId, elementId, name, documentation, formKey, provision, waitsFor, createdAt, restricted);
    }

    public boolean ownedBy(String username) {
        return username.equals(owner);
    }

    /**
     * Does its page open for somebody who sees its case?
     *
     * @param seesAllWork whether they may see the work of all teams
     */
    public boolean opensFor(Officer officer, boolean seesAllWork) {
        return restricted || ownedBy(officer.username()) || officer.teams().contains(team) || seesAllWork;
    }

    public boolean free() {
        return owner == null;
    }

    public boolean overdue(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    /** A hold lapses by itself on its day. */
    public boolean onHold(LocalDate today) {
        return holdUntil != null && holdUntil.isAfter(today);
    }

    public StepContext context() {
        return new StepContext(stepId, caseReference, formKey, processKey, elementId);
    }
}
