package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threshold.access.Permission.ADJUST_CHARGES;
import static org.threshold.access.Permission.ANALYSE_LOGS;
import static org.threshold.access.Permission.ASSIGN_WORK;
import static org.threshold.access.Permission.BREAK_GLASS;
import static org.threshold.access.Permission.CANCEL_CASE;
import static org.threshold.access.Permission.CHANGE_RETURN;
import static org.threshold.access.Permission.DRAW_AUDITS;
import static org.threshold.access.Permission.EXCHANGE_CLAIMS;
import static org.threshold.access.Permission.EXPORT_AUDIT;
import static org.threshold.access.Permission.EXPORT_LOG;
import static org.threshold.access.Permission.IMPORT_CASELOAD;
import static org.threshold.access.Permission.IMPORT_PAYMENTS;
import static org.threshold.access.Permission.KEEP_POLICIES;
import static org.threshold.access.Permission.KEEP_SLOTS;
import static org.threshold.access.Permission.KEEP_UNITS;
import static org.threshold.access.Permission.MANAGE_CALENDAR;
import static org.threshold.access.Permission.MANAGE_PEOPLE;
import static org.threshold.access.Permission.MERGE_CASES;
import static org.threshold.access.Permission.MOVE_SERVICE_DATE;
import static org.threshold.access.Permission.NAME_DUTY_MANAGER;
import static org.threshold.access.Permission.NAME_PEOPLE;
import static org.threshold.access.Permission.PLAN_OWN_PRESENCE;
import static org.threshold.access.Permission.PLAN_TEAM_PRESENCE;
import static org.threshold.access.Permission.READ_API_DOCS;
import static org.threshold.access.Permission.RECEIVE_REFERRALS;
import static org.threshold.access.Permission.RECORD_CONTACT;
import static org.threshold.access.Permission.RELEASE_KEYS;
import static org.threshold.access.Permission.REOPEN_CASE;
import static org.threshold.access.Permission.RESTRICT_CASE;
import static org.threshold.access.Permission.RETRY_INCIDENTS;
import static org.threshold.access.Permission.SEARCH_AUDIT;
import static org.threshold.access.Permission.SEE_ALL_WORK;
import static org.threshold.access.Permission.SET_TARGETS;
import static org.threshold.access.Permission.SIGN_AS_SECOND_OFFICER;
import static org.threshold.access.Permission.TAKE_APPROACH;
import static org.threshold.access.Permission.TAKE_RETURN;
import static org.threshold.access.Permission.UNBLOCK_OVERDUE;
import static org.threshold.access.Permission.USE_CALCULATOR;
import static org.threshold.access.Permission.USE_OWN_ACCOUNT;
import static org.threshold.access.Permission.VIEW_BOARD;
import static org.threshold.access.Permission.VIEW_CASES;
import static org.threshold.access.Permission.VIEW_CASE_RECORD;
import static org.threshold.access.Permission.VIEW_INCIDENTS;
import static org.threshold.access.Permission.VIEW_PERMISSIONS;
import static org.threshold.access.Permission.VIEW_PROCESSES;
import static org.threshold.access.Permission.VIEW_RETURN;
import static org.threshold.access.Permission.VIEW_UNITS;
import static org.threshold.access.Permission.WORK_CASES;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every permission for every role, written here by role where the code has it by permission. */
class RolePermissionsTest {

    private static final Set<Permission> EVERYBODY = EnumSet.of(VIEW_PROCESSES, USE_CALCULATOR, READ_API_DOCS,
            VIEW_PERMISSIONS, USE_OWN_ACCOUNT);
    private static final Set<Permission> CASEWORK = with(EVERYBODY, WORK_CASES, VIEW_CASES, TAKE_APPROACH,
            PLAN_OWN_PRESENCE, RECORD_CONTACT, RESTRICT_CASE, VIEW_UNITS);
    private static final Set<Permission> SENIOR = with(CASEWORK, SIGN_AS_SECOND_OFFICER, MERGE_CASES,
            BREAK_GLASS, KEEP_UNITS, RELEASE_KEYS);
    private static final Set<Permission> LEADING = with(SENIOR, CANCEL_CASE, REOPEN_CASE, SEE_ALL_WORK, ASSIGN_WORK,
            UNBLOCK_OVERDUE, VIEW_INCIDENTS, RETRY_INCIDENTS, PLAN_TEAM_PRESENCE, VIEW_RETURN, CHANGE_RETURN,
            NAME_PEOPLE, VIEW_CASE_RECORD, KEEP_SLOTS, NAME_DUTY_MANAGER, ADJUST_CHARGES, IMPORT_PAYMENTS,
            EXCHANGE_CLAIMS, DRAW_AUDITS, VIEW_BOARD);

