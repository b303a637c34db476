package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
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
import org.threshold.casefile.CaseFile;
import org.threshold.homelessness.Death;
import org.threshold.homelessness.Deaths;

/** Records that an applicant has died. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/death")
class DeathController {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 1000;

    private final CaseFrame frame;
    private final Deaths deaths;
    private final Clock clock;

    DeathController(CaseFrame frame, Deaths deaths, Clock clock) {
        this.frame = frame;
        this.deaths = deaths;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        frame.show(model, reference, "");
        return page(model, TypedForm.empty().withDate("told", LocalDate.now(clock)));
    }

    @PostMapping
    String record(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "died-day", "died-month", "died-year", "told-day", "told-month",
                "told-year", "toldBy", "how", "kin", "sure");
        CaseFile file = frame.show(model, reference, "");
        LocalDate died = form.date("died", "The day of the death");
        LocalDate told = form.date("told", "The day you were told");
        if (told == null && form.error("told") == null) {
            form.wrong("told", "Enter the day you were told");
        }
        String toldBy = form.required("toldBy", LONGEST_NAME, "Who told us", "Enter who told us");
        String how = form.required("how", LONGEST, "How we know", "Enter how we know that it is so");
        String kin = form.optional("kin", LONGEST, "Next of kin and belongings");
        if (!form.ticked("sure")) {
            form.wrong("sure", "Tick that you have made sure");
        }
        if (!form.isWrong()) {
            Refusals.into(form, () -> deaths.record(file.reference(), new Death(died, told, toldBy, how, kin)));
        }
        if (form.isWrong()) {
            return page(model, form);
        }
        redirect.addFlashAttribute("confirmation", "The death was recorded. Nothing goes out in their name any more.");
        return "redirect:/cases/" + file.reference();
    }

    private static String page(Model model, TypedForm form) {
        model.addAttribute("form", form);
        return "casepage/death";
    }
}
