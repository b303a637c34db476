package org.threshold.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.threshold.access.UploadPlace;

/**
 * Refuses files from strangers, and where none is asked for, before anybody looks at the request: already the search for
 * its token would write them to the disk, and a caseload may be large.
 */
class UploadGuard extends OncePerRequestFilter {

    private static final Set<String> UPLOADS = Set.of("/administration/caseload", "/payments", "/benefit/files/in");
    /** Nobody waits for more; what comes after it is not read. */
    private static final long MOST_READ = 1L << 30;

    private final List<UploadPlace> places;

    UploadGuard(List<UploadPlace> places) {
        this.places = places;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!UploadPlace.isFormWithFiles(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<UploadPlace> place = places.stream().filter(each -> each.reads(request)).findFirst();
        if (!isSignedIn() || place.isEmpty() && !UPLOADS.contains(request.getServletPath())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (place.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            read(request, response, chain, place.get());
        }
    }

    private static void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
                             UploadPlace place) throws ServletException, IOException {
        StreamedUpload upload;
        try {
            upload = new StreamedUpload(request, place.largest(), MOST_READ);
        } catch (FileUploadException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(upload, response);
    }

    private static boolean isSignedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated();
    }
}
