package org.threshold.process.model;

import java.util.regex.Pattern;

/** Names in kebab-case: small letters and digits, joined by single hyphens. */
final class Kebab {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Kebab() {
    }

    static boolean matches(String name) {
        return KEBAB.matcher(name).matches();
    }
}
