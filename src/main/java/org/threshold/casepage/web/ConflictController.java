package org.threshold.casepage.web;

import java.util.Arrays;
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
import org.threshold.access.CaseAccess;
import org.threshold.access.Conflict;
import org.threshold.access.ConflictsOfInterest;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casepage.web.CaseAction.Group;

/** An officer says that they know these people, and somebody who leads lifts it again. */
@Controller
@RequestMapping("/cases/{reference}/conflict")
class ConflictController implements CaseActions {

    private final CaseFrame frame;
    private final ConflictsOfInterest conflicts;
    private final CaseAccess access;
    private final CurrentOfficer officer;

    ConflictController(CaseFrame frame, ConflictsOfInterest conflicts, CaseAccess access, CurrentOfficer officer) {
        this.frame = frame;
        this.conflicts = conflicts;
        this.access = access;
        this.officer = officer;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        return access.knowsThem(file.reference()) ? List.of()
                : List.of(new CaseAction(Group.RECORD, 10, "I know these people", "/conflict"));
    }

    @GetMapping
    @Needs(Permission.VIEW_CASES)
    String show(@PathVariable String reference, Model model) {
        return page(model, frame.show(model, reference, "").reference(), TypedForm.empty(), TypedForm.empty());
    }

    @PostMapping
    @Needs(Permission.RECORD_CONTACT)
    String declare(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                   RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "kind", "words");
        CaseReference of = frame.show(model, reference, "").reference();
        Conflict.Kind kind = form.choice("kind", Conflict.Kind.class, "Select how you know them");
        if (kind == null && form.error("kind") == null) {
            form.wrong("kind", "Select how you know them");
        }
        String words = form.optional("words", ConflictsOfInterest.LONGEST, "What else matters");
        if (form.isWrong()) {
            return page(model, of, form, TypedForm.empty());
        }
        conflicts.declare(of, kind, words);
        redirect.addFlashAttribute("confirmation",
                "It is noted that you know these people. What you held of the case is its team’s again.");
        return "redirect:/cases/" + of;
    }

    @PostMapping("/lift")
    @Needs(Permission.ASSIGN_WORK)
    String lift(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "who", "because");
        CaseReference of = frame.show(model, reference, "").reference();
        if (form.text("who").isEmpty()) {
            form.wrong("who", "Select who can decide on the case again");
        }
        String because = form.required("because", ConflictsOfInterest.LONGEST, "The reason",
                "Enter why it does not stand between them and the case");
        if (form.isWrong()) {
            return page(model, of, TypedForm.empty(), form);
        }
        conflicts.lift(of, form.text("who"), because);
        redirect.addFlashAttribute("confirmation", "They can work on the case again.");
        return "redirect:/cases/" + of + "/conflict";
    }

    private String page(Model model, CaseReference of, TypedForm form, TypedForm lift) {
        String me = officer.get().username();
        List<Conflict> running = conflicts.of(of);
        boolean leads = access.allows(Permission.ASSIGN_WORK, of);
        model.addAttribute("form", form);
        model.addAttribute("lift", lift);
        model.addAttribute("kinds", Arrays.stream(Conflict.Kind.values())
                .map(kind -> new Option(kind.name(), kind.title())).toList());
        model.addAttribute("running", running);
        model.addAttribute("mine", running.stream().anyMatch(each -> each.username().equals(me)));
        model.addAttribute("leads", leads);
        // How somebody knows them is between that officer and whoever leads.
        model.addAttribute("mayRead", running.stream().filter(each -> leads || each.username().equals(me)).toList());
        return "casepage/conflict";
    }
}
