package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.threshold.casefile.CaseReference;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CooperationRefusal;
import org.threshold.homelessness.CooperationRefusals;
import org.threshold.homelessness.NotPossible;

/** A step of the plan was refused, or was taken after a warning. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}")
class CooperationController implements CaseActions {

    private static final int LONGEST = 2000;

    private final CaseFrame frame;
    private final ContactQuestion question;
    private final CooperationRefusals refusals;

    CooperationController(CaseFrame frame, CooperationRefusals refusals, ContactQuestion question) {
        this.question = question;
        this.frame = frame;
        this.refusals = refusals;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        List<CaseAction> actions = new ArrayList<>();
        if (running && refusals.possible(file.reference())) {
            actions.add(new CaseAction(Group.EVENT, 60, "A step of the plan was refused", "/refusal"));
        }
        refusals.open(file.reference()).filter(open -> open.warnedOn() != null).ifPresent(open -> actions.add(
                new CaseAction(Group.EVENT, 61, "They have taken the step they were warned about", "/step-taken")));
        return actions;
    }

    @GetMapping("/refusal")
    String refusal(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return refusalPage(model, of, RefusalForm.empty(refusals.stepsThatCount(of), refusals.earliestEnd()));
    }

    @PostMapping("/refusal")
    String refusal(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                   RedirectAttributes redirect) {
        CaseReference of = frame.show(model, reference, "").reference();
        RefusalForm form = RefusalForm.of(posted, refusals.stepsThatCount(of));
        LocalDate respondBy = form.respondBy();
        CooperationRefusal.Facts facts = form.read();
        if (facts == null) {
            return refusalPage(model, of, form);
        }
        for (FieldError problem : refusals.problems(of, facts, respondBy)) {
            form.typed().wrong(problem.key(), problem.message());
        }
        if (form.typed().isWrong()) {
            return refusalPage(model, of, form);
        }
        try {
            refusals.begin(of, facts, respondBy);
        } catch (NotPossible refused) {
            form.typed().wrong("save", refused.getMessage());
            return refusalPage(model, of, form);
        }
        redirect.addFlashAttribute("confirmation", "The warning goes out now. The step ‘Decide on co-operation’ opens"
                + " when its period is over.");
        return "redirect:/cases/" + of;
    }

    private String refusalPage(Model model, CaseReference of, RefusalForm form) {
        model.addAttribute("form", form.typed());
        model.addAttribute("steps", form.options());
        model.addAttribute("possible", refusals.possible(of));
        model.addAttribute("considered", CooperationRefusal.Considered.values());
        model.addAttribute("given", CooperationRefusal.Given.values());
        model.addAttribute("earliest", refusals.earliestEnd());
        model.addAttribute("procedure", refusals.procedure());
        return "casepage/refusal";
    }

    @GetMapping("/step-taken")
    String stepTaken(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return stepTakenPage(model, of, TypedForm.empty());
    }

    @PostMapping("/step-taken")
    String stepTaken(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                     RedirectAttributes redirect) {
        CaseReference of = frame.show(model, reference, "").reference();
        TypedForm form = TypedForm.of(posted, "what", ContactQuestion.FIELD);
        String what = form.required("what", LONGEST, "What they did", "Enter what they did, and when");
        question.ask(model, form, of, "what");
        if (!form.isWrong()) {
            try {
                refusals.stepTaken(of, what);
                redirect.addFlashAttribute("confirmation", "Recorded. The warning is over and no notice is given.");
                return "redirect:/cases/" + of;
            } catch (NotPossible refused) {
                form.wrong("save", refused.getMessage());
            }
        }
        return stepTakenPage(model, of, form);
    }

    private String stepTakenPage(Model model, CaseReference of, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("open", refusals.open(of).orElse(null));
        return "casepage/step-taken";
    }
}
