package org.threshold.referral;

/** All that a referrer is ever told of what came of a referral. Nothing in it is about the person. */
public enum Answer {
    CONTACT_MADE("Contact made", "We have made contact with the person whom you referred."),
    NOT_REACHED("We could not reach them", "We tried to make contact with the person whom you referred, and could not"
            + " reach them. If you know another way to reach them, and they agree to it, refer them again."),
    NOT_FOR_US("Not for us", "This referral is not one for this council. If the person still needs help, ask them which"
            + " council they would like you to tell.");

    private final String title;
    private final String sentence;

    Answer(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    public String title() {
        return title;
    }

    public String sentence() {
        return sentence;
    }
}
