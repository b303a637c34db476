package org.threshold.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may do what: one table, read as it stands. What is not marked is refused.
 *
 * <ul>
 * <li>{@code yes}: they may; the operation is about no case
 * <li>{@code any}: on any case that they may know of
 * <li>{@code related}: on cases of their teams, and where they hold a step or are asked to sign
 * <li>{@code -}: refused
 * </ul>
 */
@Component
class RolePermissions implements Permissions {

    /** How far an operation reaches. The order is the order of width. */
    enum Reach { NO_CASE, RELATED_CASES, ANY_CASE }

    /** The last column is the service itself, acting from a timer. */
    private static final List<String> COLUMNS = List.of("OFFICER", "SENIOR_OFFICER", "TEAM_LEADER",
            "SERVICE_MANAGER", "DESIGNER", "ANALYST", "ADMINISTRATOR", "DATA_PROTECTION", "SERVICE");

    private static final String TABLE = """
            permission             officer  senior   leader   manager  designer analyst  admin    dpo      service
            WORK_CASES             related  related  any      any      -        -        -        -        any
            VIEW_CASES             any      any      any      any      -        -        -        -        any
            TAKE_APPROACH          yes      yes      yes      yes      -        -        -        -        -
            RECEIVE_REFERRALS      -        -        -        -        -        -        -        -        yes
            CANCEL_CASE            -        -        any      any      -        -        -        -        -
            REOPEN_CASE            -        -        any      any      -        -        -        -        -
            MERGE_CASES            -        any      any      any      -        -        -        -        -
            SEE_ALL_WORK           -        -        yes      yes      -        -        -        -        -
            ASSIGN_WORK            -        -        any      any      -        -        -        -        any
            UNBLOCK_OVERDUE        -        -        any      any      -        -        -        -        any
            SIGN_AS_SECOND_OFFICER -        any      any      any      -        -        -        -        -
            VIEW_INCIDENTS         -        -        yes      yes      yes      -        yes      -        -
            RETRY_INCIDENTS        -        -        yes      yes      -        -        yes      -        -
            PLAN_OWN_PRESENCE      yes      yes      yes      yes      -        -        -        -        -
            PLAN_TEAM_PRESENCE     -        -        yes      yes      -        -        -        -        -
            MANAGE_PEOPLE          -        -        -        -        -        -        yes      -        -
            MANAGE_CALENDAR        -        -        -        -        -        -        yes      -        -
            IMPORT_CASELOAD        -        -        -        -        -        -        yes      -        yes
            MOVE_SERVICE_DATE      -        -        -        -        -        -        yes      -        -
            VIEW_PROCESSES         yes      yes      yes      yes      yes      yes      yes      yes      -
            USE_CALCULATOR         yes      yes      yes      yes      yes      yes      yes      yes      -
            VIEW_RETURN            -        -        yes      yes      -        yes      -        -        -
            TAKE_RETURN            -        -        -        yes      -        yes      -        -        yes
            CHANGE_RETURN          -        -        any      any      -        -        -        -        -
            READ_API_DOCS          yes      yes      yes      yes      yes      yes      yes      yes      -
            RECORD_CONTACT         any      any      any      any      -        -        -        -        any
            RESTRICT_CASE          related  related  any      any      -        -        -        -        any
            NAME_PEOPLE            -        -        any      any      -        -        -        -        -
            BREAK_GLASS            -        yes      yes      yes      -        -        -        yes      -
            VIEW_CASE_RECORD       -        -        related  any      -        -        -        any      -
            SEARCH_AUDIT           -        -        -        -        -        -        -        yes      -
            EXPORT_AUDIT           -        -        -        -        -        -        -        yes      -
            VIEW_PERMISSIONS       yes      yes      yes      yes      yes      yes      yes      yes      -
            USE_OWN_ACCOUNT        yes      yes      yes      yes      yes      yes      yes      yes      -
            VIEW_UNITS             yes      yes      yes      yes      -        -        -        -        yes
            KEEP_UNITS             -        yes      yes      yes      -        -        -        -        yes
            KEEP_POLICIES          -        -        -        yes      -        -        -        -        -
            KEEP_SLOTS             -        -        yes      yes      -        -        -        -        -
            NAME_DUTY_MANAGER      -        -        yes      yes      -        -        -        -        -
            RELEASE_KEYS           -        any      any      any      -        -        -        -        -
            ADJUST_CHARGES         -        -        any      any      -        -        -        -        -
            IMPORT_PAYMENTS        -        -        yes      yes      -        -        yes      -        -
            EXCHANGE_CLAIMS        -        -        yes      yes      -        -        yes      -        yes
            DRAW_AUDITS            -        -        yes      yes      -        -        -        -        -
            VIEW_BOARD             -        -        yes      yes      -        -        -        -        -
            SET_TARGETS            -        -        -        yes      -        -        -        -        -
            ANALYSE_LOGS           -        -        -        yes      -        yes      -        -        -
            EXPORT_LOG             -        -        -        -        -        yes      -        -        -
            """;

    private static final Map<Permission, List<String>> CELLS = new EnumMap<>(Permission.class);
    private static final Map<Permission, Map<Role, Reach>> ROLES = new EnumMap<>(Permission.class);
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
        return reach(officer, permission) != Reach.NO_CASE;
    }

    /** The widest that any of their roles gives. */
    Reach reach(Officer officer, Permission permission) {
        Map<Role, Reach> byRole = ROLES.getOrDefault(permission, Map.of());
        return officer.roles().stream().map(role -> byRole.getOrDefault(role, Reach.NO_CASE))
                .max(Enum::compareTo).orElse(Reach.NO_CASE);
    }

    @Override
    public void require(Permission permission) {
        if (!allows(current.get(), permission)) {
            throw new NotPermitted("You cannot " + permission.words() + ". Your role does not allow it.");
        }
    }

    /** The cells of the table as they stand: {@code any}, {@code related}, {@code yes} or {@code -}; the service last. */
    static List<String> cells(Permission permission) {
        return CELLS.get(permission);
    }

    private static void read(String line) {
        List<String> cells = Arrays.asList(line.trim().split("\\s+"));
        Permission permission = Permission.valueOf(cells.get(0));
        CELLS.put(permission, cells.subList(1, cells.size()));
        Map<Role, Reach> roles = new EnumMap<>(Role.class);
        for (int column = 0; column < COLUMNS.size(); column++) {
            Reach reach = reachOf(cells.get(column + 1));
            if (reach == Reach.NO_CASE) {
                continue;
            }
            if (COLUMNS.get(column).equals("SERVICE")) {
                SERVICE.add(permission);
            } else {
                roles.put(Role.valueOf(COLUMNS.get(column)), reach);
            }
        }
        ROLES.put(permission, roles);
    }

    private static Reach reachOf(String cell) {
        return switch (cell) {
            case "yes", "any" -> Reach.ANY_CASE;
            case "related" -> Reach.RELATED_CASES;
            case "-" -> Reach.NO_CASE;
            default -> throw new IllegalStateException("The table of permissions has ‘" + cell + "’");
        };
    }
}
