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
import org.threshold.letter.LetterOutcome;
import org.threshold.letter.LetterOutcomes;
import org.threshold.letter.LetterReleases;
import org.threshold.letter.Letters.Letter;
import org.threshold.letter.NotSent;

/** Records how a letter left the house. Where it may go is asked when the page is shown and again when it is sent. */
@Controller
@Needs(Permission.RECORD_CONTACT)
@RequestMapping("/cases/{reference}/letters/{id}")
class LetterSendController {

    private final CaseFrame frame;
    private final LetterDispatches dispatches;
    private final LetterOutcomes outcomes;
    private final LetterReleases releases;
    private final Clock clock;

    LetterSendController(CaseFrame frame, LetterDispatches dispatches, LetterOutcomes outcomes, LetterReleases releases,
                         Clock clock) {
        this.frame = frame;
        this.dispatches = dispatches;
        this.outcomes = outcomes;
        this.releases = releases;
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

    /** What became of it after it left. */
    @PostMapping("/outcome")
    String outcome(@PathVariable String reference, @PathVariable long id,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "became", "next", "became-on-day", "became-on-month", "became-on-year");
        CaseFile file = frame.show(model, reference, "");
        LetterOutcome.Kind kind = form.choice("became", LetterOutcome.Kind.class, "Select what became of it");
        if (kind == null && form.error("became") == null) {
            form.wrong("became", "Select what became of it");
        }
        LocalDate on = form.date("became-on", "The day");
        if (on == null && form.error("became-on") == null) {
            form.wrong("became-on", "Enter the day on which that was known");
        }
        String next = form.optional("next", LetterOutcomes.LONGEST, "What is to be done");
        if (!form.isWrong()) {
            try {
                outcomes.record(file.reference(), id, kind, on, next);
                redirect.addFlashAttribute("confirmation", "It is recorded what became of the letter.");
                return "redirect:/cases/" + file.reference() + "/letters/" + id + "/send";
            } catch (NotSent refused) {
                form.wrong("became", refused.getMessage());
            }
        }
        return page(model, form, file, dispatches.one(file.reference(), id));
    }

    /** The second person lets it go, or holds it back. */
    @Needs(Permission.WORK_CASES)
    @PostMapping("/release")
    String release(@PathVariable String reference, @PathVariable long id,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "release", "comments");
        CaseFile file = frame.show(model, reference, "");
        boolean released = form.text("release").equals("yes");
        if (!released && !form.text("release").equals("no")) {
            form.wrong("release", "Select whether it may leave");
        }
        String comments = form.optional("comments", LetterOutcomes.LONGEST, "The reason");
        if (!form.isWrong()) {
            try {
                releases.answer(file.reference(), id, released, comments);
                redirect.addFlashAttribute("confirmation", released ? "The letter may leave." : "The letter is held back.");
                return "redirect:/cases/" + file.reference() + "/letters/" + id + "/send";
            } catch (NotSent refused) {
                form.wrong("release", refused.getMessage());
            }
        }
        return page(model, form, file, dispatches.one(file.reference(), id));
    }

    /** After signing in again the browser comes back by GET. */
    @GetMapping({"/again", "/outcome", "/release"})
    String back(@PathVariable String reference, @PathVariable long id) {
        return "redirect:/cases/" + reference + "/letters/" + id + "/send";
    }

    private String page(Model model, TypedForm form, CaseFile file, Sendable letter) {
        model.addAttribute("form", form);
        model.addAttribute("releaseWays", List.of(new Option("yes", "Yes, it may leave"), new Option("no",
                "No, hold it back")));
        model.addAttribute("release", releases.of(file.reference(), letter.letter().id()));
        model.addAttribute("became", outcomes.of(file.reference()).getOrDefault(letter.letter().id(), List.of()));
        model.addAttribute("possible", LetterOutcomes.possible(letter.sent()).stream()
                .map(kind -> new Option(kind.name(), kind.words())).toList());
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
        if (letter.letter().addressee() == null) {
            ways.add(new Option(DispatchWay.KEPT_FOR_COLLECTION.name(), DispatchWay.KEPT_FOR_COLLECTION.title()));
        }
        return ways;
    }

    private static void add(List<Option> ways, DispatchWay way, Door door) {
        if (door.open()) {
            ways.add(new Option(way.name(), way.title() + " to " + String.join(", ", door.lines())));
        }
    }
}
