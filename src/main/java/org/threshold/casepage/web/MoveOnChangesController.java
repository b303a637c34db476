package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
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
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.Barrier;
import org.threshold.moveon.BarrierKind;
import org.threshold.moveon.Barriers;
import org.threshold.moveon.Bid;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.RegisterWork;
import org.threshold.moveon.Route;

/** What an officer records on the way to a home outside its steps: barriers, bids and another route. */
@Controller
@RequestMapping("/cases/{reference}/move-on")
class MoveOnChangesController {

    private static final int LONGEST = 500;
    private static final int LONGEST_WHY = 1000;
    private static final int LONGEST_PROPERTY = 200;

    private final CaseFrame frame;
    private final MoveOns moveOns;
    private final Barriers barriers;
    private final RegisterWork register;

    MoveOnChangesController(CaseFrame frame, MoveOns moveOns, Barriers barriers, RegisterWork register) {
        this.frame = frame;
        this.moveOns = moveOns;
        this.barriers = barriers;
        this.register = register;
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/barriers/new")
    String askBarrier(@PathVariable String reference, Model model) {
        return barrierPage(model, TypedForm.empty(), frame.show(model, reference, ""));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/barriers")
    String addBarrier(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                      RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "kind", "words", "owner", "due-day", "due-month", "due-year");
        CaseFile file = frame.show(model, reference, "");
        BarrierKind kind = choice(form, "kind", BarrierKind.class, "Select what stands in the way");
        String words = form.required("words", LONGEST, "The barrier", "Enter it in a few words");
        Barrier.Owner owner = barriers.owner(file.reference(), file.team(), form.text("owner"));
        if (owner == null) {
            form.wrong("owner", "Select who sees to it");
        }
        LocalDate due = form.date("due", "The day");
        if (due == null && form.error("due") == null) {
            form.wrong("due", "Enter the day by which it is gone");
        }
        barriers.wrongDay(due).ifPresent(wrong -> form.wrong("due", wrong));
        if (!form.isWrong()) {
            Refusals.into(form, () -> barriers.add(file.reference(), new Barrier.New(kind, words, owner, due)));
        }
        return form.isWrong() ? barrierPage(model, form, file) : done(redirect, file, "The barrier is recorded.");
    }

    private String barrierPage(Model model, TypedForm form, CaseFile file) {
        model.addAttribute("kinds", Arrays.stream(BarrierKind.values()).map(kind -> new Option(kind.name(), kind.title()))
                .toList());
        model.addAttribute("owners", barriers.owners(file.reference(), file.team()).entrySet().stream()
                .map(owner -> new Option(owner.getKey(), owner.getValue())).toList());
        return page(model, form, "barrier", "Something stands in the way of a home");
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/barriers/{id}")
    String askResolved(@PathVariable String reference, @PathVariable long id, Model model) {
        return resolvePage(model, TypedForm.empty(), frame.show(model, reference, ""), id);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/barriers/{id}")
    String resolve(@PathVariable String reference, @PathVariable long id,
                   @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "how");
        CaseFile file = frame.show(model, reference, "");
        barrier(file.reference(), id);
        String how = form.required("how", LONGEST, "How it was resolved", "Enter how it was resolved");
        if (!form.isWrong()) {
            Refusals.into(form, () -> barriers.resolve(file.reference(), id, how));
        }
        return form.isWrong() ? resolvePage(model, form, file, id) : done(redirect, file, "The barrier is gone.");
    }

    private String resolvePage(Model model, TypedForm form, CaseFile file, long id) {
        model.addAttribute("barrier", barrier(file.reference(), id));
        return page(model, form, "resolve", "The barrier is gone");
    }

    private Barrier barrier(CaseReference reference, long id) {
        try {
            return barriers.get(reference, id);
        } catch (NoSuchElementException none) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/route")
    String askRoute(@PathVariable String reference, Model model) {
        return routePage(model, TypedForm.empty(), frame.show(model, reference, ""));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/route")
    String changeRoute(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                       RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "route", "why");
        CaseFile file = frame.show(model, reference, "");
        Route route = choice(form, "route", Route.class, "Select the route");
        String why = form.required("why", LONGEST_WHY, "The reason", "Enter why this route is better");
        if (!form.isWrong()) {
            Refusals.into(form, () -> moveOns.change(file.reference(), route, why));
        }
        return form.isWrong() ? routePage(model, form, file) : done(redirect, file, "The route has changed.");
    }

    private String routePage(Model model, TypedForm form, CaseFile file) {
        boolean mayReturn = moveOns.noReturnHome(file.reference()).isEmpty();
        model.addAttribute("routes", Arrays.stream(Route.values()).filter(route -> mayReturn || route != Route.RETURN_HOME)
                .map(route -> new Option(route.name(), route.words())).toList());
        return page(model, form, "route", "Change the route");
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/bids/new")
    String askBid(@PathVariable String reference, Model model) {
        frame.show(model, reference, "");
        return page(model, TypedForm.empty(), "bid", "Record a bid");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/bids")
    String addBid(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "property", "on-day", "on-month", "on-year");
        CaseFile file = frame.show(model, reference, "");
        String property = form.required("property", LONGEST_PROPERTY, "The home", "Enter which home the bid is for");
        LocalDate on = form.date("on", "The day");
        if (on == null && form.error("on") == null) {
            form.wrong("on", "Enter the day of the bid");
        }
        if (!form.isWrong()) {
            Refusals.into(form, () -> register.bid(file.reference(), on, property));
        }
        return form.isWrong() ? page(model, form, "bid", "Record a bid") : done(redirect, file, "The bid is recorded.");
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/bids/{id}")
    String askResult(@PathVariable String reference, @PathVariable long id, Model model) {
        return resultPage(model, TypedForm.empty(), frame.show(model, reference, ""), id);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/bids/{id}")
    String result(@PathVariable String reference, @PathVariable long id,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "result", "reason");
        CaseFile file = frame.show(model, reference, "");
        bid(file.reference(), id);
        Bid.Result result = choice(form, "result", Bid.Result.class, "Select what became of it");
        String reason = form.optional("reason", LONGEST, "The reason");
        if (!form.isWrong()) {
            Refusals.into(form, () -> register.result(file.reference(), id, result, reason));
        }
        return form.isWrong() ? resultPage(model, form, file, id) : done(redirect, file, "The result is recorded.");
    }

    private String resultPage(Model model, TypedForm form, CaseFile file, long id) {
        model.addAttribute("bid", bid(file.reference(), id));
        model.addAttribute("results", Arrays.stream(Bid.Result.values()).filter(each -> each != Bid.Result.WAITING)
                .map(each -> new Option(each.name(), each.words())).toList());
        return page(model, form, "result", "Result of a bid");
    }

    private Bid bid(CaseReference reference, long id) {
        List<Bid> bids = register.bids(reference);
        return bids.stream().filter(each -> each.id() == id).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static <E extends Enum<E>> E choice(TypedForm form, String key, Class<E> type, String whenWrong) {
        E chosen = form.choice(key, type, whenWrong);
        if (chosen == null && form.error(key) == null) {
            form.wrong(key, whenWrong);
        }
        return chosen;
    }

    private static String page(Model model, TypedForm form, String what, String title) {
        model.addAttribute("form", form);
        model.addAttribute("what", what);
        model.addAttribute("heading", title);
        return "casepage/move-on-change";
    }

    private static String done(RedirectAttributes redirect, CaseFile file, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + file.reference() + "/move-on";
    }
}
