package org.threshold.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.threshold.access.Directory;
import org.threshold.access.Directory.Standing;
import org.threshold.access.SessionEnd;
import org.threshold.access.SessionRegistry;
import org.threshold.access.SignedIn;

/**
 * Ends a session whose account was disabled or got another password, that somebody ended, or that is past one of its
 * limits; and sends whoever has a temporary password to the page where they choose their own.
 */
class AccountGuard extends OncePerRequestFilter {

    static final String OWN_PASSWORD = "/password";
    /** The request's attribute that says why the session it came with is over: a {@link SessionEnd}. */
    static final String ENDED = AccountGuard.class.getName() + ".ended";

    private final Directory directory;
    private final SessionRegistry sessions;

    AccountGuard(Directory directory, SessionRegistry sessions) {
        this.directory = directory;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            Optional<Standing> standing = directory.standing(signedIn.username());
            Optional<SessionEnd> end = end(standing, signedIn);
            if (end.isPresent()) {
                end(request, end.get());
            } else if (standing.get().mustChangePassword() && !isAllowedBeforeChange(request)) {
                response.sendRedirect(OWN_PASSWORD);
                return;
            } else if (signedIn.session() != null) {
                sessions.seen(signedIn.session());
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<SessionEnd> end(Optional<Standing> standing, SignedIn signedIn) {
        if (standing.isEmpty() || standing.get().disabled()
                || signedIn.sessionVersion() < standing.get().sessionVersion()) {
            return Optional.of(SessionEnd.ACCOUNT);
        }
        return signedIn.session() == null ? Optional.empty() : sessions.ended(signedIn.session());
    }

    private static void end(HttpServletRequest request, SessionEnd why) {
        request.setAttribute(ENDED, why);
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
