package org.threshold.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Reads the files of a form that {@link UploadGuard} let in, once its token and its sender have been looked at. */
class UploadReader extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        StreamedUpload upload = WebUtils.getNativeRequest(request, StreamedUpload.class);
        if (upload == null) {
            chain.doFilter(request, response);
            return;
        }
        try (upload) {
            if (isRead(upload)) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
    }

    private static boolean isRead(StreamedUpload upload) throws IOException {
        try {
            upload.readFiles();
            return true;
        } catch (FileUploadException unreadable) {
            return false;
        }
    }
}
