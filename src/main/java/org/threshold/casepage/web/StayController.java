package org.threshold.casepage.web;

import java.time.LocalDate;
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
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.StayNote;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseReference;

/** One placement after the keys: what happens with the stay, that they have left, a move, and corrected days. */
@Controller
@RequestMapping("/cases/{reference}/placements/{placementId}/stay")
class StayController {

    private static final int LONGEST = 1000;

    private final CaseFrame frame;
    private final PlacementStays stays;
    private final PlacementRequests requests;
    private final Units units;

    StayController(CaseFrame frame, PlacementStays stays, PlacementRequests requests, Units units) {
        this.frame = frame;
        this.stays = stays;
        this.requests = requests;
        this.units = units;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, @PathVariable long placementId, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        Placement placement = stays.of(of, placementId);
        return page(model, TypedForm.empty().withDate("firstNight", placement.startsOn())
                .withDate("trueLeft", placement.endedOn()), of, placement);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/decide")
    String decide(@PathVariable String reference, @PathVariable long placementId,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "decision", "until-day", "until-month", "until-year", "why");
        CaseReference of = frame.show(model, reference, "").reference();
        Placement placement = stays.of(of, placementId);
        StayNote.Kind decision = form.choice("decision", StayNote.Kind.class, "Select what happens");
        if (form.error("decision") == null && (decision == null || !StayNote.Kind.DECISIONS.contains(decision))) {
            form.wrong("decision", "Select what happens");
        }
        LocalDate until = requiredDay(form, "until", "The day", "Enter until when, or when to look again");
        String why = form.required("why", LONGEST, "The reason", "Enter why");
        if (!form.isWrong()) {
            Refusals.into(form, () -> stays.decideNow(of, placementId, decision, until, why));
        }
        return form.isWrong() ? page(model, form, of, placement) : done(redirect, of, placementId, decision.words() + ".");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/left")
    String left(@PathVariable String reference, @PathVariable long placementId,
                @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "leftOn-day", "leftOn-month", "leftOn-year", "reason", "what");
        CaseReference of = frame.show(model, reference, "").reference();
        Placement placement = stays.of(of, placementId);
        LocalDate leftOn = requiredDay(form, "leftOn", "The day they left", "Enter the day they left");
        PlacementEnd reason = form.choice("reason", PlacementEnd.class, "Select why they left");
        if (reason == null && form.error("reason") == null) {
            form.wrong("reason", "Select why they left");
        }
        String what = form.optional("what", LONGEST, "What happened");
        if (!form.isWrong()) {
            Refusals.into(form, () -> stays.left(of, placementId, leftOn, reason, what));
        }
        return form.isWrong() ? page(model, form, of, placement) : done(redirect, of, placementId,
                "It is recorded that they have left. The step “Get the keys back” is open.");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/correct")
    String correct(@PathVariable String reference, @PathVariable long placementId,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "firstNight-day", "firstNight-month", "firstNight-year", "trueLeft-day",
                "trueLeft-month", "trueLeft-year", "whyWrong");
        CaseReference of = frame.show(model, reference, "").reference();
        Placement placement = stays.of(of, placementId);
        LocalDate first = requiredDay(form, "firstNight", "The first night", "Enter the first night");
        LocalDate left = form.date("trueLeft", "The day they left");
        String why = form.required("whyWrong", LONGEST, "How this is known", "Enter how this is known");
        if (!form.isWrong()) {
            Refusals.into(form, () -> stays.correct(of, placementId, first, left, why));
        }
        return form.isWrong() ? page(model, form, of, placement) : done(redirect, of, placementId,
                "The days are corrected. What follows from them was worked out again.");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/move")
    String move(@PathVariable String reference, @PathVariable long placementId,
                @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "tonight");
        CaseReference of = frame.show(model, reference, "").reference();
        Placement placement = stays.of(of, placementId);
        if (!List.of("yes", "no").contains(form.text("tonight"))) {
            form.wrong("tonight", "Select yes if they cannot stay there tonight");
        }
        if (!form.isWrong()) {
            Refusals.into(form, () -> requests.start(of, placement.function(), placementId,
                    form.text("tonight").equals("yes")));
        }
        return form.isWrong() ? page(model, form, of, placement) : done(redirect, of, placementId,
                "The search for another place has begun. They keep this one until they have the keys of the new one.");
    }

    private static LocalDate requiredDay(TypedForm form, String key, String what, String whenEmpty) {
        LocalDate day = form.date(key, what);
        if (day == null && form.error(key) == null) {
            form.wrong(key, whenEmpty);
        }
        return day;
    }

    private static String done(RedirectAttributes redirect, CaseReference of, long placementId, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + of + "/placements/" + placementId + "/stay";
    }

    private String page(Model model, TypedForm form, CaseReference of, Placement placement) {
        model.addAttribute("form", form);
        model.addAttribute("placement", placement);
        model.addAttribute("unit", placement.unitId() == null ? null : units.get(placement.unitId()));
        model.addAttribute("next", placement.livedIn() ? stays.nextLook(of, placement.id()) : null);
        model.addAttribute("notes", stays.notes(of, placement.id()));
        model.addAttribute("decisions", Arrays.stream(StayNote.Kind.values()).filter(StayNote.Kind.DECISIONS::contains)
                .map(kind -> new Option(kind.name(), kind.words())).toList());
        model.addAttribute("reasons", Arrays.stream(PlacementEnd.values())
                .map(end -> new Option(end.name(), end.words())).toList());
        model.addAttribute("yesNo", List.of(new Option("yes", "Yes"), new Option("no", "No")));
        return "casepage/stay";
    }
}
