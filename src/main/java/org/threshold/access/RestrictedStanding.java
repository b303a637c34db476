package org.threshold.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a case is to somebody, as far as its restriction goes, and what that leaves of what their role allows. */
enum RestrictedStanding {
    /** The case is not restricted. */
    ORDINARY,
    /** Answers for who is named. */
    MANAGER,
    NAMED,
    /** Opened in an emergency, for a while: what cannot wait; what ends a case or changes who sees it can. */
    EMERGENCY,
    HIDDEN;

    /**
     * What is left on a restricted case, by how somebody came to see it. The role's own cell must allow it too; the
     * relation to the case no longer matters. What is not in the table is not about one case.
     */
    private static final String TABLE = """
            permission             manager  named    emergency
            VIEW_CASES             yes      yes      yes
            WORK_CASES             yes      yes      yes
            RECORD_CONTACT         yes      yes      yes
            TAKE_APPROACH          yes      yes      -
            CANCEL_CASE            yes      yes      -
            REOPEN_CASE            yes      yes      -
            MERGE_CASES            yes      yes      -
            ASSIGN_WORK            yes      yes      -
            UNBLOCK_OVERDUE        yes      yes      -
            SIGN_AS_SECOND_OFFICER yes      yes      -
            CHANGE_RETURN          yes      yes      -
            RELEASE_KEYS           yes      yes      yes
            ADJUST_CHARGES         yes      yes      -
            RESTRICT_CASE          yes      yes      -
            NAME_PEOPLE            yes      -        -
            VIEW_CASE_RECORD       yes      -        yes
            """;

    private static final List<RestrictedStanding> COLUMNS = List.of(MANAGER, NAMED, EMERGENCY);
    private static final Map<Permission, List<String>> CELLS = new EnumMap<>(Permission.class);

    static {
        TABLE.lines().skip(1).map(line -> Arrays.asList(line.trim().split("\\s+")))
                .forEach(cells -> CELLS.put(Permission.valueOf(cells.get(0)), cells.subList(1, cells.size())));
    }

    boolean allows(Permission permission) {
        return switch (this) {
            case ORDINARY -> true;
            case HIDDEN -> false;
            default -> cells(permission).get(COLUMNS.indexOf(this)).equals("yes");
        };
    }

    /** Whoever was let into a restricted case has to do with it, whatever their team. */
    boolean isRelated() {
        return COLUMNS.contains(this);
    }

    /** For manager, named and emergency: {@code yes} or {@code -}. */
    static List<String> cells(Permission permission) {
        return CELLS.getOrDefault(permission, List.of("-", "-", "-"));
    }

    /** Whether a restriction has a say in it. */
    static boolean isAboutACase(Permission permission) {
        return CELLS.containsKey(permission);
    }

    /** Completes the sentence "This is left to …". */
    static String whoMay(Permission permission) {
        return NAMED.allows(permission) ? "the people named on it" : "its manager";
    }
}
