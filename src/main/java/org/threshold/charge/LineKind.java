package org.threshold.charge;

/** What a line of an account is. */
public enum LineKind {
    OPENING("Balance brought over"), CHARGE("Charge"), PAYMENT("Payment"), BENEFIT("Housing Benefit"),
    ADJUSTMENT("Adjustment"), WRITE_OFF("Written off"), REFUND("Paid back to the household"), REVERSAL("Taken back");

    private final String words;

    LineKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
