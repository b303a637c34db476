package org.threshold.clock;

/** A clock was asked for a day on which its rule was not law. The message is shown to the user. */
public class RuleNotInForce extends RuntimeException {

    public RuleNotInForce(String message) {
        super(message);
    }
}
