package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
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
import org.threshold.casefile.HouseholdMember;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOfferEvent;
import org.threshold.moveon.HomeOfferLetters;
import org.threshold.moveon.HomeOfferStarts;
import org.threshold.moveon.HomeOffers;
import org.threshold.moveon.HomeSuitabilities;
import org.threshold.moveon.HomeSuitability;
import org.threshold.moveon.OfferStatus;
import org.threshold.moveon.PrivateRentedGate;
import org.threshold.moveon.PrivateRentedGate.Stands;

/** The offers of settled homes of a case, each with its chain of evidence; one more, and one taken back. */
@Controller
@RequestMapping("/cases/{reference}/home-offers")
class HomeOffersController {

    private static final int LONGEST = 1000;

    /** An offer as the page shows it. */
    record Shown(HomeOffer offer, List<HomeOfferEvent> events, HomeSuitability suits, List<Stands> points,
                 List<String> missing) {

        /** Whether the council can still take it back. */
        public boolean withdrawable() {
            return offer.status().underWay() || offer.status() == OfferStatus.ACCEPTED;
        }
    }

    private final CaseFrame frame;
    private final HomeOffers offers;
    private final HomeOfferStarts starts;
    private final HomeOfferLetters letters;
    private final HomeSuitabilities suitability;
    private final PrivateRentedGate gate;

    HomeOffersController(CaseFrame frame, HomeOffers offers, HomeOfferStarts starts, HomeOfferLetters letters,
                         HomeSuitabilities suitability, PrivateRentedGate gate) {
        this.frame = frame;
        this.offers = offers;
        this.starts = starts;
        this.letters = letters;
        this.suitability = suitability;
        this.gate = gate;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(model, frame.show(model, reference, ""), TypedForm.empty());
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping
    String begin(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                 RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted);
        CaseFile file = frame.show(model, reference, "");
        Refusals.into(form, () -> starts.begin(file.reference()));
        if (form.isWrong()) {
            return page(model, file, form);
        }
        redirect.addFlashAttribute("confirmation", "The step ‘Draft the offer’ waits in your team.");
        return "redirect:/cases/" + file.reference();
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/{id}/withdraw")
    String askWithdraw(@PathVariable String reference, @PathVariable long id, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return withdrawPage(model, of, id, TypedForm.empty());
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable String reference, @PathVariable long id,
                    @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "why");
        CaseReference of = frame.show(model, reference, "").reference();
        String why = form.required("why", LONGEST, "The reason", "Enter why the offer is taken back");
        if (!form.isWrong()) {
            found(of, id);
            Refusals.into(form, () -> offers.withdraw(of, id, why));
        }
        if (form.isWrong()) {
            return withdrawPage(model, of, id, form);
        }
        redirect.addFlashAttribute("confirmation", "The offer is taken back.");
        return "redirect:/cases/" + of + "/home-offers";
    }

    private String withdrawPage(Model model, CaseReference of, long id, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("offer", found(of, id));
        return "casepage/home-offer-withdraw";
    }

    private HomeOffer found(CaseReference of, long id) {
        return offers.find(of, id).orElseThrow(() -> new NoSuchElementException("There is no offer " + id));
    }

    private String page(Model model, CaseFile file, TypedForm form) {
        CaseReference of = file.reference();
        List<HomeOffer> all = offers.of(of);
        Map<Long, List<HomeOfferEvent>> events = offers.events(of).stream()
                .collect(Collectors.groupingBy(HomeOfferEvent::offerId));
        Map<Long, HomeSuitability> suits = suitability.of(of);
        Map<Long, List<Stands>> points = gate.of(of, all.stream().filter(HomeOffer::gated).map(HomeOffer::id).toList());
        List<Shown> shown = new ArrayList<>(all.stream().map(offer -> new Shown(offer,
                events.getOrDefault(offer.id(), List.of()), suits.get(offer.id()),
                points.getOrDefault(offer.id(), List.of()), offer.status() == OfferStatus.DRAFT
                        ? letters.missing(of, offer.id()) : List.of())).toList());
        Collections.reverse(shown);
        model.addAttribute("form", form);
        model.addAttribute("offers", shown);
        model.addAttribute("accepted", all.stream().anyMatch(offer -> offer.status() == OfferStatus.ACCEPTED));
        model.addAttribute("refusal", starts.refusal(of).orElse(null));
        model.addAttribute("names", file.household().stream().collect(Collectors.toMap(HouseholdMember::id,
                member -> member.person().name())));
        model.addAttribute("money", new Money());
        return "casepage/home-offers";
    }

    /** Amounts as the page writes them. */
    static final class Money {

        public String pounds(long pence) {
            return org.threshold.moveon.Words.pounds(pence);
        }
    }
}
