package org.threshold.charge;

/** Why something is owed on an account. */
public enum ArrearsCause {
    LATE_CLAIM("Claim made late", true), NO_CLAIM("No claim made", true), NOT_DECIDED("Claim not decided yet", true),
    REFUSED("Claim refused", true), AWARDED_NOT_CREDITED("Benefit awarded, not on the account yet", true),
    OWN_SHARE("Household’s own share", false), BROUGHT_OVER("Brought over, cause not known", false);

    private final String words;
    private final boolean ofClaim;

    ArrearsCause(String words, boolean ofClaim) {
        this.words = words;
        this.ofClaim = ofClaim;
    }

    public String words() {
        return words;
    }

    /** Whether it comes from the claim for Housing Benefit and not from what the household should pay itself. */
    public boolean ofClaim() {
        return ofClaim;
    }

    static ArrearsCause of(ClaimCover.Cause cause) {
        return valueOf(cause.name());
    }
}
