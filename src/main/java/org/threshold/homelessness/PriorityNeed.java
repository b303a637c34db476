package org.threshold.homelessness;

/** Why somebody is in priority need (s189 and the 2002 Order), as the H-CLIC return counts it. */
public enum PriorityNeed {
    DEP_CHILDREN("Dependent children"),
    PREGNANT("Pregnant"),
    YOUNG("Young person"),
    OLD_AGE("Vulnerable: old age"),
    PHYSICAL("Vulnerable: physical ill health or disability"),
    MENTAL_HEALTH("Vulnerable: mental health"),
    DOMESTIC_ABUSE("Homeless because of domestic abuse"),
    CHILDREN_OTHER_PN("Children, and another reason"),
    EMERGENCY("Emergency such as fire or flood"),
    OTHER("Vulnerable: another reason");

    private final String title;

    PriorityNeed(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
