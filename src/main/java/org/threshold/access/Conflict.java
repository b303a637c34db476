package org.threshold.access;

import java.time.Instant;

/**
 * Somebody has said that they know the people of a case.
 *
 * @param words what they wrote besides, or null
 */
public record Conflict(String username, Kind kind, String words, Instant declaredAt) {

    /** How they know them. */
    public enum Kind {
        FAMILY("They are family, or a partner of today or of before"),
        FRIEND("They are friends"),
        NEIGHBOUR("They are neighbours, or our children know each other"),
        WORK("I know them from other work, or a group that I belong to"),
        MONEY("I let a home to them, or money or property is between us"),
        OTHER("Something else");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
