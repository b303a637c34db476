package org.threshold.access;

import java.util.EnumSet;
import java.util.Set;

/** What a case is to somebody, as far as its restriction goes. */
enum RestrictedStanding {
    /** The case is not restricted. */
    ORDINARY,
    /** Answers for who is named. */
    MANAGER,
    NAMED,
    /** Opened in an emergency, for a while. */
    EMERGENCY,
    HIDDEN;

    /** What an emergency needs; what ends a case or changes who sees it waits for the people named. */
    private static final Set<Permission> IN_AN_EMERGENCY = EnumSet.of(Permission.VIEW_CASES, Permission.WORK_CASES);

    boolean allows(Permission permission) {
        return switch (this) {
            case ORDINARY, MANAGER, NAMED -> true;
            case EMERGENCY -> IN_AN_EMERGENCY.contains(permission);
            case HIDDEN -> false;
        };
    }

    /** Whoever was let into a restricted case has to do with it, whatever their team. */
    boolean isRelated() {
        return this == MANAGER || this == NAMED || this == EMERGENCY;
    }
}
