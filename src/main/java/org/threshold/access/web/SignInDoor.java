package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.threshold.access.SessionEnd;
import org.threshold.access.SignedIn;

/**
 * Sends whoever is not signed in to the sign-in page, and remembers in the address where they wanted to go. A form sent
 * after the session ran out is kept, and they go on to it; also where they have signed in again meanwhile, in another
 * window, so that the form's token is of the session before.
 */
@Component
class SignInDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String PATH = "/sign-in";

    private final Unsent unsent;

    SignInDoor(Unsent unsent) {
        this.unsent = unsent;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.sendRedirect(address(ended(request), withQuery(request), ""));
        } else {
            tooLate(request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (!(denied instanceof CsrfException)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (signedIn() == null) {
            tooLate(request, response);
        } else {
            Optional<String> kept = unsent.keep(request, signedIn(), referringPage(request));
            if (kept.isPresent()) {
                response.sendRedirect(kept.get());
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        }
    }

    private void tooLate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().equals("/sign-out")) {
            response.sendRedirect(PATH + "?signedOut");
            return;
        }
        if (request.getRequestURI().equals(PATH)) {
            response.sendRedirect(address("stale", request.getParameter("continue"), ""));
            return;
        }
        Optional<String> kept = unsent.keep(request, null, referringPage(request));
        String why = ended(request) == null ? "expired" : ended(request);
        response.sendRedirect(address(why, kept.orElseGet(() -> referringPage(request)),
                kept.isPresent() ? "&kept" : "&unsent"));
    }

    /** The token is looked at before the request knows its person. */
    private static String signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn.username() : null;
    }

    /** Which words the sign-in page has for it; null where nobody was signed in. */
    private static String ended(HttpServletRequest request) {
        if (request.getAttribute(AccountGuard.ENDED) instanceof SessionEnd end) {
            return switch (end) {
                case IDLE -> "expired";
                case LONGEST -> "longest";
                default -> "ended";
            };
        }
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid() ? "expired" : null;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String address(String why, String wanted, String more) {
        String reason = why == null ? "" : why + "&";
        String path = SafePath.of(wanted);
        String address = path.equals(SafePath.FIRST_PAGE) ? PATH + (why == null ? "" : "?" + why)
                : PATH + "?" + reason + "continue=" + encoded(path);
        return address + more;
    }

    private static String withQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String referringPage(HttpServletRequest request) {
        try {
            URI referrer = URI.create(String.valueOf(request.getHeader("Referer")));
            if (!request.getServerName().equalsIgnoreCase(referrer.getHost())) {
                return SafePath.FIRST_PAGE;
            }
            String query = referrer.getRawQuery();
            return referrer.getRawPath() + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException notAnAddress) {
            return SafePath.FIRST_PAGE;
        }
    }
}
