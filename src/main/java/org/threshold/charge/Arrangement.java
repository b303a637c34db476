package org.threshold.charge;

import java.time.Instant;
import java.time.LocalDate;

/** What was agreed to pay off what is owed: so many pence each time, from a day on. */
public record Arrangement(long id, long accountId, long pence, Every every, LocalDate firstOn, String words,
                          Instant madeAt, String madeBy) {

    public enum Every {
        WEEK("a week"), FORTNIGHT("every two weeks"), MONTH("a month");

        private final String words;

        Every(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
