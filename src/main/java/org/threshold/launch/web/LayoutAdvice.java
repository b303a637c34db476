package org.threshold.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.threshold.access.AccessAlerts;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.PlaceOfWork;
import org.threshold.access.Presence;

/** What the frame of every page shows: who is signed in, where they may go, and what day it is. */
@ControllerAdvice
class LayoutAdvice {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private final CurrentOfficer currentOfficer;
    private final Permissions permissions;
    private final Presence presence;
    private final AccessAlerts alerts;
    private final Clock clock;
    private final boolean demonstration;

    LayoutAdvice(CurrentOfficer currentOfficer, Permissions permissions, Presence presence,
                 AccessAlerts alerts, Clock clock, Environment environment) {
        this.currentOfficer = currentOfficer;
        this.permissions = permissions;
        this.presence = presence;
        this.alerts = alerts;
        this.clock = clock;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request) {
        model.addAttribute("demonstration", demonstration);
        if (demonstration) {
            model.addAttribute("serviceDate", LocalDate.now(clock).format(DAY));
        }
        if (request.getUserPrincipal() != null) {
            signedIn(model, currentOfficer.get(), request.getRequestURI());
        }
    }

    private void signedIn(Model model, Officer officer, String path) {
        model.addAttribute("officer", officer);
        Navigation navigation = Navigation.of(permission -> permissions.allows(officer, permission), path);
        model.addAttribute("areas", navigation.areas());
        model.addAttribute("navigation", navigation.items());
        model.addAttribute("mayBreakGlass", permissions.allows(officer, Permission.BREAK_GLASS));
        model.addAttribute("mayMoveDate", demonstration && permissions.allows(officer, Permission.MOVE_SERVICE_DATE));
        // Only whoever can manage a restricted case is ever sent an alert: nobody else pays for the question.
        if (permissions.allows(officer, Permission.NAME_PEOPLE)) {
            model.addAttribute("unseenAlerts", alerts.unseen());
        }
        if (permissions.allows(officer, Permission.WORK_CASES)) {
            model.addAttribute("whereabouts", whereabouts(officer));
        }
    }

    private String whereabouts(Officer officer) {
        return presence.placeOf(officer.username(), LocalDate.now(clock)).filter(PlaceOfWork::declared)
                .map(place -> place.words() + " today").orElse("Where are you working today?");
    }
}
