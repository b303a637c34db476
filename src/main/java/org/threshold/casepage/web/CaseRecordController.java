package org.threshold.casepage.web;

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
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.Cancellations;
import org.threshold.homelessness.Reopenings;
import org.threshold.homelessness.Stage;

/** Puts right whether a case should be: created in error, or taken up again after it had ended. */
@Controller
@RequestMapping("/cases/{reference}")
class CaseRecordController {

    private static final int LONGEST = 1000;

    private final CaseFrame frame;
    private final Cancellations cancellations;
    private final Reopenings reopenings;

    CaseRecordController(CaseFrame frame, Cancellations cancellations, Reopenings reopenings) {
        this.frame = frame;
        this.cancellations = cancellations;
        this.reopenings = reopenings;
    }

    @Needs(Permission.CANCEL_CASE)
    @GetMapping("/created-in-error")
    String createdInError(@PathVariable String reference, Model model) {
        frame.show(model, reference, "");
        model.addAttribute("form", TypedForm.empty());
        return "casepage/created-in-error";
    }

    @Needs(Permission.CANCEL_CASE)
    @PostMapping("/created-in-error")
    String createdInError(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted,
                          Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "reason");
        CaseFile file = frame.show(model, reference, "");
        String reason = form.required("reason", LONGEST, "The reason", "Enter why the case should not be");
        if (!form.isWrong()) {
            Refusals.into(form, () -> cancellations.createdInError(file.reference(), reason));
        }
        if (form.isWrong()) {
            model.addAttribute("form", form);
            return "casepage/created-in-error";
        }
        redirect.addFlashAttribute("confirmation", "The case has ended as created in error. It stays readable.");
        return "redirect:/cases/" + file.reference();
    }

    @Needs(Permission.REOPEN_CASE)
    @GetMapping("/reopen")
    String reopen(@PathVariable String reference, Model model) {
        return reopenPage(model, TypedForm.empty(), frame.show(model, reference, ""));
    }

    @Needs(Permission.REOPEN_CASE)
    @PostMapping("/reopen")
    String reopen(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "stage", "reason", "deathWrong");
        CaseFile file = frame.show(model, reference, "");
        Stage stage = form.choice("stage", Stage.class, "Select where the case goes on");
        if (stage == null && form.error("stage") == null || stage != null && !Reopenings.STAGES.contains(stage)) {
            form.wrong("stage", "Select where the case goes on");
        }
        String reason = form.required("reason", LONGEST, "The reason", "Enter why the case is taken up again");
        if (!form.isWrong()) {
            Refusals.into(form, () -> reopenings.reopen(file.reference(), stage, reason, form.ticked("deathWrong")));
        }
        if (form.isWrong()) {
            return reopenPage(model, form, file);
        }
        redirect.addFlashAttribute("confirmation", "The case goes on.");
        return "redirect:/cases/" + file.reference();
    }

    private String reopenPage(Model model, TypedForm form, CaseFile file) {
        boolean died = file.status() == CaseStatus.DECEASED;
        model.addAttribute("form", form);
        model.addAttribute("died", died);
        model.addAttribute("stages", Reopenings.STAGES.stream()
                .filter(stage -> reopenings.refusal(file.reference(), stage, died).isEmpty())
                .map(stage -> new Option(stage.name(), org.threshold.homelessness.Words.stage(stage))).toList());
        model.addAttribute("refused", Reopenings.STAGES.stream()
                .map(stage -> reopenings.refusal(file.reference(), stage, died)).flatMap(Optional::stream).distinct()
                .toList());
        return "casepage/reopen";
    }
}
