package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;

/**
 * An assessment under s189A(1) in the categories that councils report (H-CLIC); their codes are the option values of
 * the form.
 *
 * @param lostOn        when the last settled home was or will be lost; may be null
 * @param satisfiedOn   the day on which the council was satisfied that a duty is owed; null when none is
 * @param noticeType    NONE, SECTION_8, SECTION_21 or OTHER for someone threatened; otherwise null
 * @param outcomeReasons why no duty is owed; otherwise null
 */
public record Assessment(String circumstances, String reasonForLoss, String arrearsReason, LocalDate lostOn,
                         String lastSettledHome, String lastPostcode, String accommodationNow, String sleptRough,
                         String employment, String ethnicity, String referral, String referralBody,
                         String housingNeeds, List<String> supportNeeds, String supportSummary, Outcome outcome,
                         LocalDate satisfiedOn, String noticeType, LocalDate noticeExpires, String outcomeReasons,
                         Background background) {

    /**
     * What the statistics ask and nobody has to answer; each may be null or empty.
     *
     * @param lastUprn         the property number of the last settled home
     * @param postcodeNotKnown the postcode of the last settled home is not known, or not in the United Kingdom
     */
    public record Background(List<String> income, String sex, String genderSame, String sexualOrientation,
                             String lastUprn, boolean postcodeNotKnown) {

        public Background(List<String> income, String sex, String genderSame, String sexualOrientation) {
            this(income, sex, genderSame, sexualOrientation, null, false);
        }
    }

    /** The categories that an assessment is counted by; what it found and why it found it are not among them. */
    public record Categories(String reasonForLoss, String arrearsReason, LocalDate lostOn, String lastSettledHome,
                             String lastPostcode, String accommodationNow, String sleptRough, String employment,
                             String ethnicity, String referral, String referralBody, String noticeType,
                             LocalDate noticeExpires, Background background) {
    }

    /** The same assessment, counted by other categories. */
    Assessment with(Categories put) {
        return new Assessment(circumstances, put.reasonForLoss(), put.arrearsReason(), put.lostOn(),
                put.lastSettledHome(), put.lastPostcode(), put.accommodationNow(), put.sleptRough(), put.employment(),
                put.ethnicity(), put.referral(), put.referralBody(), housingNeeds, supportNeeds, supportSummary,
                outcome, satisfiedOn, put.noticeType(), put.noticeExpires(), outcomeReasons, put.background());
    }

    /** What an assessment leads to. */
    public enum Outcome {
        THREATENED("threatened with homelessness", DutyKind.PREVENTION),
        HOMELESS("homeless", DutyKind.RELIEF),
        NOT_HOMELESS("neither homeless nor threatened", null),
        NOT_ELIGIBLE("not eligible", null);

        private final String words;
        private final DutyKind duty;

        Outcome(String words, DutyKind duty) {
            this.words = words;
            this.duty = duty;
        }

        public String words() {
            return words;
        }

        /** The duty that arises, or null when a decision must say that none does. */
        public DutyKind duty() {
            return duty;
        }
    }
}
