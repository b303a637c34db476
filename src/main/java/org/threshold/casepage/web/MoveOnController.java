package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.Pounds;
import org.threshold.homelessness.OffersMade;
import org.threshold.moveon.Barriers;
import org.threshold.moveon.BenefitSwitch;
import org.threshold.moveon.MoveOn;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.NewHomes;
import org.threshold.moveon.ReadinessItem;
import org.threshold.moveon.Readinesses;
import org.threshold.moveon.RegisterWork;
import org.threshold.moveon.RouteWork;
import org.threshold.moveon.Sustainments;

/** The way of a household to a settled home on one page, and its beginning. */
@Controller
@RequestMapping("/cases/{reference}/move-on")
class MoveOnController {

    private final CaseFrame frame;
    private final MoveOns moveOns;
    private final Readinesses readinesses;
    private final Barriers barriers;
    private final RegisterWork register;
    private final RouteWork routes;
    private final NewHomes homes;
    private final OffersMade offers;
    private final Sustainments sustainments;
    private final Clock clock;

    MoveOnController(CaseFrame frame, MoveOns moveOns, Readinesses readinesses, Barriers barriers, RegisterWork register,
                     RouteWork routes, NewHomes homes, OffersMade offers, Sustainments sustainments,
                     Clock clock) {
        this.frame = frame;
        this.moveOns = moveOns;
        this.readinesses = readinesses;
        this.barriers = barriers;
        this.register = register;
        this.routes = routes;
        this.homes = homes;
        this.offers = offers;
        this.sustainments = sustainments;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(model, TypedForm.empty(), frame.show(model, reference, ""));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/start")
    String start(@PathVariable String reference, Model model, RedirectAttributes redirect) {
        CaseFile file = frame.show(model, reference, "");
        TypedForm form = TypedForm.empty();
        Refusals.into(form, () -> moveOns.start(file.reference()));
        if (form.isWrong()) {
            return page(model, form, file);
        }
        redirect.addFlashAttribute("confirmation", "Move-on has begun. The step “Record readiness and barriers” is open.");
        return "redirect:/cases/" + file.reference() + "/move-on";
    }

    private String page(Model model, TypedForm form, CaseFile file) {
        CaseReference reference = file.reference();
        Optional<MoveOn> way = moveOns.latest(reference);
        model.addAttribute("form", form);
        model.addAttribute("way", way.orElse(null));
        model.addAttribute("underWay", moveOns.running(reference).isPresent());
        model.addAttribute("accepted", moveOns.toAcceptedHome(reference));
        model.addAttribute("startable", moveOns.startable(reference).orElse(null));
        model.addAttribute("facts", readinesses.facts(reference));
        model.addAttribute("items", ReadinessItem.values());
        model.addAttribute("register", register.application(reference).orElse(null));
        model.addAttribute("bids", register.bids(reference));
        model.addAttribute("back", routes.returnHome(reference).orElse(null));
        model.addAttribute("offers", offers.of(reference));
        model.addAttribute("settled", sustainments.of(reference));
        model.addAttribute("barrierNames", barriers);
        model.addAttribute("pounds", new Pounds());
        model.addAttribute("today", LocalDate.now(clock));
        way.ifPresent(each -> describe(model, each));
        return "casepage/move-on";
    }

    private void describe(Model model, MoveOn way) {
        model.addAttribute("ready", readinesses.of(way));
        model.addAttribute("means", readinesses.means(way).orElse(null));
        model.addAttribute("barriers", barriers.of(way));
        model.addAttribute("routes", moveOns.routes(way));
        model.addAttribute("contacts", routes.contacts(way));
        model.addAttribute("help", routes.help(way));
        model.addAttribute("referrals", routes.referrals(way));
        model.addAttribute("home", homes.of(way).orElse(null));
        Optional<BenefitSwitch> benefit = homes.benefit(way);
        model.addAttribute("benefit", benefit.orElse(null));
        model.addAttribute("paidTwice", benefit.map(each -> BenefitSwitch.daysPaidTwice(each.oldEndsOn(),
                each.newBeginsOn())).orElse(0L));
        model.addAttribute("core", homes.core(way).orElse(null));
    }
}
