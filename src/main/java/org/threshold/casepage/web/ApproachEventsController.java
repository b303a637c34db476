package org.threshold.casepage.web;

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
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.Approaches;

/** What the household tells us outside any step: that they withdraw, or are back in touch. */
@Controller
@RequestMapping("/cases/{reference}")
class ApproachEventsController {

    private static final int LONGEST = 1000;

    private final CaseFrame frame;
    private final ContactQuestion question;
    private final Approaches approaches;

    ApproachEventsController(CaseFrame frame, Approaches approaches, ContactQuestion question) {
        this.question = question;
        this.frame = frame;
        this.approaches = approaches;
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/withdrawal")
    String withdrawal(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        return withdrawalPage(model, TypedForm.empty(), file);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/withdrawal")
    String withdrawal(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                      RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "reason", "sure", ContactQuestion.FIELD);
        CaseFile file = frame.show(model, reference, "");
        String reason = form.required("reason", LONGEST, "What they said", "Enter what they said, in a few words");
        question.ask(model, form, file.reference(), "reason");
        if (!form.ticked("sure")) {
            form.wrong("sure", "Tick that the applicant themselves asked to withdraw");
        }
        if (form.isWrong()) {
            return withdrawalPage(model, form, file);
        }
        boolean done = approaches.withdraw(file.reference(), reason);
        return back(file.reference(), redirect, done ? "The withdrawal was recorded and the approach has ended."
                : "Nothing was recorded: this approach has already finished.");
    }

    @Needs(Permission.RECORD_CONTACT)
    @GetMapping("/back-in-touch")
    String backInTouch(@PathVariable String reference, Model model) {
        frame.show(model, reference, "");
        model.addAttribute("form", TypedForm.empty());
        return "casepage/back-in-touch";
    }

    @Needs(Permission.RECORD_CONTACT)
    @PostMapping("/back-in-touch")
    String backInTouch(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                       RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "what", ContactQuestion.FIELD);
        CaseFile file = frame.show(model, reference, "");
        String what = form.required("what", LONGEST, "What they said", "Enter what they said, in a few words");
        question.ask(model, form, file.reference(), "what");
        if (form.isWrong()) {
            model.addAttribute("form", form);
            return "casepage/back-in-touch";
        }
        boolean waited = approaches.backInTouch(file.reference(), what);
        return back(file.reference(), redirect, waited ? "The contact was recorded. The approach goes on with triage."
                : "The contact was recorded. The approach was not waiting for them, so its steps stay as they were.");
    }

    private String withdrawalPage(Model model, TypedForm form, CaseFile file) {
        model.addAttribute("form", form);
        model.addAttribute("running", approaches.running(file.reference()));
        return "casepage/withdrawal";
    }

    private static String back(CaseReference reference, RedirectAttributes redirect, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + reference;
    }
}
