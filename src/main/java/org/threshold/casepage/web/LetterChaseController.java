package org.threshold.casepage.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.letter.LetterChase;

/** The letters of a team that nobody has sent, that came back, or of which nothing is known. */
@Controller
class LetterChaseController {

    private final LetterChase chase;
    private final Words words;

    LetterChaseController(LetterChase chase, Words words) {
        this.chase = chase;
        this.words = words;
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/letters-to-chase")
    String list(Model model) {
        model.addAttribute("letters", chase.list());
        model.addAttribute("most", LetterChase.MOST);
        model.addAttribute("silent", LetterChase.SILENT_DAYS);
        model.addAttribute("words", words);
        return "casepage/letters-to-chase";
    }
}
