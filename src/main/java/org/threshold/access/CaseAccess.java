package org.threshold.access;

/**
 * May the current officer do this to this case? Their role, what they have to do with the case, and whether it is
 * restricted decide together; {@link RolePermissions} has the table. The service itself, acting from a timer, may.
 */
public interface CaseAccess {

    /** False where there is no such case or it is hidden from them, which they cannot tell apart. */
    boolean sees(CaseKey key);

    /** @throws NoSuchCase when {@link #sees} is false */
    void requireSight(CaseKey key);

    /** Whether {@link #require} would pass; for what a page offers. */
    boolean allows(Permission permission, CaseKey key);

    /**
     * @throws NoSuchCase   when the case is hidden from them
     * @throws NotPermitted in their words, when their role or what they have to do with the case does not allow it
     */
    void require(Permission permission, CaseKey key);

    /** Whether the current officer has said that they know the people of the case; they decide nothing on it. */
    boolean knowsThem(CaseKey key);

    /** {@link CaseRelation#NONE} where they have nothing to do with it. */
    CaseRelation relation(CaseKey key);

    /**
     * Spares the questions for the rest of this request or transaction: a row that was just read under {@link Sight}
     * shows that they see the case and what they have to do with it.
     *
     * @param relation NONE where the row does not tell; it is asked then
     *
     * @param relation NONE where the row does not tell; it is asked then
     */
    void known(CaseKey key, CaseRelation relation);
}
