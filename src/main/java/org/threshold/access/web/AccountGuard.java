package org.threshold.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.threshold.access.Directory;
import org.threshold.access.Directory.Standing;
import org.threshold.access.SignedIn;

/**
 * Ends a session whose account was disabled or got another password, or that is older than a working day; and sends
 * whoever has a temporary password to the page where they choose their own.
 */
class AccountGuard extends OncePerRequestFilter {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    static final String OWN_PASSWORD = "/password";

    private final Directory directory;

    AccountGuard(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            Optional<Standing> standing = directory.standing(signedIn.username());
            if (standing.isEmpty() || hasEnded(standing.get(), signedIn, request.getSession(false))) {
                end(request);
            } else if (standing.get().mustChangePassword() && !isAllowedBeforeChange(request)) {
                response.sendRedirect(OWN_PASSWORD);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean hasEnded(Standing standing, SignedIn signedIn, HttpSession session) {
        // Wall-clock time on purpose: sessions do not follow the service's clock.
        boolean tooOld = session != null
                && System.currentTimeMillis() - session.getCreationTime() > LONGEST_SESSION.toMillis();
        return standing.disabled() || signedIn.sessionVersion() < standing.sessionVersion() || tooOld;
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static boolean isAllowedBeforeChange(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(OWN_PASSWORD) || path.equals("/sign-out") || path.startsWith("/assets/")
                || path.equals("/error");
    }
}
