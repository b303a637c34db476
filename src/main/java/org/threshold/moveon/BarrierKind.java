package org.threshold.moveon;

/** What keeps a household from a settled home. */
public enum BarrierKind {
    ARREARS("Rent arrears"), NO_IDENTITY("No proof of identity"), SUPPORT_NOT_IN_PLACE("Support is not in place"),
    SIZE_OR_ADAPTATION("Size or adaptation"), IMMIGRATION_PENDING("Immigration status is pending"),
    NO_DEPOSIT("No deposit"), NO_REGISTER_APPLICATION("No register application"),
    AFFORDABILITY("Cannot afford the rents there are"), OTHER("Something else");

    private final String title;

    BarrierKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
