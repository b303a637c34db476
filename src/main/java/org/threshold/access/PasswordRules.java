package org.threshold.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/** Length before complexity: at least 12 characters, and no more bytes than bcrypt reads. */
public final class PasswordRules {

    public static final int SHORTEST = 12;
    /** bcrypt ignores what follows. */
    private static final int MOST_BYTES = 72;
    /** Without letters and digits that look alike, since it is read aloud or copied from paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordRules() {
    }

    /** @throws InvalidAccount on field {@code newPassword} */
    public static void check(String password, String username) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            throw new InvalidAccount("newPassword", "Enter a password of at least " + SHORTEST + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new InvalidAccount("newPassword", "Enter a password of at most " + MOST_BYTES + " characters");
        }
        if ((username.length() > 3 && password.toLowerCase(Locale.ROOT).contains(username))
                || password.codePoints().distinct().count() < 5) {
            throw new InvalidAccount("newPassword", "Enter a password that is harder to guess");
        }
    }

    /** About 79 bits, in four groups of four. */
    static String temporary() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
