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
import org.threshold.casefile.CaseNotes;
import org.threshold.casefile.Note;
import org.threshold.casefile.UnknownCase;

/** Adds and corrects notes. */
@Controller
@Needs(Permission.RECORD_CONTACT)
@RequestMapping("/cases/{reference}/notes")
class NotesController {

    private final CaseFrame frame;
    private final ContactQuestion question;
    private final CaseNotes notes;

    NotesController(CaseFrame frame, CaseNotes notes, ContactQuestion question) {
        this.question = question;
        this.frame = frame;
        this.notes = notes;
    }

    @PostMapping
    String add(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
               RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "text", ContactQuestion.FIELD);
        CaseFile file = frame.show(model, reference, "notes");
        String text = note(form);
        question.ask(model, form, file.reference(), "text");
        if (form.isWrong()) {
            NotesPage.fill(model, form, notes.of(file.reference()));
            return NotesPage.TEMPLATE;
        }
        notes.add(file.reference(), text);
        redirect.addFlashAttribute("confirmation", "The note was added.");
        return "redirect:/cases/" + file.reference() + "/notes";
    }

    @GetMapping("/{id}/correct")
    String correct(@PathVariable String reference, @PathVariable long id, Model model) {
        CaseFile file = frame.show(model, reference, "");
        Note note = find(file, id);
        model.addAttribute("note", note);
        model.addAttribute("form", TypedForm.empty().with("text", note.text()));
        return "casepage/correct-note";
    }

    @PostMapping("/{id}/correct")
    String correct(@PathVariable String reference, @PathVariable long id,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "text", ContactQuestion.FIELD);
        CaseFile file = frame.show(model, reference, "");
        Note note = find(file, id);
        String text = note(form);
        question.ask(model, form, file.reference(), "text");
        if (form.isWrong()) {
            model.addAttribute("note", note);
            model.addAttribute("form", form);
            return "casepage/correct-note";
        }
        notes.correct(file.reference(), id, text);
        redirect.addFlashAttribute("confirmation", "The correction was added. The first note is kept.");
        return "redirect:/cases/" + file.reference() + "/notes";
    }

    private Note find(CaseFile file, long id) {
        return notes.of(file.reference()).stream().filter(note -> note.id() == id).findFirst()
                .orElseThrow(() -> new UnknownCase(file.reference().value()));
    }

    private static String note(TypedForm form) {
        return form.required("text", Note.LONGEST, "The note", "Enter a note");
    }
}
