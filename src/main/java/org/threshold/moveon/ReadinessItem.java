package org.threshold.moveon;

/** What has to be ready before a settled home can be offered. */
public enum ReadinessItem {
    DOCUMENTS("Documents", "Identity, right to rent and proof of income of everybody who moves"),
    INCOME("Income", "Proved, and what rent they can pay is worked out"),
    ARREARS("Arrears", "What is owed for temporary accommodation or an earlier home is paid or arranged"),
    SUPPORT("Support", "Who helps them to keep the home is in place"),
    AREA_AND_SIZE("Area and size", "Where they can live and how many bedrooms they need is agreed"),
    SCHOOL("School", "Places of the children are kept or found"),
    MEDICAL("Medical needs", "What the home must have for health or disability is known and proved"),
    PETS("Pets", "Where the pets go is clear"),
    REGISTER("Register application", "The application to the housing register is made");

    private final String title;
    private final String good;

    ReadinessItem(String title, String good) {
        this.title = title;
        this.good = good;
    }

    public String title() {
        return title;
    }

    /** What it looks like when it is ready. */
    public String good() {
        return good;
    }
}
