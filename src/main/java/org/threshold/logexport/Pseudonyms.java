package org.threshold.logexport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Other names for what stands in the log, by HMAC-SHA-256 under the installation's key: the same thing has the same
 * name in each of its files, and without the key nobody can try out which name somebody would have. For one thread.
 */
final class Pseudonyms {

    private static final String HMAC = "HmacSHA256";
    /** 128 bits: no two of a billion things will share a name. */
    private static final int BYTES = 16;

    private final Mac mac;

    Pseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @param kind such as {@code case}; keeps an officer and a case of the same identifier apart
     * @return such as {@code case-0f…}; null where there is nothing to name
     */
    String of(String kind, String identifier) {
        if (identifier == null) {
            return null;
        }
        byte[] whole = mac.doFinal((kind + ':' + identifier).getBytes(StandardCharsets.UTF_8));
        return kind + '-' + HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
    }
}
