package org.threshold.moveon;

import java.time.LocalDate;

/** A landlord or agent who was asked for a home. {@code rent} in pence a week; it and the property may be null. */
public record LandlordContact(LocalDate on, String landlord, String property, Integer rent, String words) {
}
