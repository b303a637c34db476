package org.threshold.access;

/** What a person does in the service. The order of the casework roles is the order of seniority. */
public enum Role {
    OFFICER("Housing solutions officer", 1),
    SENIOR_OFFICER("Senior housing solutions officer", 2),
    TEAM_LEADER("Team leader", 3),
    SERVICE_MANAGER("Service manager", 4),
    DESIGNER("Process designer", 0),
    ANALYST("Analyst", 0),
    ADMINISTRATOR("Administrator", 0),
    DATA_PROTECTION("Data protection officer", 0);

    private final String title;
    private final int seniority;

    Role(String title, int seniority) {
        this.title = title;
        this.seniority = seniority;
    }

    public String title() {
        return title;
    }

    /** 0 for roles that carry no casework authority, otherwise higher is more senior. */
    public int seniority() {
        return seniority;
    }
}
