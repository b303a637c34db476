package org.threshold.referral;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests of what must be compared and not kept. */
final class Secrets {

    private static final String HMAC = "HmacSHA256";
    private static final int CODE_LENGTH = 10;

    private Secrets() {
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The access code of a receipt. Whoever sends the same referral again with the same key gets the same code; from
     * the database alone, which keeps the salt and a digest of the key, it cannot be computed.
     */
    static String accessCode(byte[] salt, String idempotencyKey) {
        byte[] digest = hmac(salt, idempotencyKey);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ReceiptReference.LETTERS.charAt(
                    Math.floorMod(digest[2 * i] << Byte.SIZE | digest[2 * i + 1] & 0xFF,
                            ReceiptReference.LETTERS.length())));
        }
        return code.substring(0, CODE_LENGTH / 2) + "-" + code.substring(CODE_LENGTH / 2);
    }

    /** Takes as long for a wrong text as for a right one. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
