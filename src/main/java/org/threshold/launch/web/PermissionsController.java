package org.threshold.launch.web;

import java.util.List;
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
        model.addAttribute("routes", routes);
        return "launch/permissions";
    }
}
