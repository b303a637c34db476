package org.threshold.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.threshold.access.store.AccountRow;
import org.threshold.access.store.AccountStore;

/** Sign-in by username and password, for the form and for HTTP Basic alike. */
@Component
class LocalAccounts implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(LocalAccounts.class);
    private static final int MOST_BYTES = 72;

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final boolean open;
    private final SignInThrottle throttle = new SignInThrottle(System::nanoTime);
    private final SprayThrottle spray = new SprayThrottle(System::nanoTime);
    /** Checked when there is no such account, so that the answer takes as long. */
    private final String nobody;

    LocalAccounts(AccountStore store, PasswordEncoder passwords, SignInSettings settings) {
        this.store = store;
        this.passwords = passwords;
        this.open = settings.local();
        this.nobody = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName().trim().toLowerCase(Locale.ROOT);
        String address = addressOf(attempt);
        if (!open) {
            throw new BadCredentialsException("Passwords of Threshold's own are switched off");
        }
        spray.begin(username, address, attempt.getDetails() instanceof SignInDetails details && details.isKnownBrowser());
        throttle.begin(username, address);
        Optional<AccountRow> account = wellFormed(username) ? store.find(username) : Optional.empty();
        boolean right = matches(attempt.getCredentials(), account.map(AccountRow::passwordHash).orElse(nobody))
                && account.filter(row -> row.passwordHash() != null).isPresent();
        if (!right || account.isEmpty() || account.get().disabled()) {
            spray.refused(username, address);
            // What was typed in the wrong field may be a password or anybody's name.
            LOG.warn("Sign-in refused for {} from {}", account.isPresent() ? username : "an unknown username", address);
            throw new BadCredentialsException("The username or password is wrong");
        }
        throttle.succeeded(username, address);
        spray.succeeded(username, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(username, account.get().sessionVersion()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private boolean matches(Object password, String hash) {
        String typed = password == null ? "" : password.toString();
        boolean readable = typed.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        return passwords.matches(readable ? typed : "", hash) && readable;
    }

    private static boolean wellFormed(String username) {
        return username.matches("[a-z][a-z0-9._-]{1,39}");
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "here";
    }
}
