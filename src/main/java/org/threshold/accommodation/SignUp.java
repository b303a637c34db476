package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.CaseReference;

/**
 * What was done with a household in person before it had the keys, in the order of the desk.
 *
 * @param place         where officer and household were together
 * @param placeName     which office, hospital, refuge or home
 * @param officer       username of who signed them up
 * @param livesOn  what the household lives on, as names of {@link LivesOn}
 * @param evidence      what they still have to bring for their claim, one item each
 * @param nextReviewOn  when suitability is to be looked at again, or null
 * @param childrensServices whether they agree that children's services are asked to help (s213A); null where no child
 *                      lives with them
 * @param toldOfArea    what they said when told that it is outside the district; null where it is not
 */
public record SignUp(long placementId, CaseReference caseReference, Place place, String placeName, LocalDate signedOn,
                     String officer, List<LivesOn> livesOn, List<String> evidence, LocalDate nextReviewOn,
                     List<Consent> consents, Boolean childrensServices, String toldOfArea) {

    /** Where officer and household can be together. */
    public enum Place {
        OFFICE("At an office"), HOSPITAL("At a hospital"), REFUGE("At a refuge"), HOME("Where they stay now"),
        UNIT("At the accommodation");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What a household lives on, as far as it decides about a claim. */
    public enum LivesOn {
        UNIVERSAL_CREDIT("Universal Credit", true),
        PASSPORTED("Income Support, income-based JSA, income-related ESA or the guarantee part of Pension Credit", true),
        OTHER_BENEFITS("Other benefits", false), WORK("Wages or self-employment", false), NOTHING("Nothing", false);

        private final String words;
        private final boolean passported;

        LivesOn(String words, boolean passported) {
            this.words = words;
            this.passported = passported;
        }

        public String words() {
            return words;
        }

        /** Whether it gives full Housing Benefit without a test of income (SI 2006/213 reg 2(3), Sch 5 and 6). */
        public boolean passported() {
            return passported;
        }
    }

    /** Whom the household may agree that we tell where they live now (s213AA). */
    public enum Body {
        SCHOOL("school or college"), GP("GP surgery"), HEALTH_VISITOR("health visitor");

        private final String words;

        Body(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * The answer to one of the questions of consent; a body that was not asked about has none.
     *
     * @param names of the schools, surgery or health visitor, as they said; null where they did not agree
     */
    public record Consent(Body body, boolean given, String names) {
    }

    public SignUp {
        livesOn = List.copyOf(livesOn);
        evidence = List.copyOf(evidence);
        consents = List.copyOf(consents);
    }

    public boolean agreed(Body body) {
        return consents.stream().anyMatch(consent -> consent.body() == body && consent.given());
    }
}
