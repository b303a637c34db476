package org.threshold.casepage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewableDecisions;
import org.threshold.homelessness.ReviewableDecisions.Reviewable;
import org.threshold.homelessness.Reviews;
import org.threshold.homelessness.ReviewsOfCase;

/** Reviews on a case: those asked for so far, and a request that has just come. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/reviews")
class ReviewsController {

    private static final String[] FIELDS = {"decision", "requestedOn-day", "requestedOn-month", "requestedOn-year",
            "form", "what", "late", "lateReasons"};

    /** A decision or an answer as the page offers it. */
    record Choice(String name, String title) {
    }

    private final CaseFrame frame;
    private final Reviews reviews;
    private final ReviewsOfCase course;
    private final ReviewableDecisions decisions;
    private final Words words;

    ReviewsController(CaseFrame frame, Reviews reviews, ReviewsOfCase course, ReviewableDecisions decisions,
                      Words words) {
        this.frame = frame;
        this.reviews = reviews;
        this.course = course;
        this.decisions = decisions;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(model, frame.show(model, reference, "").reference(), TypedForm.empty());
    }

    @PostMapping
    String request(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                   RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, FIELDS);
        CaseFile file = frame.show(model, reference, "");
        Optional<Review.Request> request = read(form, file.reference());
        if (request.isEmpty()) {
            return page(model, file.reference(), form);
        }
        try {
            reviews.request(file.reference(), request.get());
        } catch (NotPossible refused) {
            form.wrong("save", refused.getMessage());
            return page(model, file.reference(), form);
        }
        boolean taken = request.get().late() == null || request.get().late().accepted();
        redirect.addFlashAttribute("confirmation", taken
                ? "The request was recorded. Choose the reviewer, and consider today whether they have somewhere to stay."
                : "The request was recorded as late and not taken. A letter tells them, and why.");
        return "redirect:/cases/" + file.reference();
    }

    /** Empty when something typed is wrong. */
    private Optional<Review.Request> read(TypedForm form, CaseReference reference) {
        Optional<Reviewable> decision = decisions.of(reference).stream()
                .filter(each -> each.key().equals(form.text("decision"))).findFirst();
        if (decision.isEmpty()) {
            form.wrong("decision", "Select the decision that they want reviewed");
        }
        LocalDate day = form.date("requestedOn", "The day they asked");
        if (day == null && form.error("requestedOn") == null) {
            form.wrong("requestedOn", "Enter the day they asked");
        }
        Review.Form how = form.choice("form", Review.Form.class, "Select how they asked");
        if (how == null && form.error("form") == null) {
            form.wrong("form", "Select how they asked");
        }
        String what = form.required("what", Reviews.LONGEST_REQUEST, "What they say",
                "Enter what they say, in their words where you can");
        Review.Late late = decision.isPresent() && day != null ? late(form, decision.get(), day) : null;
        return form.isWrong() ? Optional.empty() : Optional.of(new Review.Request(decision.get().matter(),
                decision.get().notifiedOn(), decision.get().decidedBy(), day, how, what, late, null, decision.get().key()));
    }

    /** Asked only of a request after the 21 days; what was filled in for one in time is left aside. */
    private Review.Late late(TypedForm form, Reviewable decision, LocalDate day) {
        LocalDate last = reviews.lastDayToAsk(decision.notifiedOn());
        if (!day.isAfter(last)) {
            return null;
        }
        if (!form.text("late").equals("yes") && !form.text("late").equals("no")) {
            form.wrong("late", "Their 21 days ended on " + words.day(last)
                    + ". Select whether you take the request all the same");
        }
        String why = form.required("lateReasons", Reviews.LONGEST_LATE_REASONS, "Your reasons",
                "Enter why you take, or do not take, a late request");
        return new Review.Late(form.text("late").equals("yes"), why);
    }

    private String page(Model model, CaseReference of, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("reviews", course.of(of));
        model.addAttribute("decisions", decisions.of(of).stream().map(each -> new Choice(each.key(),
                each.matter().title(each.key()) + ", notified on " + words.day(each.notifiedOn()) + ". They can ask until "
                        + words.day(reviews.lastDayToAsk(each.notifiedOn())))).toList());
        model.addAttribute("forms", Review.Form.values());
        model.addAttribute("yesNo", List.of(new Choice("yes", "Yes, take it"), new Choice("no", "No")));
        return "casepage/reviews";
    }
}
