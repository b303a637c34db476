package org.threshold.launch.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.threshold.access.Operation;
import org.threshold.access.Permission;

/** Every route of the service with the operation that it is, read from the routes as they are mapped. */
@Component
class PermissionRoutes {

    /** One address asked in one way. {@code operation} is null where nobody said which it is. */
    record Route(String method, String pattern, Operation operation) {
    }

    private static final Comparator<Route> BY_ADDRESS = Comparator.comparing(Route::pattern).thenComparing(Route::method);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    PermissionRoutes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    List<Route> all() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()).stream()).sorted(BY_ADDRESS).toList();
    }

    /** The addresses that are that operation, each with what may be done there: "look", "send", or both. */
    List<String> pages(Permission permission) {
        Map<String, Set<String>> ways = new TreeMap<>();
        all().stream().filter(route -> route.operation() != null && route.operation().permission() == permission)
                .forEach(route -> ways.computeIfAbsent(route.pattern(), none -> new TreeSet<>())
                        .add(route.method().equals("GET") ? "look" : "send"));
        return ways.entrySet().stream().map(way -> way.getKey() + " (" + String.join(", ", way.getValue()) + ")").toList();
    }

    /** Addresses for which no permission is needed, by the reason. */
    Map<String, List<String>> open() {
        return all().stream().filter(route -> route.operation() != null && route.operation().isOpen())
                .collect(Collectors.groupingBy(route -> route.operation().openBecause(), TreeMap::new,
                        Collectors.mapping(Route::pattern, Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new),
                                List::copyOf))));
    }

    private static List<Route> routes(RequestMappingInfo mapped, HandlerMethod handler) {
        Set<RequestMethod> methods = mapped.getMethodsCondition().getMethods();
        List<Route> routes = new ArrayList<>();
        for (String pattern : mapped.getPatternValues()) {
            Operation operation = RouteOperations.of(handler, pattern).orElse(null);
            (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                    .forEach(method -> routes.add(new Route(method.name(), pattern, operation)));
        }
        return routes;
    }
}
