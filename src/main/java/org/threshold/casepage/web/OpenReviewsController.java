package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.homelessness.ReviewsOfCase;

/** The reviews that run, for leaders: due when, reviewed by whom, and which are late. */
@Controller
class OpenReviewsController {

    private final ReviewsOfCase reviews;
    private final Words words;
    private final Clock clock;

    OpenReviewsController(ReviewsOfCase reviews, Words words, Clock clock) {
        this.reviews = reviews;
        this.words = words;
        this.clock = clock;
    }

    @Needs(Permission.UNBLOCK_OVERDUE)
    @GetMapping("/reviews")
    String open(Model model) {
        model.addAttribute("reviews", reviews.open());
        model.addAttribute("most", ReviewsOfCase.MOST);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("words", words);
        return "casepage/open-reviews";
    }
}
