package org.threshold.access;

/** Every operation of the service that not everybody may do; {@link RolePermissions} says who may. */
public enum Permission {
    WORK_CASES("work on cases"),
    VIEW_CASES("see cases"),
    TAKE_APPROACH("take an approach"),
    RECEIVE_REFERRALS("receive referrals of public bodies"),
    CANCEL_CASE("end a case as created in error"),
    REOPEN_CASE("take up a finished case again"),
    MERGE_CASES("merge two cases"),
    SEE_ALL_WORK("see the work of all teams"),
    ASSIGN_WORK("give work to other people"),
    UNBLOCK_OVERDUE("unblock overdue steps"),
    SIGN_AS_SECOND_OFFICER("sign as second officer"),
    VIEW_INCIDENTS("see what the service could not do by itself"),
    RETRY_INCIDENTS("try again what the service could not do by itself"),
    PLAN_OWN_PRESENCE("plan where you work"),
    PLAN_TEAM_PRESENCE("plan where your team works"),
    MANAGE_PEOPLE("manage people and teams"),
    MANAGE_CALENDAR("change the calendar"),
    IMPORT_CASELOAD("bring over a caseload"),
    MOVE_SERVICE_DATE("move the service date"),
    VIEW_PROCESSES("see the processes"),
    USE_CALCULATOR("use the deadline calculator"),
    VIEW_RETURN("see the quarterly return"),
    TAKE_RETURN("take the quarterly return"),
    CHANGE_RETURN("take a case out of the quarterly return"),
    READ_API_DOCS("read the description of the API"),
    RECORD_CONTACT("record notes and contact on a case"),
    RESTRICT_CASE("restrict a case"),
    NAME_PEOPLE("say who may see a restricted case"),
    BREAK_GLASS("open a restricted case in an emergency"),
    VIEW_CASE_RECORD("see who looked at a case"),
    SEARCH_AUDIT("search the audit"),
    EXPORT_AUDIT("take the audit out"),
    VIEW_PERMISSIONS("see the table of permissions"),
    USE_OWN_ACCOUNT("use an account of your own"),
    VIEW_UNITS("see units of temporary accommodation"),
    KEEP_UNITS("change units of temporary accommodation"),
    KEEP_POLICIES("set the policies for placing households"),
    KEEP_SLOTS("offer times for appointments"),
    NAME_DUTY_MANAGER("say who is duty manager"),
    RELEASE_KEYS("release keys without a claim"),
    ADJUST_CHARGES("adjust what a household is charged"),
    IMPORT_PAYMENTS("bring in a file of payments"),
    EXCHANGE_CLAIMS("exchange files with the benefit system"),
    DRAW_AUDITS("draw quality audits and see what they found"),
    VIEW_BOARD("see the board"),
    SET_TARGETS("set the service's targets"),
    ANALYSE_LOGS("analyse event logs"),
    EXPORT_LOG("take the event log out");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** Completes the sentence "You cannot …". */
    public String words() {
        return words;
    }
}
