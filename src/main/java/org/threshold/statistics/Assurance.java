package org.threshold.statistics;

/** Whether the process as it runs will meet its target: the second icon of 'Making data count'. */
public enum Assurance {
    WILL_PASS("as it runs now, the target will be met every time"),
    WILL_FAIL("as it runs now, the target will be missed every time: something has to change"),
    HIT_OR_MISS("as it runs now, the target is met or missed by chance"),
    NONE("no target, or no better direction");

    private final String words;

    Assurance(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
