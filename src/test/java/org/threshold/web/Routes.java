package org.threshold.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the service answers, as it is mapped: whoever adds a route has it attacked too. */
final class Routes {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)[^}]*}");

    /** @param pattern such as {@code /cases/{reference}/notes} */
    record Route(String method, String pattern) {

        /** The address with those values in place of its variables; {@code 1} where none is given. */
        String with(Map<String, String> values) {
            Matcher variables = VARIABLE.matcher(pattern.replace("/**", "/x"));
            return variables.replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "1")));
        }

        boolean hasVariable() {
            return pattern.contains("{");
        }

        boolean changes() {
            return !method.equals("GET");
        }

        /** Answered without a session and with a token of its own, or to other systems, such as the sign-in provider. */
        boolean isPublicOrApi() {
            return pattern.startsWith("/sign-in/") || pattern.startsWith("/refer") && !pattern.startsWith("/referrals") || pattern.startsWith("/api/")
                    || pattern.startsWith("/calendar/") || pattern.startsWith("/v3/") || pattern.equals("/error");
        }
    }

    private Routes() {
    }

    static List<Route> all(Collection<RequestMappingHandlerMapping> mappings) {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()).flatMap(Routes::of)
                .distinct().sorted(java.util.Comparator.comparing(Route::pattern).thenComparing(Route::method)).toList();
    }

    private static Stream<Route> of(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        List<RequestMethod> asked = methods.isEmpty() ? Arrays.asList(RequestMethod.GET, RequestMethod.POST)
                : List.copyOf(methods);
        return asked.stream().flatMap(method -> mapping.getPatternValues().stream()
                .map(pattern -> new Route(method.name(), pattern)));
    }
}
