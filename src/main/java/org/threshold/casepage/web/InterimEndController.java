package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.threshold.accommodation.Placement;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.moveon.InterimEnds;

/** Interim accommodation that is owed no more: tells the household when it must leave. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/interim-end")
class InterimEndController implements CaseActions {

    private static final int LONGEST = 4000;

    private final CaseFrame frame;
    private final InterimEnds interim;

    InterimEndController(CaseFrame frame, InterimEnds interim) {
        this.frame = frame;
        this.interim = interim;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        if (interim.open(file.reference()).isEmpty()) {
            return List.of();
        }
        return List.of(new CaseAction(Group.EVENT, 45, "End interim accommodation", "/interim-end",
                interim.over(file.reference()).isPresent()));
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(model, frame.show(model, reference, "").reference(),
                TypedForm.empty().withDate("leaveBy", interim.usualDay()));
    }

    @PostMapping
    String save(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        CaseReference of = frame.show(model, reference, "").reference();
        TypedForm form = TypedForm.of(posted, "leaveBy-day", "leaveBy-month", "leaveBy-year", "reasons");
        LocalDate leaveBy = form.date("leaveBy", "The last day");
        if (leaveBy == null && form.error("leaveBy") == null) {
            form.wrong("leaveBy", "Enter the day by which they must leave");
        }
        String reasons = form.required("reasons", LONGEST, "The reasons", "Enter why the time is reasonable, for the letter");
        Optional.ofNullable(leaveBy).flatMap(interim::wrongDay).ifPresent(why -> form.wrong("leaveBy", why));
        Optional<Placement> placement = interim.open(of).stream().findFirst();
        if (placement.isEmpty()) {
            form.wrong("leaveBy", "No interim accommodation of this case waits for its end");
        }
        if (!form.isWrong()) {
            Refusals.into(form, () -> interim.end(of, placement.get().id(), leaveBy, reasons));
        }
        if (form.isWrong()) {
            return page(model, of, form);
        }
        redirect.addFlashAttribute("confirmation", "The letter is written. A second person reads it before it leaves.");
        return "redirect:/cases/" + of + "/letters";
    }

    private String page(Model model, CaseReference of, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("placements", interim.open(of));
        model.addAttribute("over", interim.over(of).orElse(null));
        return "casepage/interim-end";
    }
}
