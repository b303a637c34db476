package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.ContactAttempt;
import org.threshold.homelessness.ContactAttempts;
import org.threshold.homelessness.ContactWay;
import org.threshold.homelessness.LostContacts;

/** The tries to reach a household, and the end of an approach whose household cannot be reached any more. */
@Controller
@RequestMapping("/cases/{reference}")
class ContactController {

    private static final int LONGEST_REASONS = 2000;
    private static final List<Option> REACHED = List.of(new Option("no", "No"), new Option("yes", "Yes"));

    private final CaseFrame frame;
    private final ContactQuestion question;
    private final ContactAttempts attempts;
    private final LostContacts lost;
    private final Approaches approaches;
    private final Clock clock;

    ContactController(CaseFrame frame, ContactAttempts attempts, LostContacts lost, Approaches approaches,
                      Clock clock, ContactQuestion question) {
        this.question = question;
        this.frame = frame;
        this.attempts = attempts;
        this.lost = lost;
        this.approaches = approaches;
        this.clock = clock;
    }

    @Needs(Permission.RECORD_CONTACT)
    @GetMapping("/attempts")
    String attempts(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        return attemptsPage(model, TypedForm.empty().withDate("on", LocalDate.now(clock)), file);
    }

    @Needs(Permission.RECORD_CONTACT)
    @PostMapping("/attempts")
    String attempts(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                    RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "way", "on-day", "on-month", "on-year", "reached", "what",
                ContactQuestion.FIELD);
        CaseFile file = frame.show(model, reference, "");
        ContactWay way = form.choice("way", ContactWay.class, "Select how you tried");
        if (way == null && form.error("way") == null || way == ContactWay.THEY_CAME) {
            form.wrong("way", "Select how you tried");
        }
        LocalDate on = form.date("on", "The day of the attempt");
        if (on == null && form.error("on") == null) {
            form.wrong("on", "Enter the day of the attempt");
        }
        if (!form.text("reached").matches("yes|no")) {
            form.wrong("reached", "Say whether you reached them");
        }
        String what = form.required("what", ContactAttempt.LONGEST, "What happened",
                "Enter what happened, in a few words");
        question.ask(model, form, file.reference(), "what");
        if (!form.isWrong()) {
            Refusals.into(form, () -> attempts.record(file.reference(), on, way, form.text("reached").equals("yes"),
                    what));
        }
        if (form.isWrong()) {
            return attemptsPage(model, form, file);
        }
        redirect.addFlashAttribute("confirmation", "The attempt was recorded.");
        return "redirect:/cases/" + file.reference() + "/attempts";
    }

    private String attemptsPage(Model model, TypedForm form, CaseFile file) {
        model.addAttribute("form", form);
        model.addAttribute("ways", ContactWay.oursToTry());
        model.addAttribute("reached", REACHED);
        model.addAttribute("attempts", attempts.of(file.reference()));
        model.addAttribute("missing", attempts.missing(file.reference()).orElse(null));
        model.addAttribute("running", approaches.running(file.reference()));
        return "casepage/attempts";
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/lost-contact")
    String lost(@PathVariable String reference, Model model) {
        return lostPage(model, TypedForm.empty(), frame.show(model, reference, ""));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/lost-contact")
    String lost(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "reasons", "safe", ContactQuestion.FIELD);
        CaseFile file = frame.show(model, reference, "");
        String reasons = form.required("reasons", LONGEST_REASONS, "Your reasons",
                "Enter why contact counts as lost, in a few words");
        question.ask(model, form, file.reference(), "reasons");
        if (!form.isWrong()) {
            Refusals.into(form, () -> lost.end(file.reference(), reasons, form.ticked("safe")));
        }
        if (form.isWrong()) {
            return lostPage(model, form, file);
        }
        redirect.addFlashAttribute("confirmation", "The approach has ended because contact is lost.");
        return "redirect:/cases/" + file.reference();
    }

    private String lostPage(Model model, TypedForm form, CaseFile file) {
        model.addAttribute("form", form);
        model.addAttribute("missing", attempts.missing(file.reference()).orElse(null));
        model.addAttribute("writable", lost.writable(file.reference()));
        model.addAttribute("running", approaches.running(file.reference()));
        return "casepage/lost-contact";
    }
}
