package org.threshold.homelessness;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words that people read. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Words() {
    }

    /** A day such as 3 June 2027; a dash when there is none. */
    public static String day(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    /** Where an approach is taken up, as officers call it. */
    public static String stage(Stage stage) {
        return switch (stage) {
            case TRIAGE -> "Triage";
            case ASSESSMENT -> "Identity, eligibility and assessment";
            case PLAN -> "The plan";
            case DECISION -> "The decision on what is owed";
            case CLOSING -> "Closing the case";
            case PREVENTION -> DutyKind.PREVENTION.title();
            case RELIEF -> DutyKind.RELIEF.title();
            case MAIN_DUTY -> DutyKind.MAIN.title();
            case S190 -> DutyKind.S190.title();
            case S193C -> DutyKind.S193C.title();
        };
    }
}
