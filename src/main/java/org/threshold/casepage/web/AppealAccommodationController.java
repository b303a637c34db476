package org.threshold.casepage.web;

import java.util.List;
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
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewAccommodation.Considered;
import org.threshold.homelessness.ReviewAccommodations;
import org.threshold.homelessness.ReviewsOfCase;

/** Accommodation until an appeal to the county court is decided: asked for, weighed and answered (s204(4)). */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/reviews/{id}/accommodation")
class AppealAccommodationController {

    private static final int LONGEST = 4000;

    private final CaseFrame frame;
    private final ReviewsOfCase reviews;
    private final ReviewAccommodations accommodations;

    AppealAccommodationController(CaseFrame frame, ReviewsOfCase reviews, ReviewAccommodations accommodations) {
        this.frame = frame;
        this.reviews = reviews;
        this.accommodations = accommodations;
    }

    @GetMapping
    String show(@PathVariable String reference, @PathVariable long id, Model model) {
        return page(model, view(reference, id, model), TypedForm.empty());
    }

    @PostMapping
    String save(@PathVariable String reference, @PathVariable long id,
                @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        ReviewsOfCase.View view = view(reference, id, model);
        TypedForm form = TypedForm.of(posted, "granted", "merits", "newMaterial", "circumstances", "reasons");
        String merits = form.required("merits", LONGEST, "The merits", "Enter how good their case is");
        String material = form.required("newMaterial", LONGEST, "What is new", "Enter what is new, or that nothing is");
        String circumstances = form.required("circumstances", LONGEST, "Their circumstances",
                "Enter their personal circumstances");
        if (!form.text("granted").equals("yes") && !form.text("granted").equals("no")) {
            form.wrong("granted", "Select whether you accommodate them");
        }
        String reasons = form.required("reasons", LONGEST, "Your reasons", "Enter your reasons, for the letter");
        if (!form.isWrong()) {
            try {
                accommodations.pendingAppeal(id, new Considered(form.text("granted").equals("yes"), merits, material,
                        circumstances, reasons));
                redirect.addFlashAttribute("confirmation", "Recorded. A letter tells them.");
                return "redirect:/cases/" + view.review().caseReference() + "/reviews/" + id;
            } catch (NotPossible refused) {
                form.wrong("save", refused.getMessage());
            }
        }
        return page(model, view, form);
    }

    private ReviewsOfCase.View view(String reference, long id, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return reviews.of(of).stream().filter(each -> each.review().id() == id).findFirst().orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review on this case."));
    }

    private static String page(Model model, ReviewsOfCase.View view, TypedForm form) {
        Review review = view.review();
        model.addAttribute("form", form);
        model.addAttribute("view", view);
        model.addAttribute("review", review);
        model.addAttribute("yesNo", List.of(new Option("yes", "Yes"), new Option("no", "No")));
        return "casepage/review-accommodation";
    }
}
