package org.threshold.launch.web;

import java.util.List;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.threshold.access.Operation;
import org.threshold.access.Permission;

/** Which operation each route is: by its own word, and here for the routes of the libraries. */
final class RouteOperations {

    /** The description that public bodies read before they have a key. */
    private static final String PUBLIC_DESCRIPTION = "/v3/api-docs/referrals";

    /** What is answered before any route is asked, by filters of security and of the server; for the page of permissions. */
    static final List<String> BEFORE_ROUTES = List.of("POST /sign-in", "POST /sign-out", "GET /sign-in/with/{provider}",
            "GET /sign-in/return", "GET /assets/**", "GET /favicon.ico");

    private RouteOperations() {
    }

    static Optional<Operation> of(HandlerMethod route, String path) {
        String owner = route.getBeanType().getName();
        if (owner.startsWith("org.springdoc.")) {
            return Optional.of(path.equals(PUBLIC_DESCRIPTION)
                    ? new Operation(null, "The description of the door for public bodies")
                    : new Operation(Permission.READ_API_DOCS, null));
        }
        if (owner.equals("org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController")) {
            return Optional.of(new Operation(null, "Says what went wrong"));
        }
        return Operation.of(route.getMethod(), route.getBeanType());
    }
}
