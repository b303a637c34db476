package org.threshold.moveon;

import java.time.LocalDate;

/** Money or goods with which the council helps a household to move, in pence. */
public record Help(Kind kind, int pence, String words, LocalDate on) {

    public enum Kind {
        DEPOSIT("Deposit"), RENT_IN_ADVANCE("Rent in advance"), GUARANTEE("Guarantee"), REMOVALS("Removals"),
        FURNITURE("Furniture"), STARTER_PACK("Starter pack"), OTHER("Something else");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
