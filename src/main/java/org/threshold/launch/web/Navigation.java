package org.threshold.launch.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.threshold.access.Permission;

/**
 * Where somebody may go from the page on which they are.
 *
 * @param areas the kinds of work that they do, each leading to its first page; empty for somebody who has one only
 * @param items the pages of the area in which they are
 */
record Navigation(List<NavigationItem> areas, List<NavigationItem> items) {

    private enum Area {
        WORK("Work"), BOARD("Board"), CASES("Cases"), ACCOMMODATION("Accommodation"), CHARGES("Charges and claims"), SERVICE("Service");

        private final String label;

        Area(String label) {
            this.label = label;
        }
    }

    private record Destination(Area area, String label, String href, Permission permission) {
    }

    private static final List<Destination> DESTINATIONS = List.of(
            new Destination(Area.WORK, "My work", "/work", Permission.WORK_CASES),
            new Destination(Area.WORK, "Team queue", "/work/team", Permission.WORK_CASES),
            new Destination(Area.WORK, "New approach", "/approaches/new", Permission.TAKE_APPROACH),
            new Destination(Area.WORK, "Out of hours", "/out-of-hours", Permission.TAKE_APPROACH),
            new Destination(Area.WORK, "Appointments", "/appointments", Permission.WORK_CASES),
            new Destination(Area.WORK, "Times for appointments", "/appointments/slots", Permission.KEEP_SLOTS),
            new Destination(Area.WORK, "Keys that wait", "/keys", Permission.RELEASE_KEYS),
            new Destination(Area.WORK, "Overdue", "/work/overdue", Permission.UNBLOCK_OVERDUE),
            new Destination(Area.WORK, "Reviews", "/reviews", Permission.UNBLOCK_OVERDUE),
            new Destination(Area.WORK, "Quality audits", "/quality-audits", Permission.DRAW_AUDITS),
            new Destination(Area.WORK, "Everything", "/work/all", Permission.SEE_ALL_WORK),
            new Destination(Area.BOARD, "Now", "/board/now", Permission.VIEW_BOARD),
            new Destination(Area.BOARD, "Where it waits", "/board/where-it-waits", Permission.VIEW_BOARD),
            new Destination(Area.BOARD, "Flow over time", "/board/flow", Permission.VIEW_BOARD),
            new Destination(Area.BOARD, "Workload", "/board/workload", Permission.VIEW_BOARD),
            new Destination(Area.BOARD, "Escalations", "/board/escalations", Permission.VIEW_BOARD),
            new Destination(Area.BOARD, "Targets", "/board/targets", Permission.VIEW_BOARD),
            new Destination(Area.BOARD, "Analyse a log", "/event-logs", Permission.ANALYSE_LOGS),
            new Destination(Area.BOARD, "Take the log out", "/event-logs/export", Permission.EXPORT_LOG),
            new Destination(Area.CASES, "Find a case", "/cases", Permission.VIEW_CASES),
            new Destination(Area.CASES, "Next actions", "/next-actions", Permission.WORK_CASES),
            new Destination(Area.CASES, "Letters to chase", "/letters-to-chase", Permission.WORK_CASES),
            new Destination(Area.CASES, "Referrals", "/referrals", Permission.VIEW_CASES),
            new Destination(Area.CASES, "Restricted cases", "/restricted", Permission.VIEW_CASES),
            new Destination(Area.CASES, "Emergency access", "/emergency-access", Permission.BREAK_GLASS),
            new Destination(Area.CASES, "H-CLIC", "/h-clic", Permission.VIEW_CASES),
            new Destination(Area.CASES, "Quarterly return", "/h-clic/quarters", Permission.VIEW_RETURN),
            new Destination(Area.ACCOMMODATION, "Units", "/units", Permission.VIEW_UNITS),
            new Destination(Area.ACCOMMODATION, "Bed and breakfast", "/bed-and-breakfast", Permission.VIEW_CASES),
            new Destination(Area.ACCOMMODATION, "Moving on", "/moving-on", Permission.SEE_ALL_WORK),
            new Destination(Area.ACCOMMODATION, "Barriers to moving on", "/moving-on/barriers", Permission.WORK_CASES),
            new Destination(Area.ACCOMMODATION, "Host notices", "/notices", Permission.SEE_ALL_WORK),
            new Destination(Area.ACCOMMODATION, "Policies", "/placement-policies", Permission.KEEP_POLICIES),
            new Destination(Area.ACCOMMODATION, "Keys released", "/keys/releases", Permission.ASSIGN_WORK),
            new Destination(Area.CHARGES, "Arrears", "/arrears", Permission.SEE_ALL_WORK),
            new Destination(Area.CHARGES, "Arrears proposals", "/arrears/proposals", Permission.VIEW_CASES),
            new Destination(Area.CHARGES, "Payments", "/payments", Permission.IMPORT_PAYMENTS),
            new Destination(Area.CHARGES, "Benefit claims", "/benefit/claims", Permission.WORK_CASES),
            new Destination(Area.CHARGES, "Benefit files", "/benefit/files", Permission.EXCHANGE_CLAIMS),
            new Destination(Area.SERVICE, "Duty managers", "/duty-managers", Permission.NAME_DUTY_MANAGER),
            new Destination(Area.SERVICE, "Processes", "/processes", Permission.VIEW_PROCESSES),
            new Destination(Area.SERVICE, "Letters", "/letters", Permission.VIEW_PROCESSES),
            new Destination(Area.SERVICE, "Incidents", "/incidents", Permission.VIEW_INCIDENTS),
            new Destination(Area.SERVICE, "Messages", "/messages", Permission.VIEW_INCIDENTS),
            new Destination(Area.SERVICE, "Audit", "/audit", Permission.SEARCH_AUDIT),
            new Destination(Area.SERVICE, "Permissions", "/permissions", Permission.VIEW_PERMISSIONS),
            new Destination(Area.SERVICE, "People and teams", "/administration/people", Permission.MANAGE_PEOPLE),
            new Destination(Area.SERVICE, "Calendar", "/administration/calendar", Permission.MANAGE_CALENDAR),
            new Destination(Area.SERVICE, "Bring over a caseload", "/administration/caseload",
                    Permission.IMPORT_CASELOAD));

    static Navigation of(Predicate<Permission> allowed, String path) {
        List<Destination> reached = DESTINATIONS.stream().filter(each -> allowed.test(each.permission)).toList();
        Optional<Destination> here = reached.stream().filter(each -> leadsTo(each.href, path))
                .max(Comparator.comparingInt(each -> each.href.length()));
        Area area = here.map(Destination::area).orElse(reached.isEmpty() ? Area.WORK : reached.get(0).area);
        List<NavigationItem> areas = Arrays.stream(Area.values())
                .flatMap(each -> reached.stream().filter(page -> page.area == each).limit(1))
                .map(first -> new NavigationItem(first.area.label, first.href, here.isPresent() && first.area == area))
                .toList();
        return new Navigation(areas.size() > 1 ? areas : List.of(), reached.stream().filter(page -> page.area == area)
                .map(page -> new NavigationItem(page.label, page.href, here.filter(page::equals).isPresent())).toList());
    }

    /** A step is opened from a list of work, and an alert is about a restricted case. */
    private static boolean leadsTo(String href, String path) {
        return path.equals(href) || path.startsWith(href + "/")
                || href.equals("/work") && path.startsWith("/steps/")
                || href.equals("/restricted") && path.startsWith("/alerts");
    }
}
