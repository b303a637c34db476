package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;

/** How a household leaves one placement: begun, told, called off, and what was done. */
@Controller
@RequestMapping("/cases/{reference}/placements/{placementId}/leaving")
class LeavingController {

    private static final int LONGEST = 1000;

    private final CaseFrame frame;
    private final PlacementStays stays;
    private final Leaving leaving;
    private final Units units;

    LeavingController(CaseFrame frame, PlacementStays stays, Leaving leaving, Units units) {
        this.frame = frame;
        this.stays = stays;
        this.leaving = leaving;
        this.units = units;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, @PathVariable long placementId, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return page(model, TypedForm.empty().withDate("leaveBy", leaving.usualNotice()), of, stays.of(of, placementId));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/begin")
    String begin(@PathVariable String reference, @PathVariable long placementId,
                 @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "reason", "leaveBy-day", "leaveBy-month", "leaveBy-year");
        CaseReference of = frame.show(model, reference, "").reference();
        Placement placement = stays.of(of, placementId);
        PlacementEnd reason = form.choice("reason", PlacementEnd.class, "Select why they leave");
        if (reason == null && form.error("reason") == null) {
            form.wrong("reason", "Select why they leave");
        }
        LocalDate leaveBy = form.date("leaveBy", "The last day");
        if (leaveBy == null && form.error("leaveBy") == null) {
            form.wrong("leaveBy", "Enter the last day on which they may stay");
        }
        if (!form.isWrong()) {
            Refusals.into(form, () -> leaving.begin(placement.id(), reason, leaveBy));
        }
        return form.isWrong() ? page(model, form, of, placement)
                : done(redirect, of, placementId, "The step “Plan the leaving” is open.");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/call-off")
    String callOff(@PathVariable String reference, @PathVariable long placementId,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "whyStay");
        CaseReference of = frame.show(model, reference, "").reference();
        Placement placement = stays.of(of, placementId);
        String why = form.required("whyStay", LONGEST, "The reason", "Enter why they stay");
        if (!form.isWrong()) {
            Refusals.into(form, () -> leaving.callOff(of, placementId, why));
        }
        return form.isWrong() ? page(model, form, of, placement) : done(redirect, of, placementId, "They stay.");
    }

    private static String done(RedirectAttributes redirect, CaseReference of, long placementId, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + of + "/placements/" + placementId + "/leaving";
    }

    private String page(Model model, TypedForm form, CaseReference of, Placement placement) {
        model.addAttribute("form", form);
        model.addAttribute("placement", placement);
        model.addAttribute("unit", placement.unitId() == null ? null : units.get(placement.unitId()));
        model.addAttribute("leavings", leaving.of(of).stream()
                .filter(each -> each.placementId() == placement.id()).toList());
        model.addAttribute("open", leaving.open(of, placement.id()).orElse(null));
        model.addAttribute("reasons", Arrays.stream(PlacementEnd.values())
                .map(end -> new Option(end.name(), end.words())).toList());
        return "casepage/leaving";
    }
}
