package org.threshold.casepage.web;

import java.util.regex.Pattern;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.ContactMethod;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.Postcode;

/** Reads the fields of contact preferences. */
final class ReadContact {

    static final String[] FIELDS = {"phone", "email", "address", "postcode", "method", "safety", "language"};

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"',;]+@[^\\s@<>\"',;.]+(\\.[^\\s@<>\"',;.]+)+");

    static final String EMAIL_FORMAT = "Enter an email address in the correct format, like name@example.com";

    private ReadContact() {
    }

    /** @return null when something is wrong */
    static ContactDetails from(TypedForm form) {
        int before = form.errors().size();
        PhoneNumber phone = form.parsed("phone", PhoneNumber::parse);
        String email = form.optional("email", ContactDetails.LONGEST_EMAIL, "Email address");
        if (email != null && !isEmail(email)) {
            form.wrong("email", EMAIL_FORMAT);
        }
        String address = form.optional("address", ContactDetails.LONGEST_TEXT, "Address");
        Postcode postcode = form.parsed("postcode", Postcode::parse);
        ContactMethod method = form.choice("method", ContactMethod.class, "Select how they prefer to be contacted");
        String safety = form.optional("safety", ContactDetails.LONGEST_TEXT, "What is safe");
        String language = form.optional("language", ContactDetails.LONGEST_LANGUAGE, "Language");
        return form.errors().size() > before ? null
                : new ContactDetails(phone, email, address, postcode, method, safety, language);
    }

    static boolean isEmail(String typed) {
        return EMAIL.matcher(typed).matches();
    }

    static void fill(TypedForm form, ContactDetails contact) {
        form.with("phone", contact.phone() == null ? null : contact.phone().display())
                .with("email", contact.email())
                .with("address", contact.address())
                .with("postcode", contact.postcode())
                .with("method", contact.method() == null ? null : contact.method().name())
                .with("safety", contact.safety())
                .with("language", contact.language());
    }
}
