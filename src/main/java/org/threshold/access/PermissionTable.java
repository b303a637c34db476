package org.threshold.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The tables of permissions as people read them: on their page, and in the handbook. The guard decides by the same. */
public final class PermissionTable {

    /** How whoever sees a restricted case came to see it, in the order of {@link Line#restricted}. */
    public static final List<String> KINDS_OF_SIGHT = List.of("Its manager", "Named on it", "In an emergency");

    /** Each relation to a case, and when it holds. */
    public static final List<String> RELATIONS = List.of(
            "Owner: holds an open step of the case.",
            "Approver: an open step of their team needs a senior, leader or manager, and they are one.",
            "Team: works in the team that the case, or one of its open steps, lies with.",
            "None of these: every other case.");

    private PermissionTable() {
    }

    /**
     * One operation.
     *
     * @param byRole     for each of {@link #roles}: "Any case", "Own cases", "Yes" or empty
     * @param service    whether the service itself does it, from a timer or at its start
     * @param restricted for each of {@link #KINDS_OF_SIGHT}: whether it is left on a restricted case, to whoever may by
     *                   role; empty where the operation is about no case
     */
    public record Line(Permission permission, List<String> byRole, boolean service, List<Boolean> restricted) {

        /** "Work on cases". */
        public String title() {
            String words = permission.words().replace("your", "their").replace("you ", "they ");
            return words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
        }
    }

    /** The titles of the columns. */
    public static List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::title).toList();
    }

    /** Every operation: those about a case first, each part in the order of {@link Permission}. */
    public static List<Line> lines() {
        List<Line> lines = new ArrayList<>(lines(true).toList());
        lines.addAll(lines(false).toList());
        return lines;
    }

    private static Stream<Line> lines(boolean aboutACase) {
        return Stream.of(Permission.values()).map(PermissionTable::line)
                .filter(line -> line.restricted().isEmpty() != aboutACase);
    }

    private static Line line(Permission permission) {
        List<String> cells = RolePermissions.cells(permission);
        int roles = Role.values().length;
        List<Boolean> left = RestrictedStanding.isAboutACase(permission)
                ? RestrictedStanding.cells(permission).stream().map("yes"::equals).toList() : List.of();
        return new Line(permission, cells.subList(0, roles).stream().map(PermissionTable::words).toList(),
                !cells.get(roles).equals("-"), left);
    }

    private static String words(String cell) {
        return switch (cell) {
            case "any" -> "Any case";
            case "related" -> "Own cases";
            case "yes" -> "Yes";
            default -> "";
        };
    }
}
