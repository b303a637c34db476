package org.threshold.referral;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.threshold.referral.store.ReferralStore;

/** Signs what a visitor's browser carries, with a secret that all nodes share. */
@Component
public class PageSeal {

    private static final int SECRET_BYTES = 32;

    private final ReferralStore store;
    private volatile byte[] secret;

    PageSeal(ReferralStore store) {
        this.store = store;
    }

    public String of(String content) {
        return HexFormat.of().formatHex(Secrets.hmac(secret(), content));
    }

    public boolean isOf(String seal, String content) {
        return Secrets.same(seal, of(content));
    }

    private byte[] secret() {
        if (secret == null) {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            secret = store.pageSecret(fresh);
        }
        return secret;
    }
}
