package org.threshold.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.threshold.access.CaseAccess;
import org.threshold.access.NoSuchCase;
import org.threshold.access.NotPermitted;
import org.threshold.access.Operation;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.audit.CaseViews;
import org.threshold.audit.PartOfAPage;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.MistypedReference;

/**
 * Stands before every route: what does not say which operation it is, or why it is open, is refused. A route about a
 * case ({@code {reference}} in its pattern) is checked for that case, before anything of it runs; a look at the case is
 * then recorded.
 */
@Configuration(proxyBeanMethods = false)
class GuardedRoutes implements WebMvcConfigurer, HandlerInterceptor {

    static final String CASE = "reference";

    private final Permissions permissions;
    private final CaseAccess access;
    private final CaseViews views;

    GuardedRoutes(Permissions permissions, CaseAccess access, CaseViews views) {
        this.permissions = permissions;
        this.access = access;
        this.views = views;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route) {
            Operation operation = RouteOperations.of(route, request.getRequestURI()).orElseThrow(
                    () -> new NotPermitted("You cannot ask for this address. Nobody may."));
            if (!operation.isOpen()) {
                check(operation.permission(), route, request);
            }
        }
        return true;
    }

    private void check(Permission permission, HandlerMethod route, HttpServletRequest request) {
        String reference = caseOf(request);
        if (reference == null) {
            permissions.require(permission);
            return;
        }
        CaseReference asked = parse(reference);
        access.require(permission, asked);
        if (isView(request) && !route.hasMethodAnnotation(PartOfAPage.class)) {
            views.viewed(asked.value(), (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        }
    }

    private static boolean isView(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    @SuppressWarnings("unchecked")
    private static String caseOf(HttpServletRequest request) {
        Map<String, String> variables = (Map<String, String>) request.getAttribute(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? null : variables.get(CASE);
    }

    /** A mistyped address is an address where nothing is. */
    private static CaseReference parse(String reference) {
        try {
            return CaseReferences.parse(reference);
        } catch (MistypedReference mistyped) {
            throw new NoSuchCase(reference);
        }
    }
}
