package org.threshold.moveon;

import java.time.LocalDate;

/** The settled home that a household accepted. {@code rent} in pence a week. */
public record NewHome(long offerId, String address, String landlord, LetBy letBy, LocalDate signedOn, LocalDate keysOn,
                      int rent, String whoMoves) {

    public enum LetBy {
        COUNCIL("The council"), REGISTERED_PROVIDER("A housing association"), PRIVATE("A private landlord"),
        SUPPORTED("A supported housing provider"), FAMILY("Family or friends");

        private final String words;

        LetBy(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether the letting goes into the government's log of social lettings (CORE). */
        public boolean social() {
            return this == COUNCIL || this == REGISTERED_PROVIDER;
        }
    }
}
