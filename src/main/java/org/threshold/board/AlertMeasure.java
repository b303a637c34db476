package org.threshold.board;

/** What an alert can be about. Cases that are restricted are never counted. */
public enum AlertMeasure {

    OVERDUE_STEPS("Overdue steps", "/work/all?overdue=true", true),
    UNOWNED_STEPS("Steps that nobody holds", "/work/all?free=true", true),
    CLOCKS_SOON("Cases with a statutory clock that ends within 14 days", "/work/all?sort=CLOCK", true),
    INCIDENTS("Incidents", "/board/escalations#incidents", false);

    private final String title;
    private final String list;
    private final boolean ofATeam;

    AlertMeasure(String title, String list, boolean ofATeam) {
        this.title = title;
        this.list = list;
        this.ofATeam = ofATeam;
    }

    public String title() {
        return title;
    }

    /** Whether each team has its own number; otherwise it is the whole service's. */
    public boolean ofATeam() {
        return ofATeam;
    }

    /** Address of the list behind the number. */
    public String list(String team) {
        return ofATeam ? list + "&team=" + team : list;
    }
}
