package org.threshold.casefile;

/**
 * How to reach the household. Every part but the language may be null.
 *
 * @param address  one address, lines separated by line breaks: where letters go
 * @param safety   when and how it is safe to make contact
 * @param language the language that the applicant speaks with us, in English words
 */
public record ContactDetails(PhoneNumber phone, String email, String address, Postcode postcode,
                             ContactMethod method, String safety, String language) {

    public static final String USUAL_LANGUAGE = "English";
    public static final int LONGEST_EMAIL = 254;
    public static final int LONGEST_TEXT = 500;
    public static final int LONGEST_LANGUAGE = 60;

    public ContactDetails {
        email = Texts.optional(email, LONGEST_EMAIL, "An email address");
        address = Texts.optional(address, LONGEST_TEXT, "An address");
        safety = Texts.optional(safety, LONGEST_TEXT, "What is safe");
        language = Texts.optional(language, LONGEST_LANGUAGE, "A language");
        language = language == null ? USUAL_LANGUAGE : language;
    }

    /** Nothing is known yet. */
    public static ContactDetails none() {
        return new ContactDetails(null, null, null, null, null, null, USUAL_LANGUAGE);
    }
}
