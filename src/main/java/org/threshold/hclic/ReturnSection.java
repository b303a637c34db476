package org.threshold.hclic;

/** The parts of the return, in its order; each is one file of the extract. */
public enum ReturnSection {
    MAIN("Main"), PEOPLE("People"), SUPPORT("Support"), PREVENTION("Prevention"), RELIEF("Relief"),
    FINAL_DUTIES("Final duties"), ASSISTANCE("Assistance"), TEMPORARY_ACCOMMODATION("Temporary accommodation"),
    REVIEWS("Reviews");

    private final String title;

    ReturnSection(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Its name in file names and addresses, such as {@code final-duties}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
