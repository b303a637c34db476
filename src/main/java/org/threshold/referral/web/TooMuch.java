package org.threshold.referral.web;

/** What a sender hears who sent too much, or when too much came from everybody. */
final class TooMuch {

    static final String SENTENCE = "Too much was sent in a short time, so this was not taken. Nothing was stored. Try"
            + " again in an hour, or ring us if it cannot wait";
    static final String RETRY_SECONDS = "3600";

    private TooMuch() {
    }
}
