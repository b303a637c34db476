package org.threshold.access;

import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts: the person signed in, or the service where a timer said so. */
@Component
class SignedInOfficer implements CurrentOfficer {

    private final ThreadLocal<Boolean> service = new ThreadLocal<>();
    private final Directory directory;

    SignedInOfficer(Directory directory) {
        this.directory = directory;
    }

    /** @throws AuthenticationCredentialsNotFoundException when nobody is signed in, or the account is disabled */
    @Override
    public Officer get() {
        if (service.get() != null) {
            return Officer.SERVICE;
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
        }
        return directory.find(authentication.getName()).orElseThrow(
                () -> new AuthenticationCredentialsNotFoundException("The account is gone or disabled"));
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
