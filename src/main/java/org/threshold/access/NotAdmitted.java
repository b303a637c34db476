package org.threshold.access;

/** The provider knows the person, and Threshold does not let them in. */
public class NotAdmitted extends RuntimeException {

    /** Why; the page for each says what to do. */
    public enum Why {
        /** Nothing that the provider says of them gives a role. */
        NO_ROLE,
        /** An administrator disabled the account here. */
        DISABLED,
        /** The username belongs to an account with a password, or to a program. */
        TAKEN_HERE,
        /** The username belonged to somebody else at the provider. */
        TAKEN_THERE,
        /** The account that waits for this username has another e-mail address than the provider tells. */
        OTHER_EMAIL,
        /** The provider tells no username that could be one. */
        NO_USERNAME
    }

    private final Why why;

    NotAdmitted(Why why, String username) {
        super(why + " for " + username);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
