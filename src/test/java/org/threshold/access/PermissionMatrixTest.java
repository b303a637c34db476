package org.threshold.access;

import static org.threshold.access.Permission.ADJUST_CHARGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.access.Permission.ASSIGN_WORK;
import static org.threshold.access.Permission.CANCEL_CASE;
import static org.threshold.access.Permission.CHANGE_RETURN;
import static org.threshold.access.Permission.MERGE_CASES;
import static org.threshold.access.Permission.NAME_PEOPLE;
import static org.threshold.access.Permission.RECORD_CONTACT;
import static org.threshold.access.Permission.RELEASE_KEYS;
import static org.threshold.access.Permission.REOPEN_CASE;
import static org.threshold.access.Permission.RESTRICT_CASE;
import static org.threshold.access.Permission.SIGN_AS_SECOND_OFFICER;
import static org.threshold.access.Permission.TAKE_APPROACH;
import static org.threshold.access.Permission.UNBLOCK_OVERDUE;
import static org.threshold.access.Permission.VIEW_CASES;
import static org.threshold.access.Permission.VIEW_CASE_RECORD;
import static org.threshold.access.Permission.WORK_CASES;
import static org.threshold.Acting.as;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.Channel;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.ReferralBody;
import org.threshold.worklist.OpenedStep;
import org.threshold.worklist.StepEnd;
import org.threshold.worklist.StepRows;

/**
 * Every operation × every role × what they have to do with the case × its restriction: the guard that runs, on real
 * people, cases and steps, against what is written here (and by role in {@link RolePermissionsTest}) without looking at
 * its tables.
 */
class PermissionMatrixTest extends IntegrationTest {

    private static final Set<Permission> WHAT_CANNOT_WAIT = EnumSet.of(VIEW_CASES, WORK_CASES, RECORD_CONTACT,
            VIEW_CASE_RECORD, RELEASE_KEYS);
    private static final Set<Permission> TO_WHO_IS_NAMED = EnumSet.of(VIEW_CASES, WORK_CASES, RECORD_CONTACT,
            TAKE_APPROACH, CANCEL_CASE, REOPEN_CASE, MERGE_CASES, ASSIGN_WORK, UNBLOCK_OVERDUE, SIGN_AS_SECOND_OFFICER,
            CHANGE_RETURN, RESTRICT_CASE, RELEASE_KEYS, ADJUST_CHARGES);
    private static final Set<Permission> TO_ITS_MANAGER = union(TO_WHO_IS_NAMED, NAME_PEOPLE, VIEW_CASE_RECORD);

    private static final Map<RestrictedStanding, Set<Permission>> LEFT = Map.of(
            RestrictedStanding.ORDINARY, EnumSet.allOf(Permission.class),
            RestrictedStanding.MANAGER, TO_ITS_MANAGER,
            RestrictedStanding.NAMED, TO_WHO_IS_NAMED,
            RestrictedStanding.EMERGENCY, WHAT_CANNOT_WAIT,
            RestrictedStanding.HIDDEN, EnumSet.noneOf(Permission.class));

    private static final String MINE = "matrix-mine";
    private static final String OTHER = "matrix-other";

    @Autowired
    private CaseAccess access;
    @Autowired
    private Accounts accounts;
    @Autowired
    private CurrentOfficer current;
    @Autowired
    private CaseRegister register;
    @Autowired
    private StepRows steps;
    @Autowired
    private JdbcClient jdbc;
    private final List<String> opened = new ArrayList<>();

