package org.threshold.access;

/** Every operation of the service that not everybody may do; {@link Permissions} says who may. */
public enum Permission {
    WORK_CASES, VIEW_CASES, TAKE_APPROACH, SEE_ALL_WORK, ASSIGN_WORK, UNBLOCK_OVERDUE,
    SIGN_AS_SECOND_OFFICER, VIEW_INCIDENTS, RETRY_INCIDENTS, MANAGE_PEOPLE, MANAGE_CALENDAR,
    MOVE_SERVICE_DATE, VIEW_PROCESSES, USE_CALCULATOR
}
