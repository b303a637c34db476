package org.threshold.referral;

/** How near it is, as the referrer sees it (s175: homeless, or threatened with homelessness within 56 days). */
public enum Situation {
    TONIGHT("They have nowhere safe to stay tonight"),
    HOMELESS("They are homeless now, and have somewhere to stay tonight"),
    WITHIN_56_DAYS("They may become homeless within 56 days");

    private final String title;

    Situation(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