    /** On any case that they may know of, or on their own cases, or about no case. */
    static final Map<Role, Set<Permission>> MAY = Map.of(
            Role.OFFICER, CASEWORK,
            Role.SENIOR_OFFICER, SENIOR,
            Role.TEAM_LEADER, LEADING,
            Role.SERVICE_MANAGER, with(LEADING, TAKE_RETURN, KEEP_POLICIES, SET_TARGETS, ANALYSE_LOGS),
            Role.DESIGNER, with(EVERYBODY, VIEW_INCIDENTS),
            Role.ANALYST, with(EVERYBODY, VIEW_RETURN, TAKE_RETURN, ANALYSE_LOGS, EXPORT_LOG),
            Role.ADMINISTRATOR, with(EVERYBODY, VIEW_INCIDENTS, RETRY_INCIDENTS, MANAGE_PEOPLE, MANAGE_CALENDAR,
                    IMPORT_CASELOAD, MOVE_SERVICE_DATE, IMPORT_PAYMENTS, EXCHANGE_CLAIMS),
            Role.DATA_PROTECTION, with(EVERYBODY, BREAK_GLASS, VIEW_CASE_RECORD, SEARCH_AUDIT, EXPORT_AUDIT));

    /** Of those, what they may only where they have to do with the case. */
    static final Map<Role, Set<Permission>> ONLY_OWN_CASES = Map.of(
            Role.OFFICER, EnumSet.of(WORK_CASES, RESTRICT_CASE),
            Role.SENIOR_OFFICER, EnumSet.of(WORK_CASES, RESTRICT_CASE),
            Role.TEAM_LEADER, EnumSet.of(VIEW_CASE_RECORD),
            Role.SERVICE_MANAGER, Set.of(),
            Role.DESIGNER, Set.of(),
            Role.ANALYST, Set.of(),
            Role.ADMINISTRATOR, Set.of(),
            Role.DATA_PROTECTION, Set.of());

    private final RolePermissions permissions = new RolePermissions(new Fixed(person(Role.ANALYST)));

    static Stream<Arguments> matrix() {
        return Stream.of(Role.values())
                .flatMap(role -> Stream.of(Permission.values()).map(permission -> Arguments.of(role, permission)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("matrix")
    void eachRoleMayWhatTheTableSays(Role role, Permission permission) {
        assertThat(permissions.allows(person(role), permission)).isEqualTo(MAY.get(role).contains(permission));
    }

    @Test
    void severalRolesAddUp() {
        Officer both = new Officer("both", "Both", Set.of(Role.DESIGNER, Role.OFFICER), Set.of(), true);
        assertThat(permissions.allows(both, VIEW_INCIDENTS)).isTrue();
        assertThat(permissions.allows(both, WORK_CASES)).isTrue();
        assertThat(permissions.allows(both, MANAGE_PEOPLE)).isFalse();
    }

    @Test
    void nobodyWithoutARoleMayAnything() {
        Officer none = new Officer("none", "None", Set.of(), Set.of(), true);
        assertThat(Permission.values()).noneMatch(permission -> permissions.allows(none, permission));
    }

    @Test
    void theServiceItselfNeverSignsNorAdministers() {
        Set<Permission> may = Stream.of(Permission.values())
                .filter(permission -> permissions.allows(Officer.SERVICE, permission)).collect(Collectors.toSet());
        assertThat(may).containsExactlyInAnyOrder(WORK_CASES, VIEW_CASES, ASSIGN_WORK, UNBLOCK_OVERDUE,
                RECEIVE_REFERRALS, IMPORT_CASELOAD, RECORD_CONTACT, TAKE_RETURN, RESTRICT_CASE, VIEW_UNITS, KEEP_UNITS,
                EXCHANGE_CLAIMS);
    }

    @Test
    void aRefusalSaysWhatCannotBeDone() {
        assertThatThrownBy(() -> permissions.require(UNBLOCK_OVERDUE)).isInstanceOf(NotPermitted.class)
                .hasMessage("You cannot unblock overdue steps. Your role does not allow it.");
    }

    private static Officer person(Role role) {
        return new Officer("someone", "Someone", Set.of(role), Set.of(), true);
    }

    private static Set<Permission> with(Set<Permission> some, Permission... more) {
        Set<Permission> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }

    private record Fixed(Officer officer) implements CurrentOfficer {
        @Override
        public Officer get() {
            return officer;
        }

        @Override
        public <T> T asService(Supplier<T> work) {
            return work.get();
        }
    }
}
