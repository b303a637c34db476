package org.threshold.homelessness;

import java.util.Arrays;
import java.util.List;

/** How the council tried to reach a household, or that the household reached the council by itself. */
public enum ContactWay {
    PHONE("By phone"),
    TEXT("By text message"),
    EMAIL("By e-mail"),
    POST("By post"),
    VISIT("By a visit"),
    AGENCY("Through another agency"),
    THEY_CAME("They got in touch");

    private final String title;

    ContactWay(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The ways in which an officer can try. */
    public static List<ContactWay> oursToTry() {
        return Arrays.stream(values()).filter(way -> way != THEY_CAME).toList();
    }
}
