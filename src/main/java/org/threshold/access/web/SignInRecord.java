package org.threshold.access.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import org.threshold.access.Directory;
import org.threshold.access.Officer;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/** Writes to the audit who signed in, who was refused and who signed out. */
@Component
class SignInRecord {

    private static final String NO_SUCH_ACCOUNT = "unknown";

    private final AuditTrail audit;
    private final Directory directory;

    SignInRecord(AuditTrail audit, Directory directory) {
        this.audit = audit;
        this.directory = directory;
    }

    /** By a person on a page; other systems sign in with every call, which is recorded where it reads or changes. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        String username = event.getAuthentication().getName();
        audit.recordAs(username, AuditEntry.of(null, "signIn.done", username));
    }

    /**
     * Whoever is slowed down was refused before that, which is recorded; their further attempts would only fill the
     * record. So would tokens that are not valid, which cost whoever makes them up nothing.
     */
    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        if (!(event instanceof AuthenticationFailureLockedEvent)
                && !(event.getAuthentication() instanceof BearerTokenAuthenticationToken)) {
            audit.recordAs(Officer.SERVICE.username(), new AuditEntry(null, "signIn.refused",
                    account(event.getAuthentication()), Map.of("failure",
                    event.getException().getClass().getSimpleName().replace("Exception", "")), null, null));
        }
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        String username = event.getAuthentication().getName();
        audit.recordAs(username, AuditEntry.of(null, "signIn.ended", username));
    }

    /** What was typed or sent may be a password, a token or anybody's name, so it is kept only where it is an account. */
    private String account(Authentication tried) {
        return Optional.ofNullable(tried).map(Authentication::getName)
                .filter(name -> directory.standing(name).isPresent()).orElse(NO_SUCH_ACCOUNT);
    }
}
