package org.threshold.homelessness;

import java.time.LocalDate;

/**
 * What was arranged under s188 for a household that had nowhere to go.
 *
 * @param outcome     PLACED, OWN_ARRANGEMENTS, REFUSED or NO_CONTACT
 * @param kind        H-CLIC's type of temporary accommodation; null unless placed, as all that follows
 * @param suitability why it suits each member of the household
 * @param whyNot      what happened where they were not placed
 */
public record InterimArrangement(String outcome, String address, String kind, LocalDate from, Boolean inDistrict,
                                 String suitability, String whyNot) {

    public boolean placed() {
        return "PLACED".equals(outcome);
    }
}
