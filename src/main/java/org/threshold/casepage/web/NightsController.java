package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.accommodation.FamilyCommitment;
import org.threshold.accommodation.NightsLedger;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.HouseholdMember;

/** The nights of households in bed and breakfast: tonight's families, and the ledger of one. */
@Controller
class NightsController {

    private static final int MOST = 500;
    private static final int LONGEST = 500;

    private final CaseFrame frame;
    private final BedAndBreakfastNights nights;
    private final Units units;
    private final People people;
    private final Words words;

    NightsController(CaseFrame frame, BedAndBreakfastNights nights, Units units, People people, Words words) {
        this.frame = frame;
        this.nights = nights;
        this.units = units;
        this.people = people;
        this.words = words;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping("/bed-and-breakfast")
    String tonight(Model model) {
        List<BedAndBreakfastNights.Tonight> there = nights.tonight(MOST);
        model.addAttribute("there", there);
        model.addAttribute("unlawful", there.stream().filter(each -> each.ledger().unlawfulSince().isPresent()).count());
        model.addAttribute("teams", people.teams().stream().collect(Collectors.toMap(Team::key, Team::name)));
        model.addAttribute("most", MOST);
        model.addAttribute("words", words);
        return "casepage/bed-and-breakfast";
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping("/cases/{reference}/nights")
    String ledger(@PathVariable String reference, Model model) {
        return page(model, TypedForm.empty(), frame.show(model, reference, ""));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/cases/{reference}/nights/since")
    String since(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                 RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "member", "since-day", "since-month", "since-year", "why");
        CaseFile file = frame.show(model, reference, "");
        Long member = members(file).stream().map(Option::name).filter(form.text("member")::equals).map(Long::valueOf)
                .findFirst().orElse(null);
        if (member == null) {
            form.wrong("member", "Select the child");
        }
        LocalDate day = form.date("since", "The day");
        if (day == null && form.error("since") == null) {
            form.wrong("since", "Enter the day from which the child counts");
        }
        String why = form.required("why", LONGEST, "How this is known", "Enter how this is known");
        if (!form.isWrong()) {
            nights.sinceProblem(file.reference(), member, day).ifPresent(problem -> form.wrong("since", problem));
        }
        if (!form.isWrong()) {
            Refusals.into(form, () -> nights.familySince(file.reference(), member, day, why));
        }
        if (form.isWrong()) {
            return page(model, form, file);
        }
        redirect.addFlashAttribute("confirmation", "Saved. The nights were counted again.");
        return "redirect:/cases/" + file.reference() + "/nights";
    }

    private String page(Model model, TypedForm form, CaseFile file) {
        NightsLedger ledger = nights.of(file.reference());
        model.addAttribute("form", form);
        model.addAttribute("ledger", ledger);
        model.addAttribute("lastLawful", ledger.dayOfIfTheyStay(NightsLedger.LIMIT).orElse(null));
        model.addAttribute("units", units.all(ledger.byStay().stream().map(run -> run.stay().unitId()).distinct()
                .toList()).stream().collect(Collectors.toMap(Unit::id, Function.identity())));
        Map<Long, String> names = file.household().stream().collect(Collectors.toMap(HouseholdMember::id,
                member -> member.person().name()));
        List<FamilyCommitment> commitments = nights.commitments(file.reference());
        model.addAttribute("commitments", commitments);
        model.addAttribute("names", names);
        model.addAttribute("always", FamilyCommitment.ALWAYS);
        model.addAttribute("members", members(file));
        model.addAttribute("answers", nights.answers(file.reference()));
        return "casepage/nights";
    }

    /** Whoever makes the household a family. */
    private List<Option> members(CaseFile file) {
        Map<Long, String> names = file.household().stream().collect(Collectors.toMap(HouseholdMember::id,
                member -> member.person().name()));
        return nights.commitments(file.reference()).stream().map(each -> new Option(String.valueOf(each.memberId()),
                names.get(each.memberId()))).toList();
    }
}
