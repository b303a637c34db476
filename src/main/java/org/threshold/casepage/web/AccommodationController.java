package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Offer;
import org.threshold.accommodation.Offers;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Suitability;
import org.threshold.accommodation.SuitabilityRecords;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.Triages;

/** Where the household of a case is in temporary accommodation, where it was, and what is on its way. */
@Controller
@RequestMapping("/cases/{reference}")
class AccommodationController {

    private static final int LONGEST = 1000;

    private final CaseFrame frame;
    private final Placements placements;
    private final PlacementRequests requests;
    private final Offers offers;
    private final SuitabilityRecords suitability;
    private final Units units;
    private final Triages triages;

    AccommodationController(CaseFrame frame, Placements placements, PlacementRequests requests, Offers offers,
                            SuitabilityRecords suitability, Units units, Triages triages) {
        this.triages = triages;
        this.frame = frame;
        this.placements = placements;
        this.requests = requests;
        this.offers = offers;
        this.suitability = suitability;
        this.units = units;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping("/accommodation")
    String accommodation(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "accommodation");
        List<Placement> all = new ArrayList<>(placements.of(file.reference()));
        Collections.reverse(all);
        model.addAttribute("placements", all);
        Map<Long, Unit> known = unitsOf(all.stream().map(Placement::unitId).toList());
        model.addAttribute("units", known);
        model.addAttribute("outside", known.values().stream().filter(units::outside).map(Unit::id).toList());
        model.addAttribute("mayAsk", requests.refusal(file.reference(), null).isEmpty());
        model.addAttribute("before", all.stream().anyMatch(each -> each.startsOn() != null) ? null
                : triages.interim(file.reference()).filter(InterimArrangement::placed).orElse(null));
        return "casepage/accommodation";
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping("/placements/{placementId}")
    String placement(@PathVariable String reference, @PathVariable("placementId") long id, Model model) {
        return placementPage(model, TypedForm.empty(), frame.show(model, reference, ""), id);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/placements/{placementId}/call-off")
    String callOff(@PathVariable String reference, @PathVariable("placementId") long id,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "why");
        CaseFile file = frame.show(model, reference, "");
        String why = form.required("why", LONGEST, "Why", "Enter why they do not need this place any more");
        if (!form.isWrong()) {
            Refusals.into(form, () -> requests.notNeeded(file.reference(), found(file.reference(), id).id(), why));
        }
        return form.isWrong() ? placementPage(model, form, file, id) : done(redirect, file.reference(),
                "The place was called off. Nobody holds it for them any more.");
    }

    private String placementPage(Model model, TypedForm form, CaseFile file, long id) {
        Placement placement = found(file.reference(), id);
        List<Offer> made = offers.of(file.reference()).stream().filter(one -> one.placementId() == id).toList();
        List<Suitability> recorded = suitability.of(file.reference()).stream().filter(one -> one.placementId() == id)
                .toList();
        List<Long> ids = new ArrayList<>(made.stream().map(Offer::unitId).toList());
        recorded.forEach(one -> ids.add(one.unitId()));
        ids.add(placement.unitId());
        model.addAttribute("form", form);
        model.addAttribute("placement", placement);
        model.addAttribute("units", unitsOf(ids));
        model.addAttribute("offers", made);
        model.addAttribute("suitability", recorded);
        model.addAttribute("history", placements.history(id));
        model.addAttribute("people", file.household().stream()
                .collect(Collectors.toMap(HouseholdMember::id, member -> member.person().name())));
        return "casepage/placement";
    }

    /** A placement of another case is an address where nothing is. */
    private Placement found(CaseReference reference, long id) {
        try {
            return requests.of(reference, id);
        } catch (NoSuchElementException none) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, none.getMessage());
        }
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/accommodation/new")
    String ask(@PathVariable String reference, Model model) {
        return askPage(model, TypedForm.empty(), frame.show(model, reference, ""));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/accommodation/new")
    String ask(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
               RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "function", "tonight");
        CaseFile file = frame.show(model, reference, "");
        AccommodationFunction function = form.choice("function", AccommodationFunction.class,
                "Select under which duty or power");
        if (function == null && form.error("function") == null) {
            form.wrong("function", "Select under which duty or power");
        }
        if (!form.text("tonight").matches("yes|no")) {
            form.wrong("tonight", "Say whether they have somewhere to sleep tonight");
        }
        if (!form.isWrong()) {
            Refusals.into(form, () -> requests.start(file.reference(), function, null,
                    form.text("tonight").equals("no")));
        }
        return form.isWrong() ? askPage(model, form, file) : done(redirect, file.reference(),
                "The search has begun. The step “Find a unit” is open.");
    }

    private String askPage(Model model, TypedForm form, CaseFile file) {
        model.addAttribute("form", form);
        model.addAttribute("refusal", requests.refusal(file.reference(), null).orElse(null));
        model.addAttribute("functions", Arrays.stream(AccommodationFunction.values())
                .map(each -> new Option(each.name(), each.words() + ", " + each.provision())).toList());
        model.addAttribute("nights", List.of(new Option("yes", "Yes"), new Option("no", "No, nothing safe")));
        return "casepage/ask-for-place";
    }

    private static String done(RedirectAttributes redirect, CaseReference of, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + of + "/accommodation";
    }

    private Map<Long, Unit> unitsOf(Collection<Long> ids) {
        List<Long> known = ids.stream().filter(Objects::nonNull).distinct().toList();
        return known.isEmpty() ? Map.of() : units.all(known).stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
    }
}
