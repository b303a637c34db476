package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.homelessness.NewApproach;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.Reviews;
import org.threshold.homelessness.ReviewsOfCase;

/** The pages of reviews: what they say, what they record, and what they refuse without losing what was typed. */
class ReviewPagesTest extends CasePageTest {

    @Autowired
    private Reviews reviews;
    @Autowired
    private ReviewsOfCase views;

    private long id;
    private String at;
    private LocalDate today;

    @BeforeEach
    void asksForAReview() {
        today = LocalDate.now(clock);
        id = reviews.request(reference, new Review.Request(ReviewMatter.PLAN_STEPS_RELIEF, today, Set.of("officer"),
                today, Review.Form.EMAIL, "Nobody asked <b>my doctor</b>", null, null));
        at = "/cases/" + reference + "/reviews/" + id;
    }

    @Test
    void theCaseShowsEachReviewWithWhatComesNext() {
        assertThat(desk.get("/cases/" + reference + "/reviews").body()).contains(at, "Running", "Choose the reviewer.",
                "Last day for the decision");
        assertThat(desk.get(at).body()).contains("Nobody asked &lt;b&gt;my doctor&lt;/b&gt;", "Not named yet",
                "s202(1)(ba)(i)", "Representations came", "They withdraw the request")
                .doesNotContain("They appealed to the county court", "Another reviewer");
    }

    @Test
    void representationsAreCheckedAndKept() {
        assertThat(desk.post(at + "/representations", "said", " ").body()).contains("Enter the day they came",
                "Select how they came", "Enter what they say");
        assertThat(desk.post(at + "/representations", fields("saidOn", today.plusDays(2), "form", "WRITTEN", "said",
                "Kept as typed")).body()).contains("The day must be between the day they asked and today", "Kept as typed");
        assertThat(desk.post(at + "/representations", fields("saidOn", today, "form", "SPOKEN", "said",
                "<script>alert(1)</script>")).status()).isEqualTo(302);
        assertThat(desk.get(at).body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Spoken, and written down by us");
    }

    @Test
    void longerTimeNeedsAnAgreementAndALaterDay() {
        assertThat(desk.post(at + "/extension", with(fields("agreedOn", today, "where", "Email"),
                fields("until", today.plusDays(3)))).body()).contains("The new last day must be after");
        assertThat(desk.post(at + "/extension", with(fields("agreedOn", today, "where", "Email"),
                fields("until", today.plusDays(40)))).status()).isEqualTo(302);
        assertThat(views.of(reference).get(0).lastDay()).isEqualTo(today.plusDays(40));
    }

    @Test
    void nobodyWhoIsNotIndependentIsMadeReviewerByHand() {
        assertThat(desk.post(at + "/reviewer", "reviewer", "officer", "why", "Knows the case").body())
                .contains("This officer may not review the decision");
        assertThat(desk.post(at + "/reviewer", "reviewer", "", "why", "").body()).contains("Select the new reviewer",
                "Enter why the reviewer changes");
        assertThat(desk.post(at + "/reviewer", "reviewer", "leader", "why", "Free this week").status()).isEqualTo(302);
        assertThat(desk.get(at).body()).contains("Another reviewer", "Free this week");
    }

    @Test
    void anAppealNeedsADecisionAndARefusedAskSaysWhy() {
        assertThat(desk.post(at + "/appeal", fields("appealedOn", today, "grounds", "Law")).body())
                .contains("They can appeal only against a decision on review");
        assertThat(desk.post(at + "/court", fields("courtOn", today, "court", "QUASHED", "order", "Quashed")).body())
                .contains("No appeal is recorded on this review");
        assertThat(desk.post(at + "/accommodation-asked", "asked", "Put out tonight").body())
                .contains("is being considered now", "Put out tonight");
        assertThat(desk.get(at + "/accommodation").body()).contains("There is nothing to appeal against yet");
        assertThat(desk.post(at + "/accommodation", "granted", "maybe").body()).contains("Select whether you accommodate",
                "Enter how good their case is", "Enter your reasons");
    }

    @Test
    void aWithdrawnReviewIsOverAndAnotherCasesReviewIsNotThere() {
        assertThat(desk.post(at + "/withdrawal", fields("withdrawnOn", today, "how", "They rang")).status()).isEqualTo(302);
        assertThat(desk.get(at).body()).contains("The request was withdrawn").doesNotContain("Representations came");
        String other = "/cases/" + approaches.take(new NewApproach(household())) + "/reviews/" + id;
        assertThat(desk.get(other).status()).isEqualTo(404);
        assertThat(desk.post(other + "/withdrawal", fields("withdrawnOn", today, "how", "They rang")).status())
                .isEqualTo(404);
        assertThat(desk.get("/cases/" + reference + "/reviews/nothing").status()).isIn(400, 404);
    }

    private static String[] fields(String key, LocalDate day, String... more) {
        List<String> all = new ArrayList<>(List.of(key + "-day", "" + day.getDayOfMonth(), key + "-month",
                "" + day.getMonthValue(), key + "-year", "" + day.getYear()));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    private static String[] with(String[] first, String[] second) {
        List<String> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(second));
        return all.toArray(String[]::new);
    }
}
