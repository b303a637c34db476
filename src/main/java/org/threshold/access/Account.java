package org.threshold.access;

/**
 * An account as administrators see it; never with its password.
 *
 * @param email   where Threshold may write to them, or null
 * @param subject who they are at the provider, or null: for a {@link AccountSource#PROVIDER} account that means that it
 *                waits for its owner to sign in there
 */
public record Account(Officer officer, boolean disabled, boolean mustChangePassword, AccountSource source,
                      String email, String subject) {

    public boolean isLocal() {
        return source == AccountSource.LOCAL;
    }

    public boolean isProvided() {
        return source == AccountSource.PROVIDER;
    }

    public boolean isProgram() {
        return source == AccountSource.PROGRAM;
    }

    public boolean waits() {
        return isProvided() && subject == null;
    }
}
