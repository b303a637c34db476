package org.threshold.referral.web;

import java.util.regex.Pattern;

/** Reads e-mail addresses as people have them at work: letters, digits and a few marks, in a domain with a dot. */
final class EmailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9_%+'-]++(\\.[A-Za-z0-9_%+'-]++)*+");
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]++(-++[A-Za-z0-9]++)*+(\\.[A-Za-z0-9]++(-++[A-Za-z0-9]++)*+)++");

    private EmailAddress() {
    }

    /** @throws IllegalArgumentException with a sentence for whoever typed it */
    static String parse(String typed) {
        int at = typed.lastIndexOf('@');
        boolean right = typed.length() <= LONGEST && at > 0 && at <= LONGEST_LOCAL
                && LOCAL.matcher(typed.substring(0, at)).matches()
                && DOMAIN.matcher(typed.substring(at + 1)).matches();
        if (!right) {
            throw new IllegalArgumentException("Enter an email address in the correct format, like"
                    + " name@hospital.nhs.uk");
        }
        return typed;
    }
}
