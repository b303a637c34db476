package org.threshold.casefile;

import java.util.Arrays;
import java.util.List;

/** What everyone who meets the household must know first. Declared in order of importance. */
public enum CaseFlag {
    RISK_TO_STAFF(Kind.ALERT, "Risk to staff", "Do not see alone"),
    RISK_FROM_OTHERS(Kind.ALERT, "At risk from others", "Do not disclose where they are to anyone"),
    SELF_HARM(Kind.ALERT, "Risk of self-harm", "Ask a senior officer before giving bad news"),
    CHILD_SAFEGUARDING(Kind.ALERT, "Child safeguarding", "Children's services are, or should be, involved"),
    ADULT_SAFEGUARDING(Kind.ALERT, "Adult safeguarding", "Adult social care is, or should be, involved"),
    DO_NOT_WRITE(Kind.ALERT, "Do not write", "Post to the address on file may be read by others"),
    INTERPRETER(Kind.ACCESS, "Interpreter", "Book an interpreter in the language on file"),
    SIGN_LANGUAGE(Kind.ACCESS, "Sign language", "Book a British Sign Language interpreter"),
    HEARING(Kind.ACCESS, "Hearing loss", "Use a hearing loop or write things down"),
    SIGHT(Kind.ACCESS, "Sight loss", "Large print, or read letters out"),
    STEP_FREE(Kind.ACCESS, "Step-free access", "Meet on the ground floor or with a lift"),
    HELP_WITH_READING(Kind.ACCESS, "Help with reading", "Explain letters in person or by phone"),
    LEARNING_SUPPORT(Kind.ACCESS, "Easy read", "Plain words, one thing at a time, time to think");

    /** Whether a flag warns, or says what someone needs to be served equally. */
    public enum Kind { ALERT, ACCESS }

    private final Kind kind;
    private final String title;
    private final String advice;

    CaseFlag(Kind kind, String title, String advice) {
        this.kind = kind;
        this.title = title;
        this.advice = advice;
    }

    public Kind kind() {
        return kind;
    }

    /** A short label for lists. */
    public String title() {
        return title;
    }

    /** What the flag asks of the officer. */
    public String advice() {
        return advice;
    }

    public boolean isAlert() {
        return kind == Kind.ALERT;
    }

    public static List<CaseFlag> of(Kind kind) {
        return Arrays.stream(values()).filter(flag -> flag.kind == kind).toList();
    }
}
