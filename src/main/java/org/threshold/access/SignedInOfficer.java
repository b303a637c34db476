package org.threshold.access;

import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.threshold.audit.Actor;
import org.threshold.audit.Origin;

/** Who acts: the person signed in, or the service where a timer said so. */
@Component
class SignedInOfficer implements CurrentOfficer, Actor {

    private final ThreadLocal<Boolean> service = new ThreadLocal<>();
    private final Directory directory;
    private final Origins origins;

    SignedInOfficer(Directory directory, Origins origins) {
        this.directory = directory;
        this.origins = origins;
    }

    /** @throws AuthenticationCredentialsNotFoundException when nobody is signed in, or the account is disabled */
    @Override
    public Officer get() {
        if (service.get() != null) {
            return Officer.SERVICE;
        }
        return directory.find(signedIn()).orElseThrow(
                () -> new AuthenticationCredentialsNotFoundException("The account is gone or disabled"));
    }

    /** Costs no query: the record needs the name that signed in, whatever became of the account. */
    @Override
    public String username() {
        return service.get() != null ? Officer.SERVICE.username() : signedIn();
    }

    @Override
    public Origin origin() {
        return origins.now();
    }

    private static String signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
        }
        return authentication.getName();
    }

    @Override
    public <T> T asService(Supplier<T> work) {
        Boolean before = service.get();
        service.set(true);
        try {
            return work.get();
        } finally {
            if (before == null) {
                service.remove();
            }
        }
    }
}
