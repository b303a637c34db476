package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.threshold.IntegrationTest;

/** Every route that the service has, asked for by a stranger. Whoever opens one more writes it down here. */
class PublicRoutesTest extends IntegrationTest {

    private static final Set<String> PUBLIC = Set.of(
            "GET /sign-in", "POST /sign-in", "GET /sign-in/provider", "GET /sign-in/signed-out",
            "GET /sign-in/not-admitted",
            "POST /sign-in/back-channel", "GET /sign-in/front-channel", "GET /error", "POST /error",
            "GET /refer", "POST /refer", "GET /refer/status", "POST /refer/status",
            "POST /api/referrals", "GET /v3/api-docs/referrals",
            "GET /calendar/1.ics");
    private static final AnonymousAuthenticationToken STRANGER = new AnonymousAuthenticationToken("key", "stranger",
            AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;
    @Autowired
    private WebInvocationPrivilegeEvaluator doors;

    @Test
    void theseRoutesAreOpenToStrangersAndNoOthers() {
        TreeSet<String> open = new TreeSet<>();
        routes().filter(this::isOpen).forEach(open::add);

        assertThat(open).containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    @Test
    void whatNoRouteAnswersIsClosedToo() {
        assertThat(Stream.of("GET /", "GET /refer/again", "POST /refer/again", "GET /refer/x", "GET /api/referrals",
                "POST /api/referrals/x", "PUT /api/referrals", "GET /v3/api-docs/other", "GET /v3/api-docs.yaml",
                "GET /actuator", "GET /sign-in/back-channel",
                "POST /sign-in/front-channel", "POST /sign-in/provider", "GET /not-sent/x",
                "GET /cases/TH-100001-E", "DELETE /refer").filter(this::isOpen)).isEmpty();
    }

    private Stream<String> routes() {
        Stream<String> mapped = mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(PublicRoutesTest::routesOf);
        return Stream.concat(mapped, Stream.of("GET /v3/api-docs/referrals", "POST /sign-in"));
    }

    private static Stream<String> routesOf(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Stream<RequestMethod> asked = methods.isEmpty() ? Stream.of(RequestMethod.GET, RequestMethod.POST)
                : methods.stream();
        return asked.flatMap(method -> mapping.getPatternValues().stream()
                .map(pattern -> method + " " + pattern.replaceAll("\\{[^}]*}", "1").replace("**", "x")));
    }

    private boolean isOpen(String route) {
        String[] parts = route.split(" ");
        return doors.isAllowed("", parts[1], parts[0], STRANGER);
    }
}
