package org.threshold.appointment;

import org.threshold.casefile.Way;

/** How the household is told of an appointment. */
public enum TellBy {
    IN_PERSON("They are with me, or have agreed to it already", null),
    HANDED_OVER("They are with me, and I give them a letter", null),
    PHONE("I ring them", Way.PHONE), TEXT("I send them a text message", Way.TEXT),
    EMAIL("By e-mail", Way.EMAIL), LETTER("By letter", Way.POST);

    private final String words;
    private final Way way;

    TellBy(String words, Way way) {
        this.words = words;
        this.way = way;
    }

    public String words() {
        return words;
    }

    /** What has to be allowed for it; null where nothing is sent. */
    public Way way() {
        return way;
    }
}
