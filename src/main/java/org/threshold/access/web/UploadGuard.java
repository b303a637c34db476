package org.threshold.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses files from strangers before anybody looks at the request: already the search for its token would write them to
 * the disk, and a caseload may be large.
 */
class UploadGuard extends OncePerRequestFilter {

    private static final String UPLOADS = "/administration/caseload";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/") && !mayUpload(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean mayUpload(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return request.getServletPath().equals(UPLOADS) && who != null && who.isAuthenticated();
    }
}
