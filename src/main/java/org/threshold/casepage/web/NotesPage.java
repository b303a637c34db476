package org.threshold.casepage.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.threshold.casefile.Note;

/** The notes of a case: current ones first-class, corrected ones kept and shown as such. */
final class NotesPage {

    static final String TEMPLATE = "casepage/notes";

    private NotesPage() {
    }

    static void fill(Model model, TypedForm form, List<Note> notes) {
        model.addAttribute("form", form);
        model.addAttribute("notes", notes);
        Map<Long, Note> corrections = notes.stream().filter(note -> note.corrects() != null)
                .collect(Collectors.toMap(Note::corrects, Function.identity(), (newer, older) -> newer));
        model.addAttribute("corrections", corrections);
    }
}
