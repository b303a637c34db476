package org.threshold.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.threshold.access.Permission;
import org.threshold.access.UploadPlace;

/**
 * Refuses files from strangers, from people who may not send them, and where none is asked for, before anybody looks at
 * the request: already the search for its token would write them to the disk, and a caseload may be large.
 */
class UploadGuard extends OncePerRequestFilter {

    private static final Map<String, Permission> UPLOADS = Map.of(
            "/administration/caseload", Permission.IMPORT_CASELOAD, "/payments", Permission.IMPORT_PAYMENTS,
            "/benefit/files/in", Permission.EXCHANGE_CLAIMS);
    /** Nobody waits for more; what comes after it is not read. */
    private static final long MOST_READ = 1L << 30;

    private final List<UploadPlace> places;
    private final Predicate<Permission> allows;
    private final AccessDeniedHandler refusal;

    /**
     * @param allows  whether whoever is signed in may do it
     * @param refusal says so where not
     */
    UploadGuard(List<UploadPlace> places, Predicate<Permission> allows, AccessDeniedHandler refusal) {
        this.places = places;
        this.allows = allows;
        this.refusal = refusal;
    }

    /** Where nobody sends files. */
    static UploadGuard closed() {
        return new UploadGuard(List.of(), permission -> false, (request, response, denied) ->
                response.sendError(HttpServletResponse.SC_FORBIDDEN));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!UploadPlace.isFormWithFiles(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<UploadPlace> place = places.stream().filter(each -> each.reads(request)).findFirst();
        Permission needed = place.map(UploadPlace::needs).orElse(UPLOADS.get(request.getServletPath()));
        if (!isSignedIn() || needed == null || !allows.test(needed)) {
            // From now on the server reads none of it by itself, not even for the page that says no.
            request.getInputStream();
            refuse(request, response, needed);
        } else if (place.isEmpty()) {
            readWhole(request, response, chain);
        } else {
            open(request, response, chain, place.get());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Permission needed)
            throws ServletException, IOException {
        if (isSignedIn() && needed != null) {
            refusal.handle(request, response, new AccessDeniedException("They may not " + needed.words()));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** The container reads it, and keeps to itself what it left out because it was too much. */
    private static void readWhole(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParts();
        } catch (IllegalStateException tooMuch) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        } catch (IOException | ServletException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void open(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
                             UploadPlace place) throws ServletException, IOException {
        StreamedUpload upload;
        try {
            upload = new StreamedUpload(request, place, MOST_READ);
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
