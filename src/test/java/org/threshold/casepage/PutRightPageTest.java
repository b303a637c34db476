package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewConsequences;
import org.threshold.homelessness.ReviewMatter;
import org.threshold.homelessness.Reviews;

/** What an overturned decision changed, and the order of a court that quashes one, over HTTP. */
class PutRightPageTest extends CasePageTest {

    @Autowired
    private Reviews reviews;
    @Autowired
    private ReviewConsequences consequences;
    @Autowired
    private RestrictedCases restricted;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void theOrderOfTheCourtIsRecordedAndWhatFollowsIsShown() {
        long review = decided(Review.Outcome.UPHELD);
        String page = "/cases/" + reference + "/put-right";
        LocalDate today = LocalDate.now(clock);
        assertThat(desk.get(page).text()).contains("No decision on this case was overturned",
                "The court has quashed the decision");
        assertThat(desk.post(page, "review", "1", "order", " ").text()).contains("Select the decision that the court",
                "Enter the day of the order", "Enter what the court ordered");

        Desk.Answer saved = desk.post(page, "review", String.valueOf(review), "on-day",
                String.valueOf(today.getDayOfMonth()), "on-month", String.valueOf(today.getMonthValue()), "on-year",
                String.valueOf(today.getYear()), "order", "Quashed: the doctor was not asked");

        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        assertThat(desk.follow(saved).text()).contains("The order was recorded", "Quashed by the county court",
                "Quashed: the doctor was not asked", "What is open now");
        assertThat(consequences.of(reference)).singleElement();
        assertThat(desk.get("/cases/" + reference).text()).contains("What an overturned decision changed");
    }

    /** Facts are never changed, and a case that somebody may not know of is one that never was. */
    @Test
    void whatFollowedCannotBeChangedAndIsHiddenWithItsCase() {
        long review = decided(Review.Outcome.OVERTURNED);
        consequences.see(review);
        for (String change : new String[] {"update review_consequence set stage = 'RELIEF'",
            "delete from review_consequence", "truncate review_consequence cascade"}) {
            assertThat(catchThrowable(() -> jdbc.sql(change + (change.startsWith(
                    "truncate") ? "" : " where review_id = " + review)).update())).as(change).isNotNull();
        }
        as("leader");
        restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, "At risk", "leader", Set.of("senior"));
        assertThat(desk.get("/cases/" + reference + "/put-right").status()).isEqualTo(404);
    }

    private long decided(Review.Outcome outcome) {
        LocalDate today = LocalDate.now(clock);
        long review = reviews.request(reference, new Review.Request(ReviewMatter.SUITABILITY, today, Set.of("senior"),
                today, Review.Form.PHONE, "It is damp", null, null, null));
        as("manager");
        reviews.decide(review, outcome, "The letter of the doctor was not asked for.");
        as("officer");
        return review;
    }

    private static void as(String username) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(username,
                null, AuthorityUtils.NO_AUTHORITIES));
    }
}
