package org.threshold.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.threshold.audit.Origin;
import org.threshold.audit.Origin.Via;

/** From where this thread was asked to act. */
@Component
class Origins {

    private final Origin withoutRequest;

    /** @param command whether the program was started for one command; {@code launch} says so */
    Origins(@Value("${threshold.command:false}") boolean command) {
        this.withoutRequest = command ? new Origin(Via.COMMAND, null) : Origin.background();
    }

    Origin now() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return of(attributes.getRequest());
        }
        return withoutRequest;
    }

    private static Origin of(HttpServletRequest request) {
        boolean api = request.getRequestURI().startsWith("/api/") || request.getRequestURI().startsWith("/v3/");
        return new Origin(api ? Via.API : Via.PAGE, request.getRemoteAddr());
    }
}
