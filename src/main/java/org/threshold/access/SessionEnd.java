package org.threshold.access;

/** Why a session ended, as the sign-in page tells it. */
public enum SessionEnd {
    IDLE, LONGEST, SIGNED_OUT, BY_PERSON, BY_ADMINISTRATOR, AT_PROVIDER, ACCOUNT
}
