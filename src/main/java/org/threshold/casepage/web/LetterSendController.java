package org.threshold.casepage.web;

import java.time.Clock;
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
import org.threshold.letter.DispatchWay;
import org.threshold.letter.LetterDispatches;
import org.threshold.letter.LetterDispatches.Door;
import org.threshold.letter.LetterDispatches.Sendable;
import org.threshold.letter.Letters.Letter;
import org.threshold.letter.NotSent;

/** Records how a letter left the house. Where it may go is asked when the page is shown and again when it is sent. */
@Controller
@Needs(Permission.RECORD_CONTACT)
@RequestMapping("/cases/{reference}/letters/{id}")
class LetterSendController {

    private final CaseFrame frame;
    private final LetterDispatches dispatches;
    private final Clock clock;

    LetterSendController(CaseFrame frame, LetterDispatches dispatches, Clock clock) {
        this.frame = frame;
        this.dispatches = dispatches;
        this.clock = clock;
    }

    @GetMapping("/send")
    String show(@PathVariable String reference, @PathVariable long id, Model model) {
        CaseFile file = frame.show(model, reference, "");
        return page(model, TypedForm.empty().withDate("on", LocalDate.now(clock)), file,
                dispatches.one(file.reference(), id));
    }

    @PostMapping("/send")
    String record(@PathVariable String reference, @PathVariable long id,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "way", "to", "sure", "on-day", "on-month", "on-year");
        CaseFile file = frame.show(model, reference, "");
        DispatchWay way = form.choice("way", DispatchWay.class, "Select how the letter left the house");
        if (way == null && form.error("way") == null) {
            form.wrong("way", "Select how the letter left the house");
        }
        String to = way == DispatchWay.HANDED_OVER ? form.required("to", LetterDispatches.LONGEST_NAME, "The name",
                "Enter to whom it was handed") : null;
        LocalDate on = form.date("on", "The day");
        if (on == null && form.error("on") == null) {
            form.wrong("on", "Enter the day it left the house");
        }
        if (!form.isWrong()) {
            try {
                dispatches.record(file.reference(), id, way, to, on, form.ticked("sure"));
                redirect.addFlashAttribute("confirmation", "It is recorded how the letter left the house.");
                return "redirect:/cases/" + file.reference() + "/letters";
            } catch (NotSent refused) {
                form.wrong("way", refused.getMessage());
            }
        }
        return page(model, form, file, dispatches.one(file.reference(), id));
    }

    /** Makes the letter again for the address that is on file now. */
    @PostMapping("/again")
    String again(@PathVariable String reference, @PathVariable long id, Model model, RedirectAttributes redirect) {
        CaseFile file = frame.show(model, reference, "");
        try {
            Letter copy = dispatches.again(file.reference(), id);
            redirect.addFlashAttribute("confirmation", "The letter was made again. Print this one and destroy the first.");
            return "redirect:/cases/" + file.reference() + "/letters/" + copy.id() + "/send";
        } catch (NotSent refused) {
            TypedForm form = TypedForm.empty().withDate("on", LocalDate.now(clock));
            form.wrong("way", refused.getMessage());
            return page(model, form, file, dispatches.one(file.reference(), id));
        }
    }

    /** After signing in again the browser comes back by GET. */
    @GetMapping("/again")
    String back(@PathVariable String reference, @PathVariable long id) {
        return "redirect:/cases/" + reference + "/letters/" + id + "/send";
    }

    private static String page(Model model, TypedForm form, CaseFile file, Sendable letter) {
        model.addAttribute("form", form);
        model.addAttribute("sendable", letter);
        model.addAttribute("ways", ways(letter));
        if (letter.letter().addressee() == null && form.text("to").isEmpty()) {
            form.with("to", file.applicant().person().name());
        }
        return "casepage/letter-send";
    }

    private static List<Option> ways(Sendable letter) {
        List<Option> ways = new ArrayList<>();
        add(ways, DispatchWay.POSTED, letter.posting());
        ways.add(new Option(DispatchWay.HANDED_OVER.name(), "Handed over"));
        add(ways, DispatchWay.EMAILED, letter.email());
        return ways;
    }

    private static void add(List<Option> ways, DispatchWay way, Door door) {
        if (door.open()) {
            ways.add(new Option(way.name(), way.title() + " to " + String.join(", ", door.lines())));
        }
    }
}
