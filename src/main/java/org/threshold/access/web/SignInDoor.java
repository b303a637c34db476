package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.stereotype.Component;
import org.threshold.access.SignedIn;

/**
 * Sends whoever is not signed in to the sign-in page, and remembers in the address where they wanted to go. A form sent
 * after the session ran out arrives without a known token; that person also signs in again and returns to the page that
 * the form was on.
 */
@Component
class SignInDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String PATH = "/sign-in";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean page = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String wanted = page ? withQuery(request) : referringPage(request);
        response.sendRedirect(address(page ? null : "expired", wanted));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof MissingCsrfTokenException && !isSignedIn()) {
            response.sendRedirect(address("expired", referringPage(request)));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** The token is looked at before the request knows its person. */
    private static boolean isSignedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String address(String why, String wanted) {
        String reason = why == null ? "" : why + "&";
        String path = SafePath.of(wanted);
        return path.equals(SafePath.FIRST_PAGE) ? PATH + (why == null ? "" : "?" + why)
                : PATH + "?" + reason + "continue=" + encoded(path);
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
