package org.threshold.launch.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.PermissionTable;

/** Who may do what, for everybody to read. */
@Controller
class PermissionsController {

    private final PermissionRoutes routes;

    PermissionsController(PermissionRoutes routes) {
        this.routes = routes;
    }

    @Needs(Permission.VIEW_PERMISSIONS)
    @GetMapping("/permissions")
    String show(Model model) {
        List<PermissionTable.Line> lines = PermissionTable.lines();
        model.addAttribute("roles", PermissionTable.roles());
        model.addAttribute("onCases", lines.stream().filter(line -> !line.restricted().isEmpty()).toList());
        model.addAttribute("others", lines.stream().filter(line -> line.restricted().isEmpty()).toList());
        model.addAttribute("kinds", PermissionTable.KINDS_OF_SIGHT);
        model.addAttribute("relations", PermissionTable.RELATIONS);
        model.addAttribute("pages", pages(lines));
        model.addAttribute("open", routes.open());
        return "launch/permissions";
    }

    /** By the title of the operation, in the order of the tables; without those that no page is. */
    private Map<String, List<String>> pages(List<PermissionTable.Line> lines) {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        lines.forEach(line -> pages.put(line.title(), routes.pages(line.permission())));
        pages.values().removeIf(List::isEmpty);
        return pages;
    }
}
