package org.threshold.board;

import java.util.Arrays;
import java.util.Locale;
import org.threshold.accommodation.Unit;

/**
 * What long times at a step are compared by. Nothing that tells who somebody is may ever be among these: no age, sex,
 * pregnancy, family, disability, race or belief (Equality Act 2010 s4), so neither the type of household nor a lane that
 * follows from one; nor who held the step. How protected groups fare is a report of its own, for those who answer for
 * it. Nor the version of the process: of one that went live in the period only the quick steps are completed yet.
 */
public enum WhereAttribute {
    TEAM("Team"), OFFICE("Office"), LANE("Lane"), PLACEMENT("Kind of placement"), IN_PERSON("In person"),
    AGAIN("Not the first time in its case"), HANDED_OVER("Handed over"), DAY_MOVED("Its day was moved"),
    HOLD_APPLICANT("On hold for the applicant"),
    HOLD_ORGANISATION("On hold for another organisation"), HOLD_OTHER("On hold for another reason"),
    WEEKDAY("Began on a"), HOUR("Began");

    /**
     * Who is homeless tonight or came out of hours. Other lanes are left out, as is any that a council adds: 24 hours
     * is given for domestic abuse and hate crime, that of young people by age. So is the standard one, because these
     * would be what it is compared with.
     */
    public static final String[] LANES = {"EMERGENCY"};

    /** Hostels are one kind with refuges, for who fled domestic abuse: nothing is compared by living there. */
    public static final String[] PLACEMENTS = Arrays.stream(Unit.Kind.values())
            .filter(kind -> kind != Unit.Kind.HOSTEL_REFUGE).map(Enum::name).toArray(String[]::new);

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
