package org.threshold.launch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

    private record Destination(String label, String href, Permission permission) {
    }

    private static final List<Destination> DESTINATIONS = List.of(
            new Destination("My work", "/work", Permission.WORK_CASES),
            new Destination("Team queue", "/work/team", Permission.WORK_CASES),
            new Destination("New approach", "/approaches/new", Permission.TAKE_APPROACH),
            new Destination("Out of hours", "/out-of-hours", Permission.TAKE_APPROACH),
            new Destination("Find a case", "/cases", Permission.VIEW_CASES),
            new Destination("Restricted cases", "/restricted", Permission.VIEW_CASES),
            new Destination("Emergency access", "/emergency-access", Permission.BREAK_GLASS),
            new Destination("Referrals", "/referrals", Permission.VIEW_CASES),
            new Destination("H-CLIC", "/h-clic", Permission.VIEW_CASES),
            new Destination("Quarterly return", "/h-clic/quarters", Permission.VIEW_RETURN),
            new Destination("Overdue", "/work/overdue", Permission.UNBLOCK_OVERDUE),
            new Destination("Everything", "/work/all", Permission.SEE_ALL_WORK),
            new Destination("Incidents", "/incidents", Permission.VIEW_INCIDENTS),
            new Destination("Messages", "/messages", Permission.VIEW_INCIDENTS),
            new Destination("Audit", "/audit", Permission.SEARCH_AUDIT),
            new Destination("Processes", "/processes", Permission.VIEW_PROCESSES),
            new Destination("Permissions", "/permissions", Permission.VIEW_PERMISSIONS),
            new Destination("People and teams", "/administration/people", Permission.MANAGE_PEOPLE),
            new Destination("Calendar", "/administration/calendar", Permission.MANAGE_CALENDAR),
            new Destination("Bring over a caseload", "/administration/caseload", Permission.IMPORT_CASELOAD));

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
        model.addAttribute("navigation", navigation(officer, path));
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

    private List<NavigationItem> navigation(Officer officer, String path) {
        String best = DESTINATIONS.stream().map(Destination::href)
                .filter(href -> path.equals(href) || path.startsWith(href + "/"))
                .max(java.util.Comparator.comparingInt(String::length))
                // A step is opened from a list of work; what is not in the menu marks nothing in it.
                .orElse(path.startsWith("/steps/") ? "/work" : path.startsWith("/alerts") ? "/restricted" : "");
        Stream<Destination> allowed = DESTINATIONS.stream().filter(d -> permissions.allows(officer, d.permission()));
        return allowed.map(d -> new NavigationItem(d.label(), d.href(), d.href().equals(best))).toList();
    }
}