    @AfterEach
    void tidyUp() {
        current.asService(() -> {
            opened.forEach(step -> steps.ended(step, StepEnd.CANCELLED, Instant.now()));
            return null;
        });
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyCellIsAsItIsWrittenHere() {
        teams();
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (Role role : Role.values()) {
            String person = person(role);
            for (CaseRelation relation : CaseRelation.values()) {
                CaseReference reference = caseFor(person, relation);
                CaseRelation real = relation == CaseRelation.APPROVER && role.seniority() < Role.SENIOR_OFFICER.seniority()
                        ? CaseRelation.TEAM : relation;
                assertThat(as(person, () -> access.relation(reference))).as(role + " " + relation).isEqualTo(real);
                for (RestrictedStanding standing : RestrictedStanding.values()) {
                    restrict(reference, person, standing);
                    for (Permission permission : Permission.values()) {
                        cells++;
                        boolean may = as(person, () -> access.allows(permission, reference));
                        if (may != expected(role, permission, relation, standing)) {
                            wrong.add(role + " " + permission + " " + relation + " " + standing + ": " + may);
                        }
                    }
                    assertThat(as(person, () -> access.sees(reference))).as(role + " sees a case that is " + standing)
                            .isEqualTo(standing != RestrictedStanding.HIDDEN);
                }
            }
        }
        assertThat(wrong).as("cells that differ, with what the guard said").isEmpty();
        assertThat(cells).isEqualTo(Role.values().length * 4 * 5 * Permission.values().length);
    }

    private static boolean expected(Role role, Permission permission, CaseRelation relation,
                                    RestrictedStanding standing) {
        boolean byRole = RolePermissionsTest.MAY.get(role).contains(permission);
        boolean onlyOwn = RolePermissionsTest.ONLY_OWN_CASES.get(role).contains(permission);
        boolean related = relation != CaseRelation.NONE || standing != RestrictedStanding.ORDINARY;
        return byRole && (!onlyOwn || related) && LEFT.get(standing).contains(permission);
    }

    private void teams() {
        if (jdbc.sql("select count(*) from team where key = ?").param(MINE).query(Long.class).single() == 0) {
            for (String team : List.of(MINE, OTHER)) {
                as("admin", () -> {
                    accounts.addTeam(new Team(team, "Team " + team, "Matrix Office", "leader"));
                    return null;
                });
            }
        }
    }

    /** Works in one of the two teams. */
    private String person(Role role) {
        String username = "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        as("admin", () -> accounts.add(new AccountDetails(username, "Merle " + role.name().toLowerCase(Locale.UK),
                Set.of(role), Set.of(MINE), true)));
        return username;
    }

    private CaseReference caseFor(String person, CaseRelation relation) {
        CaseReference reference = open(relation == CaseRelation.TEAM ? MINE : OTHER);
        if (relation == CaseRelation.OWNER) {
            step(reference, OTHER, null, person);
        } else if (relation == CaseRelation.APPROVER) {
            step(reference, MINE, Role.SENIOR_OFFICER, null);
        } else if (relation == CaseRelation.NONE) {
            step(reference, OTHER, null, "officer");
        }
        return reference;
    }

    private CaseReference open(String team) {
        return current.asService(() -> register.openReferred(new NewCase(team, Channel.PUBLIC_BODY_REFERRAL,
                ReferralBody.PROBATION, Person.applicant("Merle", "Matrixley", null), List.of(), null, Set.of(),
                Set.of(), null, "For the matrix")));
    }

    private void step(CaseReference reference, String team, Role role, String owner) {
        String id = "matrix-" + UUID.randomUUID();
        opened.add(id);
        current.asService(() -> {
            steps.opened(new OpenedStep(id, reference, "matrix", 1, id, "task_matrix", "Matrix", null, null, team,
                    role == null ? null : role.name(), owner, null, false, null, null, Instant.now(),
                    Instant.parse("2099-01-01T00:00:00Z")));
            return null;
        });
    }

    /** Straight into the tables: the guard must hold for every state, also for those that no page makes. */
    private void restrict(CaseReference reference, String person, RestrictedStanding standing) {
        jdbc.sql("delete from case_access where case_reference = ?").param(reference.value()).update();
        jdbc.sql("delete from case_restriction where case_reference = ?").param(reference.value()).update();
        if (standing == RestrictedStanding.ORDINARY) {
            return;
        }
        jdbc.sql("insert into case_restriction values (?, 'OTHER', 'For the matrix', ?, 'matrix', now())")
                .params(reference.value(), standing == RestrictedStanding.MANAGER ? person : "leader2").update();
        if (standing != RestrictedStanding.HIDDEN) {
            boolean named = standing != RestrictedStanding.EMERGENCY;
            jdbc.sql("insert into case_access (case_reference, username, kind, reason, given_by, given_at, ends_at)"
                            + " values (?, ?, ?, 'For the matrix', 'matrix', now(),"
                            + " case when ? then null else now() + interval '3650 days' end)")
                    .params(reference.value(), person, named ? "NAMED" : "EMERGENCY", named).update();
        }
    }

    private static Set<Permission> union(Set<Permission> some, Permission... more) {
        Set<Permission> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }
}
