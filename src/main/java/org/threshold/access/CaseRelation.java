package org.threshold.access;

/** What somebody has to do with a case, the closest first. */
public enum CaseRelation {
    /** Holds one of its open steps. */
    OWNER,
    /** Is asked to sign: an open step of their team needs a role that they have and most of the team has not. */
    APPROVER,
    /** Works in the team that the case, or one of its open steps, lies with. */
    TEAM,
    NONE
}
