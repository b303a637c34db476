package org.threshold.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.threshold.access.CaseAccess;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;
import org.threshold.casefile.CaseReferences;
import org.threshold.clock.ServiceClock;
import org.threshold.worklist.web.StepView;

/** Puts the notice of a restricted case on every page of that case and of its steps. */
@Configuration(proxyBeanMethods = false)
class RestrictionFrame implements WebMvcConfigurer, HandlerInterceptor {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private final RestrictedCases restricted;
    private final CaseAccess access;
    private final CurrentOfficer current;
    private final People people;
    private final Clock clock;

    RestrictionFrame(RestrictedCases restricted, CaseAccess access, CurrentOfficer current, People people, Clock clock) {
        this.restricted = restricted;
        this.access = access;
        this.current = current;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
                           ModelAndView page) {
        String reference = page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")
                ? null : caseOf(request, page);
        if (reference != null) {
            restricted.seen(reference).ifPresent(seen -> page.addObject("restriction", notice(seen)));
        }
    }

    @SuppressWarnings("unchecked")
    private static String caseOf(HttpServletRequest request, ModelAndView page) {
        Map<String, String> variables = (Map<String, String>) request.getAttribute(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables != null && variables.containsKey(GuardedRoutes.CASE)) {
            return CaseReferences.parse(variables.get(GuardedRoutes.CASE)).value();
        }
        return page.getModel().get("step") instanceof StepView step && step.restricted() ? step.reference() : null;
    }

    private RestrictionNotice notice(Restriction seen) {
        String me = current.get().username();
        Instant until = seen.names(me) ? null
                : seen.emergencyOf(me).map(Restriction.Emergency::until).orElse(null);
        return new RestrictionNotice(seen.caseReference(), seen.kind().title(), seen.reason().replaceAll("[.\\s]+$", ""),
                people.nameOf(seen.manager()), seen.managedBy(me), until == null ? null : moment(until),
                until == null ? null : left(Duration.between(clock.instant(), until)),
                access.allows(Permission.VIEW_CASES, CaseReferences.parse(seen.caseReference())));
    }

    private String moment(Instant until) {
        ZonedDateTime local = until.atZone(ServiceClock.LONDON);
        LocalDate today = LocalDate.now(clock);
        String day = local.toLocalDate().equals(today) ? "today"
                : local.toLocalDate().equals(today.plusDays(1)) ? "tomorrow" : "on " + DAY.format(local);
        return day + " at " + HOUR.format(local);
    }

    private static String left(Duration left) {
        long minutes = Math.max(1, left.toMinutes());
        String rest = minutes % 60 + (minutes % 60 == 1 ? " minute" : " minutes");
        long hours = minutes / 60;
        return hours == 0 ? rest : hours + (hours == 1 ? " hour " : " hours ") + rest;
    }
}
