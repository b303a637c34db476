package org.threshold.launch.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.threshold.access.UploadPlace;

/**
 * Refuses a request of which the server could read only a part, or whose sender's address is none. Tomcat by itself leaves out what it cannot read (a
 * broken escape, a form too large, too many fields) and goes on with the rest, so that an answer would be lost without
 * a word. Stands before security, whose token would be among the missing, and after the choice of UTF-8.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class WholeRequests extends OncePerRequestFilter {

    private static final Set<FailReason> TOO_MUCH = Set.of(FailReason.POST_TOO_LARGE, FailReason.TOO_MANY_PARAMETERS);

    /** What went wrong is shown there by the server itself; asked for as a page, nothing went wrong. */
    private static final String PAGE_OF_ERRORS = "/error";
    /** As a proxy may write it, with a port or without; it goes into logs, the audit and the counting of tries. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z.:%_\\[\\]-]{1,64}");

    private final List<UploadPlace> uploads;

    /** @param uploads what is sent there is read piece by piece, and never by the server itself */
    WholeRequests(List<UploadPlace> uploads) {
        this.uploads = uploads;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int refused = refusal(request);
        if (refused == 0) {
            chain.doFilter(request, response);
        } else if (!response.isCommitted()) {
            // Else the caller fell silent half way, the server has given up on them, and there is nobody to tell.
            EarlyAnswers.protect(response);
            response.sendError(refused);
        }
    }

    /** The status to refuse it with, or 0. */
    private int refusal(HttpServletRequest request) throws IOException {
        if (!ADDRESS.matcher(request.getRemoteAddr()).matches()) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (request.getServletPath().equals(PAGE_OF_ERRORS)) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (UploadPlace.isFormWithFiles(request)) {
            // Read, or refused, by those who stand after it: not before it is known whether whoever sends it may.
            if (uploads.stream().anyMatch(upload -> upload.reads(request))) {
                request.getInputStream();
            }
            return 0;
        }
        FailReason failed = failure(request);
        return failed == null ? 0 : TOO_MUCH.contains(failed) ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                : HttpServletResponse.SC_BAD_REQUEST;
    }

    private static FailReason failure(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            return reason(request) == null ? FailReason.UNKNOWN : reason(request);
        }
        return reason(request);
    }

    private static FailReason reason(HttpServletRequest request) {
        if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) == null) {
            return null;
        }
        return request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) instanceof FailReason known ? known
                : FailReason.UNKNOWN;
    }
}
