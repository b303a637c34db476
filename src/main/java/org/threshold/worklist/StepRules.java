package org.threshold.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseAccess;
import org.threshold.access.ConflictsOfInterest;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Presence;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Role;
import org.threshold.access.Team;

/**
 * Who may see, take, be given and move a step. A step of an ordinary case is its team's; a step of a restricted case is
 * the matter of the people named on it, whatever their team, and of nobody else.
 */
@Component
class StepRules {

    private final Permissions permissions;
    private final Presence presence;
    private final CaseAccess access;
    private final RestrictedCases restricted;
    private final ConflictsOfInterest conflicts;

    StepRules(Permissions permissions, Presence presence, CaseAccess access, RestrictedCases restricted,
              ConflictsOfInterest conflicts) {
        this.permissions = permissions;
        this.presence = presence;
        this.access = access;
        this.restricted = restricted;
        this.conflicts = conflicts;
    }

    /** Being in the team is not enough: designers, analysts and administrators may be in one and see no case. */
    boolean maySee(Officer officer, OpenStep step) {
        return permissions.allows(officer, Permission.VIEW_CASES)
                && step.opensFor(officer, permissions.allows(officer, Permission.SEE_ALL_WORK));
    }

    void requireSight(Officer officer, OpenStep step) {
        if (!permissions.allows(officer, Permission.VIEW_CASES)) {
            throw new NotPermitted("You cannot see cases. Your role does not allow it.", step.caseReference());
        }
        if (!maySee(officer, step)) {
            throw new NotPermitted("You cannot open this step, because it lies with another team. Write a note on the case, or ask the team’s"
                    + " leader to hand you the step.", step.caseReference());
        }
    }

    /**
     * May this officer hold the step at all: team or, on a restricted case, name; role; for a step in person, presence?
     *
     * @param self whether it is the current officer, who has read the step and so may see its case
     */
    void requireFit(Officer officer, OpenStep step, boolean self) {
        String who = self ? "You" : officer.name();
        if (!permissions.allows(officer, Permission.WORK_CASES)) {
            throw new NotPermitted(who + " cannot work on cases.");
        }
        if (step.restricted()) {
            requireName(officer, step, self);
        } else if (!officer.teams().contains(step.team())) {
            throw new NotPermitted(self ? "You cannot take this step. It belongs to another team."
                    : who + " is not in the team of this step. Hand the step over to their team first.");
        }
        requireImpartial(officer, step, self);
        requireRole(officer, step, who);
        requirePresence(officer, step, self);
    }

    /** Whoever opened the case in an emergency may take a step for as long as that lasts, but is given none. */
    private void requireName(Officer officer, OpenStep step, boolean self) {
        if (!self && !restricted.isNamed(step.caseReference(), officer.username())) {
            throw new NotPermitted(officer.name() + " is not named on this restricted case. Its manager can name them.");
        }
    }

    /** A team where nobody is named would never see the step. */
    void requireSomebodyNamed(OpenStep step, Team team, List<Officer> members) {
        if (step.restricted() && members.stream()
                .noneMatch(member -> restricted.isNamed(step.caseReference(), member.username()))) {
            throw new NotPermitted("Nobody of " + team.name() + " is named on this restricted case. Its manager can name"
                    + " somebody first.");
        }
    }

    /** Whoever has said that they know the people of the case holds none of its steps. */
    private void requireImpartial(Officer officer, OpenStep step, boolean self) {
        // Of oneself it is asked together with the restriction, once for a request or transaction.
        if (self ? access.knowsThem(step.caseReference()) : conflicts.keeps(officer.username(), step.caseReference())) {
            throw new NotPermitted(self ? "You cannot take this step. You have said that you know these people."
                    : officer.name() + " cannot be given this step. They have said that they know these people.");
        }
    }

    /** Whoever was given the step may have changed role, or may be elsewhere today. */
    void requireOwnerStillFits(Officer owner, OpenStep step) {
        if (!permissions.allows(owner, Permission.WORK_CASES)) {
            throw new NotPermitted("You cannot work on cases.");
        }
        requireRole(owner, step, "You");
        requirePresence(owner, step, true);
    }

    private void requireRole(Officer officer, OpenStep step, String who) {
        if (!hasRole(officer, step.role())) {
            throw new NotPermitted(who + " cannot take this step. It needs at least a "
                    + Role.valueOf(step.role()).title().toLowerCase(Locale.UK) + ".");
        }
    }

    /** A step in person needs its officer at an office or out on visits today, by their own declaration. */
    private void requirePresence(Officer officer, OpenStep step, boolean self) {
        if (step.inPerson() && !presence.onSiteToday(officer.username())) {
            throw new NotPermitted(self
                    ? "You cannot work on this step today. It must be done in person, and you have not said that you "
                            + "work at an office today, or are out on visits."
                    : officer.name() + " cannot be given this step today. It must be done in person, and they have "
                            + "not said that they work at an office today, or are out on visits.");
        }
    }

    /** Of the current officer. Whoever knows the people of the case gives none of its steps to anybody either. */
    boolean mayAssign(Officer officer, OpenStep step) {
        return (step.restricted() || officer.teams().contains(step.team()))
                && permissions.allows(officer, Permission.ASSIGN_WORK)
                && access.allows(Permission.ASSIGN_WORK, step.caseReference());
    }

    /** Its owner may pass a step on, and so may whoever leads its team. */
    void requireMove(Officer officer, OpenStep step) {
        if (!step.ownedBy(officer.username()) && !mayAssign(officer, step)) {
            throw new NotPermitted("You cannot move this step. Only the officer who holds it or a leader "
                    + (step.restricted() ? "named on the case can." : "of its team can."));
        }
    }

    boolean hasRole(Officer officer, String role) {
        return role == null || officer.seniority() >= Role.valueOf(role).seniority();
    }

    /** The names of the roles that the officer's own covers, for a query. */
    List<String> rolesCoveredBy(Officer officer) {
        return Arrays.stream(Role.values())
                .filter(role -> role.seniority() > 0 && role.seniority() <= officer.seniority())
                .map(Role::name).toList();
    }
}
