package org.threshold.logexport;

/** In which form the log is taken out. */
public enum LogFormat {
    XES("XES", "xes", "application/xml", "One trace for each case (IEEE 1849). Most tools for process mining read it."),
    OCEL("OCEL 2.0", "json", "application/json", "Cases, steps, placements, units, reviews, officers and teams, "
            + "and events that belong to several of them.");

    private final String title;
    private final String extension;
    private final String mediaType;
    private final String about;

    LogFormat(String title, String extension, String mediaType, String about) {
        this.title = title;
        this.extension = extension;
        this.mediaType = mediaType;
        this.about = about;
    }

    public String title() {
        return title;
    }

    /** How the file's name ends, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** For whom it is. */
    public String about() {
        return about;
    }
}
