package org.threshold.worklist;

/** Which steps a list starts from, before any filter. */
public enum StepList {
    MINE("My work", "/work"), TEAM("Team queue", "/work/team"), ALL("Everything", "/work/all");

    private final String title;
    private final String path;

    StepList(String title, String path) {
        this.title = title;
        this.path = path;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }
}
