package org.threshold.casepage.web;

import java.time.LocalDate;
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
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.Consequence;
import org.threshold.homelessness.Consequence.Act;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewConsequences;
import org.threshold.homelessness.Reviews;
import org.threshold.worklist.Worklist;

/** What an overturned decision changed on a case: what was taken back, what is open, and who owns it. */
@Controller
@RequestMapping("/cases/{reference}/put-right")
class PutRightController {

    /** One act as the page tells it. */
    record Line(Act act, String subject) {
    }

    record Followed(Consequence consequence, Review review, List<Line> lines, boolean takenBack) {
    }

    /** A decision on review that a court may have quashed. */
    record Choice(String name, String title) {
    }

    private final CaseFrame frame;
    private final ReviewConsequences consequences;
    private final Reviews reviews;
    private final Worklist worklist;
    private final Words words;

    PutRightController(CaseFrame frame, ReviewConsequences consequences, Reviews reviews, Worklist worklist,
                       Words words) {
        this.frame = frame;
        this.consequences = consequences;
        this.reviews = reviews;
        this.worklist = worklist;
        this.words = words;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(model, frame.show(model, reference, "").reference(), TypedForm.empty());
    }

    /** The county court has quashed a decision that stood on review (s204(3)). */
    @Needs(Permission.WORK_CASES)
    @PostMapping
    String quashed(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                   RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "review", "on-day", "on-month", "on-year", "order");
        CaseReference of = frame.show(model, reference, "").reference();
        List<Choice> choices = choices(reviews.of(of));
        if (choices.stream().noneMatch(each -> each.name().equals(form.text("review")))) {
            form.wrong("review", "Select the decision that the court has quashed");
        }
        LocalDate on = form.date("on", "The day of the order");
        if (on == null && form.error("on") == null) {
            form.wrong("on", "Enter the day of the order");
        }
        String order = form.required("order", ReviewConsequences.LONGEST_ORDER, "What the court ordered",
                "Enter what the court ordered");
        if (!form.isWrong()) {
            Refusals.into(form, () -> consequences.quashed(Long.parseLong(form.text("review")), on, order));
        }
        if (form.isWrong()) {
            return page(model, of, form);
        }
        redirect.addFlashAttribute("confirmation", "The order was recorded. What was done on the strength of the"
                + " decision is being taken back.");
        return "redirect:/cases/" + of + "/put-right";
    }

    private String page(Model model, CaseReference of, TypedForm form) {
        List<Review> all = reviews.of(of);
        model.addAttribute("form", form);
        model.addAttribute("followed", consequences.of(of).stream().map(each -> followed(each, all)).toList());
        model.addAttribute("choices", choices(all));
        model.addAttribute("open", worklist.openStepsOf(of));
        return "casepage/put-right";
    }

    private Followed followed(Consequence one, List<Review> reviews) {
        return new Followed(one, reviews.stream().filter(each -> each.id() == one.reviewId()).findFirst().orElseThrow(),
                consequences.acts(one.id()).stream().map(act -> new Line(act, consequences.subjectInWords(act))).toList(),
                consequences.takenBack(one.id()));
    }

    private List<Choice> choices(List<Review> reviews) {
        return reviews.stream().filter(each -> each.result() != null
                        && each.result().outcome() == Review.Outcome.UPHELD)
                .map(each -> new Choice(String.valueOf(each.id()), each.request().matter().title() + ", notified on "
                        + words.day(each.request().decisionNotified()))).toList();
    }
}
