package org.threshold.homelessness;

import java.util.Arrays;
import java.util.List;
import org.threshold.clock.Finding;

/** What was found against somebody: the notice must give the reasons for every such point (s184(3)). */
final class AdversePoints {

    private AdversePoints() {
    }

    /** The points against them besides the one that the decision itself names. */
    static List<Question> others(DecisionOutcome outcome, Findings findings) {
        return Arrays.stream(Question.values()).filter(question -> against(question, findings.of(question)))
                .filter(question -> question != named(outcome)).toList();
    }

    private static boolean against(Question question, Finding finding) {
        return finding == (question == Question.INTENTIONAL ? Finding.YES : Finding.NO);
    }

    private static Question named(DecisionOutcome outcome) {
        return switch (outcome) {
            case NOT_HOMELESS -> Question.HOMELESS;
            case NOT_ELIGIBLE -> Question.ELIGIBLE;
            case NOT_PRIORITY_NEED -> Question.PRIORITY_NEED;
            case INTENTIONAL -> Question.INTENTIONAL;
            default -> null;
        };
    }

    /** The point in words to the applicant, to follow 'We also decided that'. */
    static String toThem(Question question) {
        return switch (question) {
            case HOMELESS -> "you are not homeless";
            case ELIGIBLE -> "you are not eligible for this help";
            case PRIORITY_NEED -> "you do not have a priority need";
            case INTENTIONAL -> "you became homeless intentionally";
        };
    }

    /** The same to the officer, to follow 'Say also why'. */
    static String toOfficer(Question question) {
        return switch (question) {
            case HOMELESS -> "they are not homeless";
            case ELIGIBLE -> "they are not eligible";
            case PRIORITY_NEED -> "they are not in priority need";
            case INTENTIONAL -> "they became homeless intentionally";
        };
    }
}
