package org.threshold.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What is written on the way from triage to the keys, where the form's own suggestion would not do, by field. */
final class PlacingAnswers {

    private static final double EVIDENCE_MISSING = 0.4;
    private static final List<String> EVIDENCE = List.of("BANK", "WAGES", "IDENTITY");

    private final RandomGenerator random;
    private final String office;
    private final boolean claims;

    /** @param claims whether the claim is made at the desk */
    PlacingAnswers(RandomGenerator random, String office, boolean claims) {
        this.random = random;
        this.office = office;
        this.claims = claims;
    }

    Map<String, String> of(String element, long unit) {
        return switch (element) {
            case "task_triageApproach" -> FirstAnswers.interim();
            case "task_findUnit" -> Map.of("unitSearch", "FOUND", "unit", String.valueOf(unit), "whyNotOthers",
                    "Looked at each of them today: too small, or kept for somebody who cannot climb stairs");
            case "task_recordWhyOutside" -> Map.of("proposed", "yes", "priority", "NEARBY", "miles", "32", "minutes",
                    "70", "nothingNearer", "Nothing that was free in the borough holds all of them");
            case "task_approveOutside" -> Map.of("comments", "Nothing nearer. Look again in four weeks");
            case "task_signUpAtDesk" -> signUp();
            default -> Map.of();
        };
    }

    private Map<String, String> signUp() {
        Map<String, String> answers = new HashMap<>(Map.of("office", office, "livesOn", "UNIVERSAL_CREDIT",
                "belongingsAtRisk", "no", "pets", "no", "schoolConsent", "none", "gpConsent", "no", "visitorConsent",
                "none", "childrensServices", "no"));
        if (claims) {
            answers.putAll(Map.of("claimMade", "yes", "claimReference", ClaimNumbers.next(random)));
            if (random.nextDouble() < EVIDENCE_MISSING) {
                answers.put("evidence", EVIDENCE.get(random.nextInt(EVIDENCE.size())));
            }
        } else {
            answers.putAll(Map.of("claimMade", "no", "releaseReason", "SYSTEM_DOWN"));
        }
        return answers;
    }
}
