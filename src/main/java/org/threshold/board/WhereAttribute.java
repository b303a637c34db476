package org.threshold.board;

import java.util.Locale;

/**
 * What long times at a step are compared by. Nothing that tells who somebody is may ever be among these: no age, sex,
 * pregnancy, family, disability, race or belief (Equality Act 2010 s4), so neither the type of household nor a lane that
 * follows from one; nor who held the step. How protected groups fare is a report of its own, for those who answer for
 * it.
 */
public enum WhereAttribute {
    TEAM("Team"), OFFICE("Office"), LANE("Lane"), PLACEMENT("Kind of placement"), VERSION("Version of the process"),
    IN_PERSON("In person"), AGAIN("Not the first time in its case"), HANDED_OVER("Handed over"),
    DAY_MOVED("Its day was moved"), HOLD_APPLICANT("On hold for the applicant"),
    HOLD_ORGANISATION("On hold for another organisation"), HOLD_OTHER("On hold for another reason"),
    WEEKDAY("Began on a"), HOUR("Began");

    /**
     * Homeless tonight, or not. Other lanes are left out, as is any that a council adds: 24 hours is given for domestic
     * abuse and hate crime, that of young people by age.
     */
    public static final String[] LANES = {"EMERGENCY", "STANDARD"};

    private final String words;

    WhereAttribute(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The column in which the store has it; null there where the step does not have it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
