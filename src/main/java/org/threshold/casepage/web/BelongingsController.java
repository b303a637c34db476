package org.threshold.casepage.web;

import java.util.Arrays;
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
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.Belongings;
import org.threshold.homelessness.BelongingsKept;

/** What the council keeps safe for a household, and its beginning and early end. */
@Controller
@RequestMapping("/cases/{reference}/belongings")
class BelongingsController {

    private static final int LONGEST = 1000;
    private static final int LONGEST_LIST = 2000;

    private final CaseFrame frame;
    private final BelongingsKept belongings;

    BelongingsController(CaseFrame frame, BelongingsKept belongings) {
        this.frame = frame;
        this.belongings = belongings;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(model, TypedForm.empty(), frame.show(model, reference, "").reference());
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/begin")
    String begin(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                 RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "danger", "whyUnable", "what");
        CaseReference of = frame.show(model, reference, "").reference();
        String danger = form.required("danger", LONGEST, "The danger", "Enter what may be lost or damaged, and how");
        String unable = form.required("whyUnable", LONGEST, "Why they cannot protect it",
                "Enter why the household cannot protect it");
        String what = form.required("what", LONGEST_LIST, "What it is", "Enter what there is to protect");
        if (!form.isWrong()) {
            Refusals.into(form, () -> belongings.begin(of, danger, unable, what));
        }
        return form.isWrong() ? page(model, form, of) : done(redirect, of,
                "The protection has begun. The step “Secure the belongings” is open.");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/end")
    String end(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
               RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "end", "words");
        CaseReference of = frame.show(model, reference, "").reference();
        Belongings.End end = form.choice("end", Belongings.End.class, "Select why it ends");
        if (end == null && form.error("end") == null) {
            form.wrong("end", "Select why it ends");
        }
        String what = form.required("words", LONGEST, "What happened", "Enter what happened, in a few words");
        if (!form.isWrong()) {
            Refusals.into(form, () -> belongings.endNow(of, end, what));
        }
        return form.isWrong() ? page(model, form, of) : done(redirect, of, "The protection has ended.");
    }

    private static String done(RedirectAttributes redirect, CaseReference of, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + of + "/belongings";
    }

    private String page(Model model, TypedForm form, CaseReference of) {
        Optional<Belongings> latest = belongings.latest(of);
        model.addAttribute("form", form);
        model.addAttribute("kept", latest.orElse(null));
        model.addAttribute("checks", latest.map(belongings::checks).orElse(List.of()));
        model.addAttribute("isDuty", belongings.isDuty(of));
        model.addAttribute("ends", Arrays.stream(Belongings.End.values())
                .map(end -> new Option(end.name(), end.words())).toList());
        return "casepage/belongings";
    }
}
