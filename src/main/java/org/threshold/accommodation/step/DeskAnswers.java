package org.threshold.accommodation.step;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threshold.accommodation.BenefitEstimates.Means;
import org.threshold.accommodation.BenefitEstimates.Standing;
import org.threshold.accommodation.NewSignUp;
import org.threshold.accommodation.SignUp.Body;
import org.threshold.accommodation.SignUp.Consent;
import org.threshold.accommodation.SignUp.LivesOn;
import org.threshold.accommodation.SignUp.Place;
import org.threshold.worklist.Answers;

/** The answers of both forms that sign a household up, as what this room records. */
final class DeskAnswers {

    private static final int PENCE = 100;

    private static final Map<String, String> EVIDENCE = evidence();

    private final Answers answers;

    DeskAnswers(Answers answers) {
        this.answers = answers;
    }

    Place place() {
        return answers.code("place", Place.class);
    }

    String placeName() {
        return answers.text(place() == Place.OFFICE ? "office" : "placeName");
    }

    NewSignUp signUp() {
        return new NewSignUp(place(), placeName(), livesOn(), missing(), answers.day("nextReviewOn"), consents(),
                answers.text("childrensServices") == null || "none".equals(answers.text("childrensServices")) ? null
                        : answers.yes("childrensServices"), answers.text("toldOfArea"));
    }

    List<LivesOn> livesOn() {
        return answers.codes("livesOn").stream().map(LivesOn::valueOf).toList();
    }

    /** What they still have to bring, in words. */
    List<String> missing() {
        List<String> items = new ArrayList<>(answers.codes("evidence").stream().map(EVIDENCE::get).toList());
        if (answers.text("evidenceOther") != null) {
            items.add(answers.text("evidenceOther"));
        }
        return items;
    }

    private List<Consent> consents() {
        List<Consent> consents = new ArrayList<>();
        consent(Body.SCHOOL, "schoolConsent", consents);
        consent(Body.GP, "gpConsent", consents);
        consent(Body.HEALTH_VISITOR, "visitorConsent", consents);
        return consents;
    }

    private void consent(Body body, String question, List<Consent> consents) {
        if (answers.text(question) != null && !"none".equals(answers.text(question))) {
            consents.add(new Consent(body, answers.yes(question), answers.text(question + "Names")));
        }
    }

    /**
     * Their means for the estimate.
     *
     * @param noBenefit whether they pay in full, or cannot get Housing Benefit
     */
    Means means(boolean noBenefit) {
        Standing standing = noBenefit ? Standing.NO_BENEFIT : isPassported() ? Standing.PASSPORTED
                : Standing.NOT_PASSPORTED;
        return new Means(standing, pence("weeklyIncome"), answers.rows("otherAdults").stream()
                .map(row -> new DeskAnswers(row).pence("earns")).toList());
    }

    boolean isPassported() {
        return livesOn().stream().anyMatch(LivesOn::passported);
    }

    private Integer pence(String key) {
        return answers.values().get(key) instanceof BigDecimal pounds
                ? Integer.valueOf(pounds.multiply(BigDecimal.valueOf(PENCE)).intValueExact()) : null;
    }

    private static Map<String, String> evidence() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("IDENTITY", "Proof of identity");
        items.put("NINO", "Proof of National Insurance number");
        items.put("BENEFIT_AWARD", "Award letter or screenshot of Universal Credit or another benefit");
        items.put("WAGES", "Payslips of the last two months, or five weeks if paid weekly");
        items.put("SELF_EMPLOYED", "Accounts of self-employment");
        items.put("BANK", "Bank statements of the last two months");
        items.put("SAVINGS", "Proof of savings");
        items.put("CHILD_BENEFIT", "Child Benefit award");
        items.put("IMMIGRATION", "Immigration status");
        items.put("NON_DEPENDANTS", "Income of other adults in the household");
        return items;
    }
}
