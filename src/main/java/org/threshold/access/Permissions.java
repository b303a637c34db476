package org.threshold.access;

/** Deny, then allow: who may do what. Enforced in services; a table in this room says what each role may do. */
public interface Permissions {

    boolean allows(Officer officer, Permission permission);

    /** @throws NotPermitted in the user's words when the current officer may not */
    void require(Permission permission);
}
