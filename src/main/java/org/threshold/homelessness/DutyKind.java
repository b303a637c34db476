package org.threshold.homelessness;

import org.threshold.clock.ClockKind;

/** A duty of Part 7 of the Housing Act 1996 that a case can be under. */
public enum DutyKind {
    PREVENTION("Prevention duty", "s195(2)", ClockKind.PREVENTION_DUTY),
    RELIEF("Relief duty", "s189B(2)", ClockKind.RELIEF_DUTY),
    MAIN("Main housing duty", "s193(2)", null),
    S190("Accommodation for a reasonable opportunity", "s190(2)(a)", ClockKind.REASONABLE_OPPORTUNITY),
    S193C("Accommodation after non-co-operation", "s193C(4)", null);

    private final String title;
    private final String provision;
    private final ClockKind clock;

    DutyKind(String title, String provision, ClockKind clock) {
        this.title = title;
        this.provision = provision;
        this.clock = clock;
    }

    public String title() {
        return title;
    }

    public String provision() {
        return provision;
    }

    /** The clock that runs with the duty, or null for the main duty and that of s193C, which have none. */
    public ClockKind clock() {
        return clock;
    }
}
