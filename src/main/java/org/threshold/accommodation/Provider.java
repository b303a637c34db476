package org.threshold.accommodation;

/** Whoever lets the council use units: a hotel, a landlord, an association, the council itself. */
public record Provider(long id, String name, String phone, String email, int version) {
}
