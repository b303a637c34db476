package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.PlaceOfWork;
import org.threshold.access.Presence;

/** Begins the session, and goes on to the page that was wanted; caseworkers who have not yet said where they work today are asked first. */
@Component
class AfterSignIn implements AuthenticationSuccessHandler {

    private final CurrentOfficer current;
    private final Permissions permissions;
    private final Presence presence;
    private final Clock clock;
    private final NewSession sessions;

    AfterSignIn(CurrentOfficer current, Permissions permissions, Presence presence, Clock clock,
                NewSession sessions) {
        this.current = current;
        this.permissions = permissions;
        this.presence = presence;
        this.clock = clock;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
                                        Authentication authentication) throws IOException {
        sessions.begin(authentication, request, response);
        String remembered = (String) request.getAttribute(ProviderSignIn.CONTINUE);
        String wanted = SafePath.of(remembered == null ? request.getParameter("continue") : remembered);
        response.sendRedirect(mustSayWhere(current.get())
                ? "/presence?continue=" + SignInDoor.encoded(wanted) : wanted);
    }

    private boolean mustSayWhere(Officer officer) {
        return permissions.allows(officer, Permission.WORK_CASES)
                && presence.placeOf(officer.username(), LocalDate.now(clock)).filter(PlaceOfWork::declared).isEmpty();
    }
}
