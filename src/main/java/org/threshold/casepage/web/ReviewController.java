package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.ReviewAccommodations;
import org.threshold.homelessness.ReviewCourse;
import org.threshold.homelessness.ReviewEvent;
import org.threshold.homelessness.ReviewTimes;
import org.threshold.homelessness.Reviews;
import org.threshold.homelessness.ReviewsOfCase;

/** One review: what happened in it, and what is recorded when it happens rather than in a step. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/reviews/{id}")
class ReviewController {

    private static final int LONGEST = 10000;
    private static final int LONGEST_NOTE = 2000;

    private final CaseFrame frame;
    private final ReviewsOfCase reviews;
    private final Reviews request;
    private final ReviewCourse course;
    private final ReviewTimes times;
    private final ReviewAccommodations accommodations;

    ReviewController(CaseFrame frame, ReviewsOfCase reviews, Reviews request, ReviewCourse course, ReviewTimes times,
                     ReviewAccommodations accommodations) {
        this.frame = frame;
        this.reviews = reviews;
        this.request = request;
        this.course = course;
        this.times = times;
        this.accommodations = accommodations;
    }

    @GetMapping
    String show(@PathVariable String reference, @PathVariable long id, Model model) {
        return page(model, view(reference, id, model), TypedForm.empty());
    }

    @PostMapping("/representations")
    String representations(@PathVariable String reference, @PathVariable long id,
                           @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        ReviewsOfCase.View view = view(reference, id, model);
        TypedForm form = TypedForm.of(posted, "saidOn-day", "saidOn-month", "saidOn-year", "form", "said");
        LocalDate on = day(form, "saidOn", "The day they came");
        ReviewEvent.Form how = form.choice("form", ReviewEvent.Form.class, "Select how they came");
        if (how == null && form.error("form") == null) {
            form.wrong("form", "Select how they came");
        }
        String said = form.required("said", LONGEST, "What they say", "Enter what they say, in their words where you can");
        return done(model, view, form, redirect, "The representations were recorded. The reviewer considers them.",
                at -> course.represent(at, on, how, said));
    }

    @PostMapping("/accommodation-asked")
    String accommodationAsked(@PathVariable String reference, @PathVariable long id,
                              @RequestParam MultiValueMap<String, String> posted, Model model,
                              RedirectAttributes redirect) {
        ReviewsOfCase.View view = view(reference, id, model);
        TypedForm form = TypedForm.of(posted, "asked");
        String asked = form.required("asked", LONGEST_NOTE, "What they say", "Enter what they ask for, and what is new");
        return done(model, view, form, redirect, "The step ‘Consider accommodation until then’ is open.",
                at -> accommodations.askedAgain(at, asked));
    }

    @PostMapping("/extension")
    String extension(@PathVariable String reference, @PathVariable long id,
                     @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        ReviewsOfCase.View view = view(reference, id, model);
        TypedForm form = TypedForm.of(posted, "agreedOn-day", "agreedOn-month", "agreedOn-year", "until-day",
                "until-month", "until-year", "where");
        LocalDate agreed = day(form, "agreedOn", "The day of the agreement");
        LocalDate until = day(form, "until", "The new last day");
        String where = form.required("where", LONGEST_NOTE, "The agreement",
                "Enter what the written agreement is, and where it is kept");
        return done(model, view, form, redirect, "The last day of the review is later. A letter confirms it.",
                at -> times.extend(at, agreed, until, where));
    }

    @PostMapping("/reviewer")
    String reviewer(@PathVariable String reference, @PathVariable long id,
                    @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        ReviewsOfCase.View view = view(reference, id, model);
        TypedForm form = TypedForm.of(posted, "reviewer", "why");
        String who = form.text("reviewer");
        if (who.isEmpty()) {
            form.wrong("reviewer", "Select the new reviewer");
        }
        String why = form.required("why", LONGEST_NOTE, "The reason", "Enter why the reviewer changes");
        return done(model, view, form, redirect, "The reviewer was changed. Hand the open step over to them.",
                at -> course.choose(at, who, why));
    }

    @PostMapping("/withdrawal")
    String withdrawal(@PathVariable String reference, @PathVariable long id,
                      @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        ReviewsOfCase.View view = view(reference, id, model);
        TypedForm form = TypedForm.of(posted, "withdrawnOn-day", "withdrawnOn-month", "withdrawnOn-year", "how");
        LocalDate on = day(form, "withdrawnOn", "The day they withdrew it");
        String how = form.required("how", LONGEST_NOTE, "How", "Enter how they withdrew it, and what they said");
        return done(model, view, form, redirect, "The review has ended: the request was withdrawn.",
                at -> request.withdraw(at, on, how));
    }

    @PostMapping("/appeal")
    String appeal(@PathVariable String reference, @PathVariable long id,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        ReviewsOfCase.View view = view(reference, id, model);
        TypedForm form = TypedForm.of(posted, "appealedOn-day", "appealedOn-month", "appealedOn-year", "grounds");
        LocalDate on = day(form, "appealedOn", "The day of the appeal");
        String grounds = form.required("grounds", LONGEST_NOTE, "The appeal",
                "Enter the number of the claim and the point of law");
        return done(model, view, form, redirect, "The appeal was recorded.", at -> times.appealed(at, on, grounds));
    }

    @PostMapping("/court")
    String court(@PathVariable String reference, @PathVariable long id,
                 @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        ReviewsOfCase.View view = view(reference, id, model);
        TypedForm form = TypedForm.of(posted, "courtOn-day", "courtOn-month", "courtOn-year", "court", "order");
        LocalDate on = day(form, "courtOn", "The day of the order");
        ReviewEvent.Court outcome = form.choice("court", ReviewEvent.Court.class, "Select what the court decided");
        if (outcome == null && form.error("court") == null) {
            form.wrong("court", "Select what the court decided");
        }
        String order = form.required("order", LONGEST_NOTE, "The order", "Enter what the court ordered");
        return done(model, view, form, redirect, "What the court decided was recorded.",
                at -> times.court(at, outcome, on, order));
    }

    private ReviewsOfCase.View view(String reference, long id, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return reviews.of(of).stream().filter(each -> each.review().id() == id).findFirst().orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review on this case."));
    }

    private static LocalDate day(TypedForm form, String key, String what) {
        LocalDate day = form.date(key, what);
        if (day == null && form.error(key) == null) {
            form.wrong(key, "Enter " + Character.toLowerCase(what.charAt(0)) + what.substring(1));
        }
        return day;
    }

    private String done(Model model, ReviewsOfCase.View view, TypedForm form, RedirectAttributes redirect, String words,
                        Consumer<Long> act) {
        if (!form.isWrong()) {
            try {
                act.accept(view.review().id());
                redirect.addFlashAttribute("confirmation", words);
                return "redirect:/cases/" + view.review().caseReference() + "/reviews/" + view.review().id();
            } catch (NotPossible refused) {
                form.wrong("save", refused.getMessage());
            }
        }
        return page(model, view, form);
    }

    private String page(Model model, ReviewsOfCase.View view, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("view", view);
        model.addAttribute("review", view.review());
        model.addAttribute("forms", ReviewEvent.Form.values());
        model.addAttribute("courts", ReviewEvent.Court.values());
        model.addAttribute("reviewers", view.review().running() ? choices(course.couldReview(view.review().id()))
                : List.of());
        return "casepage/review";
    }

    private static List<Option> choices(Map<String, String> people) {
        return new LinkedHashMap<>(people).entrySet().stream().map(each -> new Option(each.getKey(), each.getValue()))
                .toList();
    }
}
