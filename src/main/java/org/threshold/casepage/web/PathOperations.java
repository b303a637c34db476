package org.threshold.casepage.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.threshold.access.Operation;
import org.threshold.access.Permission;

/** Which permissions the pages below a case's address need, read from the routes themselves. */
@Component
class PathOperations {

    private record Route(String pattern, Permission permission) {
    }

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private List<Route> routes;

    PathOperations(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** @param path what follows the case's own address; looked at and sent both count */
    Stream<Permission> of(String path) {
        return routes().stream().filter(route -> route.pattern().equals("/cases/{reference}" + path))
                .map(Route::permission).distinct();
    }

    /** Read when first asked, because the routes know controllers and a controller knows this. */
    private synchronized List<Route> routes() {
        if (routes == null) {
            routes = mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                    .flatMap(entry -> Operation.of(entry.getValue().getMethod(), entry.getValue().getBeanType())
                            .filter(operation -> !operation.isOpen()).stream()
                            .flatMap(operation -> patterns(entry.getKey().getPatternValues(), operation)))
                    .toList();
        }
        return routes;
    }

    private static Stream<Route> patterns(Set<String> patterns, Operation operation) {
        return patterns.stream().map(pattern -> new Route(pattern, operation.permission()));
    }
}
