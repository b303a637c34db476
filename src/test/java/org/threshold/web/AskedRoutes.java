package org.threshold.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route that the running service has, as questions that a test fills in. */
final class AskedRoutes {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(:[^}]*)?}");

    private AskedRoutes() {
    }

    /** One way to ask a route. */
    record Route(String method, String pattern) {

        boolean isGet() {
            return method.equals("GET");
        }

        boolean has(String variable) {
            return variables().contains(variable);
        }

        List<String> variables() {
            List<String> names = new ArrayList<>();
            Matcher found = VARIABLE.matcher(pattern);
            while (found.find()) {
                names.add(found.group(1));
            }
            return names;
        }

        /** The address with these values; what is not given gets the fallback. */
        String with(Map<String, String> values, String fallback) {
            return VARIABLE.matcher(pattern).replaceAll(found ->
                    Matcher.quoteReplacement(values.getOrDefault(found.group(1), fallback)));
        }
    }

    static List<Route> of(Collection<? extends RequestMappingInfoHandlerMapping> mappings) {
        Map<String, Route> routes = new TreeMap<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                    for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                        routes.put(pattern + " " + method, new Route(method.name(), pattern));
                    }
                }
            }
        }
        return routes.values().stream().filter(route -> !route.pattern().startsWith("/actuator")
                        && !route.pattern().equals("/error") && !route.pattern().startsWith("${") && !route.pattern().startsWith("/v3/"))
                .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method)).toList();
    }
}
