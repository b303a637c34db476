package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.EndingFact;
import org.threshold.homelessness.EndingFact.Kind;
import org.threshold.homelessness.EndsProposed;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.WayToEnd;

/** Proposes the end of a duty on the case itself, on a ground that the law allows and with the facts that it needs. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/end-duty")
class EndDutyController implements CaseActions {

    private static final int LONGEST = 4000;
    private static final List<Kind> TYPED = List.of(Kind.LAST_SEEN, Kind.VISITS, Kind.KEYS, Kind.BELONGINGS, Kind.ACT,
            Kind.WHY_DELIBERATE, Kind.THEIR_WORDS);

    /** A duty that runs, and how it may end. */
    record Choice(Duty duty, List<WayToEnd> ways) {
    }

    private final CaseFrame frame;
    private final EndsProposed ends;
    private final DutyEndings endings;

    EndDutyController(CaseFrame frame, EndsProposed ends, DutyEndings endings) {
        this.frame = frame;
        this.ends = ends;
        this.endings = endings;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        List<Duty> open = ends.open(file.reference());
        boolean main = open.stream().anyMatch(duty -> duty.kind() == DutyKind.MAIN);
        return open.isEmpty() ? List.of() : List.of(new CaseAction(Group.EVENT, 65, main ? "End the main duty"
                : "End a duty to accommodate", "/end-duty"));
    }

    @GetMapping
    String show(@PathVariable String reference, @RequestParam(required = false) String duty,
                @RequestParam(required = false) String ground, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        Optional<WayToEnd> way = way(of, duty, ground);
        return way.isPresent() ? form(model, of, way.get(), TypedForm.empty()) : choice(model, of, TypedForm.empty());
    }

    @PostMapping
    String save(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        CaseReference of = frame.show(model, reference, "").reference();
        TypedForm form = TypedForm.of(posted, fields());
        Optional<WayToEnd> way = way(of, form.text("duty"), form.text("ground"));
        if (way.isEmpty()) {
            form.wrong("ways", "Choose the duty and how it ends");
            return choice(model, of, form);
        }
        DutyEnding.Facts facts = facts(form, way.get());
        if (!form.isWrong()) {
            endings.problems(of, way.get().duty(), facts).forEach(problem -> form.wrong(field(problem.key()),
                    problem.message()));
        }
        if (!form.isWrong()) {
            try {
                boolean waits = ends.propose(of, way.get().duty(), facts);
                redirect.addFlashAttribute("confirmation", waits ? "The end is proposed. It waits for a second officer,"
                        + " and the work goes on until then." : "The duty has ended. A letter tells them.");
                return "redirect:/cases/" + of;
            } catch (NotPossible refused) {
                form.wrong("ways", refused.getMessage());
            }
        }
        return form(model, of, way.get(), form);
    }

    private static String[] fields() {
        return Stream.concat(Stream.of("duty", "ground", "endedOn-day", "endedOn-month", "endedOn-year", "reasons",
                "offer", "place"), TYPED.stream().map(EndDutyController::field)).toArray(String[]::new);
    }

    /** The rules name the fields as the steps do; what belongs to none of this page is told at its top. */
    private static String field(String key) {
        return switch (key) {
            case "endedOn", "dischargedOn" -> "endedOn";
            case "dischargeReasons", "endReasons" -> "reasons";
            case "offer", "place" -> key;
            default -> TYPED.stream().map(EndDutyController::field).anyMatch(key::equals) ? key : "ways";
        };
    }

    /** Such as lastSeen. */
    private static String field(Kind kind) {
        String[] words = kind.name().toLowerCase(Locale.ROOT).split("_");
        return words[0] + Arrays.stream(words).skip(1).map(word -> Character.toUpperCase(word.charAt(0))
                + word.substring(1)).reduce("", String::concat);
    }

    private DutyEnding.Facts facts(TypedForm form, WayToEnd way) {
        LocalDate on = form.date("endedOn", "The day");
        if (on == null && form.error("endedOn") == null) {
            form.wrong("endedOn", "Enter the day from which the ground applies");
        }
        String reasons = form.optional("reasons", LONGEST, "The reasons");
        List<EndingFact> found = new ArrayList<>();
        TYPED.forEach(kind -> Optional.ofNullable(form.optional(field(kind), LONGEST, kind.title()))
                .ifPresent(words -> found.add(new EndingFact(kind, words, null, null))));
        return new DutyEnding.Facts(way.ground(), on, reasons, null, null, null, null, List.of(DutyEnding.ASKED),
                id(form, "offer"), id(form, "place"), found);
    }

    private static Long id(TypedForm form, String key) {
        String typed = form.text(key);
        return typed != null && typed.matches("\\d{1,18}") ? (Long) Long.parseLong(typed) : null;
    }

    private Optional<WayToEnd> way(CaseReference of, String duty, String ground) {
        return ends.open(of).stream().filter(each -> each.kind().name().equals(duty))
                .flatMap(each -> ends.ways(each.kind()).stream()).filter(each -> each.ground().name().equals(ground))
                .findFirst();
    }

    private String choice(Model model, CaseReference of, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("choices", ends.open(of).stream().map(each -> new Choice(each, ends.ways(each.kind())))
                .toList());
        return "casepage/end-duty-choice";
    }

    private String form(Model model, CaseReference of, WayToEnd way, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("way", way);
        model.addAttribute("offers", ends.offers(of, way.duty(), way.ground()).stream()
                .map(each -> new Option(String.valueOf(each.id()), each.kind().title() + ": " + each.address())).toList());
        model.addAttribute("places", ends.places(of, way.duty()).stream()
                .map(each -> new Option(String.valueOf(each.id()), each.address())).toList());
        model.addAttribute("withdrawing", way.ground() == EndReason.WITHDREW);
        return "casepage/end-duty";
    }
}
