package org.threshold.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.threshold.access.SignInSettings;

/** 401 and 403 for other systems, as problem details (RFC 9457). */
@Component
class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;
    private final SignInSettings settings;

    ProblemAnswers(ObjectMapper json, SignInSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof OAuth2AuthenticationException refused
                && refused.getError() instanceof BearerTokenError error) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"" + error.getErrorCode() + "\""
                    + (error.getScope() == null ? "" : ", scope=\"" + error.getScope() + "\""));
            write(response, error.getHttpStatus(), error.getHttpStatus() == HttpStatus.FORBIDDEN
                    ? "The token does not give the scope that this interface needs."
                    : "The token is not valid here: look at its signature, issuer, time, audience and subject.", request);
            return;
        }
        if (settings.local()) {
            response.addHeader("WWW-Authenticate", "Basic realm=\"Threshold\", charset=\"UTF-8\"");
        }
        if (settings.api().isOn()) {
            response.addHeader("WWW-Authenticate", "Bearer scope=\"" + settings.api().scope() + "\"");
        }
        write(response, HttpStatus.UNAUTHORIZED, settings.local()
                ? "Sign in with the username and password of an account."
                : "Send a token of the council’s sign-in.", request);
    }

    /** The provider, which alone can say whether a token is good, does not answer. */
    void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "30");
        write(response, HttpStatus.SERVICE_UNAVAILABLE, "The token cannot be checked just now. Try again.", request);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(response, HttpStatus.FORBIDDEN, "This account may not do this.", request);
    }

    private void write(HttpServletResponse response, HttpStatus status, String detail, HttpServletRequest request)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
