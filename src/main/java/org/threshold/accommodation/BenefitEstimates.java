package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/**
 * What Housing Benefit may cover of a charge, and what the household would pay itself: an estimate, never an award. The
 * room of charges answers.
 */
public interface BenefitEstimates {

    /** To stand wherever an estimate is shown or printed. */
    String CAUTION = "This is an estimate. The benefit office decides how much Housing Benefit you get.";

    /** What is known of the household's income. */
    enum Standing {
        PASSPORTED("Gets Universal Credit, Income Support, income-based JSA, income-related ESA or guarantee Pension"
                + " Credit"),
        NOT_PASSPORTED("Gets none of these"),
        NO_BENEFIT("Cannot get Housing Benefit, or pays in full");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param weeklyIncome   in pence, as the benefit office would count it; needed where nothing passports them, else null
     * @param adultsEarnings for each other adult who lives with them and is no partner, what they earn a week before tax,
     *                       in pence; 0 who does not work. Leave out who is under 18, or gets Pension Credit
     */
    record Means(Standing standing, Integer weeklyIncome, List<Integer> adultsEarnings) {
    }

    /**
     * A week in pence.
     *
     * @param eligible      the part of the charge that Housing Benefit may cover
     * @param ineligible    the part that it may not
     * @param nonDependants taken off for other adults
     * @param incomePart    taken off for income above the allowances
     * @param benefit       what Housing Benefit is expected to pay
     * @param ownShare      what is left to the household: {@code eligible + ineligible - benefit}
     * @param ratesFrom     the day from which the amounts hold that were used
     * @param because       the same in sentences, for the household
     */
    record Estimate(int eligible, int ineligible, int nonDependants, int incomePart, int benefit, int ownShare,
                    LocalDate ratesFrom, List<String> because) {
    }

    /**
     * Works it out without keeping it.
     *
     * @throws IllegalArgumentException with a sentence for the officer, where the income is missing or an amount is
     *                                  negative
     */
    Estimate estimate(CaseReference caseReference, Rate rate, Means means);

    /** Works it out and keeps it as what the household was told. */
    Estimate tell(CaseReference caseReference, long placementId, Rate rate, Means means);

    /** What the household was told last about this placement. */
    Optional<Estimate> told(CaseReference caseReference, long placementId);
}
