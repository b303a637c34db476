package org.threshold.charge;

/** Where an account stands in its life. It is only over when nothing is owed either way. */
public enum AccountState {
    RUNNING("Runs while they live there"), OPEN("They have left; not settled yet"),
    ARRANGED("They have left; being paid off by arrangement"), SETTLED("They have left; settled"),
    WRITTEN_OFF("They have left; what was left was written off");

    private final String words;

    AccountState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static AccountState of(boolean ended, long balance, boolean arranged, boolean writtenOff) {
        if (!ended) {
            return RUNNING;
        }
        if (balance == 0) {
            return writtenOff ? WRITTEN_OFF : SETTLED;
        }
        return arranged && balance > 0 ? ARRANGED : OPEN;
    }
}
