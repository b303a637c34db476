package org.threshold.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may do what: one table, read as it stands. What is not marked is refused. */
@Component
class RolePermissions implements Permissions {

    /** The last column is the service itself, acting from a timer. */
    private static final List<String> COLUMNS = List.of("OFFICER", "SENIOR_OFFICER", "TEAM_LEADER",
            "SERVICE_MANAGER", "DESIGNER", "ANALYST", "ADMINISTRATOR", "SERVICE");

    private static final String TABLE = """
            permission             officer senior leader manager designer analyst admin service
            WORK_CASES                yes    yes    yes    yes      -        -      -      yes
            VIEW_CASES                yes    yes    yes    yes      -        -      -      yes
            TAKE_APPROACH             yes    yes    yes    yes      -        -      -      -
            RECEIVE_REFERRALS         -      -      -      -        -        -      -      yes
            CANCEL_CASE               -      -      yes    yes      -        -      -      -
            REOPEN_CASE               -      -      yes    yes      -        -      -      -
            MERGE_CASES               -      yes    yes    yes      -        -      -      -
            SEE_ALL_WORK              -      -      yes    yes      -        -      -      -
            ASSIGN_WORK               -      -      yes    yes      -        -      -      yes
            UNBLOCK_OVERDUE           -      -      yes    yes      -        -      -      yes
            SIGN_AS_SECOND_OFFICER    -      yes    yes    yes      -        -      -      -
            VIEW_INCIDENTS            -      -      yes    yes      yes      -      yes    -
            RETRY_INCIDENTS           -      -      yes    yes      -        -      yes    -
            PLAN_OWN_PRESENCE         yes    yes    yes    yes      -        -      -      -
            PLAN_TEAM_PRESENCE        -      -      yes    yes      -        -      -      -
            MANAGE_PEOPLE             -      -      -      -        -        -      yes    -
            MANAGE_CALENDAR           -      -      -      -        -        -      yes    -
            IMPORT_CASELOAD           -      -      -      -        -        -      yes    yes
            MOVE_SERVICE_DATE         -      -      -      -        -        -      yes    -
            VIEW_PROCESSES            yes    yes    yes    yes      yes      yes    yes    -
            USE_CALCULATOR            yes    yes    yes    yes      yes      yes    yes    -
            VIEW_RETURN               -      -      yes    yes      -        yes    -      -
            TAKE_RETURN               -      -      -      yes      -        yes    -      -
            CHANGE_RETURN             -      -      yes    yes      -        -      -      -
            READ_API_DOCS             yes    yes    yes    yes      yes      yes    yes    -
            """;

    private static final Map<Permission, Set<Role>> ROLES = new EnumMap<>(Permission.class);
    private static final Set<Permission> SERVICE = EnumSet.noneOf(Permission.class);

    static {
        TABLE.lines().skip(1).forEach(RolePermissions::read);
    }

    private final CurrentOfficer current;

    RolePermissions(CurrentOfficer current) {
        this.current = current;
    }

    @Override
    public boolean allows(Officer officer, Permission permission) {
        if (officer.equals(Officer.SERVICE)) {
            return SERVICE.contains(permission);
        }
        return officer.roles().stream().anyMatch(ROLES.getOrDefault(permission, Set.of())::contains);
    }

    @Override
    public void require(Permission permission) {
        if (!allows(current.get(), permission)) {
            throw new NotPermitted("You cannot " + permission.words() + ". Your role does not allow it.");
        }
    }

    private static void read(String line) {
        List<String> cells = Arrays.asList(line.trim().split("\\s+"));
        Permission permission = Permission.valueOf(cells.get(0));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int column = 0; column < COLUMNS.size(); column++) {
            if (!cells.get(column + 1).equals("yes")) {
                continue;
            }
            if (COLUMNS.get(column).equals("SERVICE")) {
                SERVICE.add(permission);
            } else {
                roles.add(Role.valueOf(COLUMNS.get(column)));
            }
        }
        ROLES.put(permission, roles);
    }
}
