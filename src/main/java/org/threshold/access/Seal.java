package org.threshold.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.threshold.access.store.SignInStore;

/** Signs what a browser carries for this room, with a secret that all nodes share and that outlives a restart. */
@Component
public class Seal {

    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    /** 128 bits are enough for what nobody can try out without asking us. */
    private static final int SEAL_BYTES = 16;

    private final SignInStore store;
    private volatile byte[] secret;

    Seal(SignInStore store) {
        this.store = store;
    }

    /**
     * 22 letters that only this service can make of these parts.
     *
     * @param purpose keeps a seal of one kind from being taken for one of another
     */
    public String of(String purpose, String... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret(), HMAC));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // Lengths first, so that no two lists of parts read the same.
                mac.update((':' + Integer.toString(bytes.length) + ':').getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            byte[] seal = java.util.Arrays.copyOf(mac.doFinal(), SEAL_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes as long for a wrong seal as for a right one. */
    public boolean fits(String seal, String purpose, String... parts) {
        return MessageDigest.isEqual(seal.getBytes(StandardCharsets.UTF_8),
                of(purpose, parts).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] secret() {
        if (secret == null) {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            secret = store.secret(fresh);
        }
        return secret;
    }
}
