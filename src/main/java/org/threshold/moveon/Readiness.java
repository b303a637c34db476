package org.threshold.moveon;

import java.time.LocalDate;

/** How far one thing is, as last looked at. {@code words} say what is missing; null where nothing is. */
public record Readiness(ReadinessItem item, State state, String words, String by, LocalDate on) {

    public enum State {
        READY("Ready"), NOT_READY("Not ready"), NOT_NEEDED("Not needed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
