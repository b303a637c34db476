package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.threshold.access.Seal;
import org.threshold.access.SignedIn;

/**
 * The token against forged forms, kept in the session as usual. Each also carries two seals: that this service made it,
 * and for whom. So a form whose session is gone still proves that it came from a page of ours and whose page that was; it
 * proves nothing more, and nothing is done on the strength of it.
 */
@Component
class OwnedTokens implements CsrfTokenRepository {

    static final String FIELD = "_csrf";
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String OWNER = "page-owner";
    private static final String OURS = "page";
    private static final int PARTS = 3;

    private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();
    private final Seal seal;

    OwnedTokens(Seal seal) {
        this.seal = seal;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        String random = UUID.randomUUID().toString();
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedIn signedIn)) {
            return new DefaultCsrfToken(HEADER, FIELD, random);
        }
        String owner = seal.of(OWNER, random, signedIn.username());
        return new DefaultCsrfToken(HEADER, FIELD, random + "." + owner + "." + seal.of(OURS, random, owner));
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        session.saveToken(token, request, response);
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return session.loadToken(request);
    }

    /**
     * The token as it was on a page of somebody who was signed in; null where it is none of ours.
     *
     * @param sent masked, as pages carry it
     */
    String madeHere(String sent) {
        String token = unmasked(sent);
        String[] parts = token == null ? new String[0] : token.split("\\.");
        return parts.length == PARTS && seal.fits(parts[2], OURS, parts[0], parts[1]) ? token : null;
    }

    /** @param token what {@link #madeHere} gave */
    boolean isOf(String username, String token) {
        String[] parts = token.split("\\.");
        return parts.length == PARTS && seal.fits(parts[1], OWNER, parts[0], username);
    }

    /** A page carries the token with a random mask before it, so that no two pages look alike. */
    private static String unmasked(String sent) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(sent == null ? "" : sent);
            byte[] token = new byte[both.length / 2];
            for (int at = 0; at < token.length; at++) {
                token[at] = (byte) (both[at] ^ both[token.length + at]);
            }
            return new String(token, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
