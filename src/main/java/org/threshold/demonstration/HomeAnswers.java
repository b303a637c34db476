package org.threshold.demonstration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What officers of the demonstration write on the way to the keys and after them, by field. */
final class HomeAnswers {

    private HomeAnswers() {
    }

    static Map<String, String> found(long unit) {
        return of("unitSearch", "FOUND", "unit", String.valueOf(unit), "whyNotOthers",
                "Looked at each of them today: too small, or kept for somebody who cannot climb stairs");
    }

    static Map<String, String> whyOutside(List<Long> people) {
        Map<String, String> answers = of("proposed", "yes", "miles", "32", "minutes", "70", "nothingNearer",
                "What was free in the borough holds fewer people or has no kitchen", "priority", "NEARBY", "policyReasons",
                "Part 4: no exams, no care that binds them to the borough", "welfare",
                "The children are under school age; the move was talked through with both parents", "affordable",
                "Housing Benefit covers the rent; fares are paid for the first month", "told", "yes", "said",
                "They would rather be nearer to a grandmother, and accept it", "wayBack",
                "Two bedrooms within Exampleton, looked at each week");
        for (int row = 0; row < people.size(); row++) {
            String at = "members[" + row + "].";
            answers.putAll(of(at + "person", String.valueOf(people.get(row)), at + "work", "None that binds them", at
                    + "workSource", "ASKED", at + "care", "None", at + "careSource", "ASKED", at + "schoolYear", "NONE",
                    at + "school", "Not at school", at + "schoolSource", "ASKED", at + "health",
                    "Registered with a doctor; a surgery there takes them", at + "healthSource", "ASKED", at
                    + "services", "A bus each half hour, a children’s centre nearby", at + "servicesSource", "ASKED"));
        }
        return answers;
    }

    static Map<String, String> approved() {
        return of("approved", "yes", "comments", "Nothing nearer, and no school to leave. Look again in four weeks");
    }

    static Map<String, String> suits(List<Long> people, boolean bedAndBreakfast) {
        Map<String, String> answers = of("space", bedAndBreakfast ? "One room for all of them: for a few nights only"
                : "Enough rooms for all of them", "location", "On the bus line to school and work", "affordable",
                "Told what benefit does not cover, and that it leaves enough to live on");
        for (int row = 0; row < people.size(); row++) {
            answers.putAll(of("members[" + row + "].person", String.valueOf(people.get(row)), "members[" + row
                    + "].suits", "yes", "members[" + row + "].why", "Asked about health, school and work"));
        }
        if (bedAndBreakfast) {
            answers.putAll(of("nothingElse", "nothing", "nothingElseWords",
                    "Every flat in the register was looked at that day, and two landlords were rung"));
        }
        return answers;
    }

    static Map<String, String> offer() {
        return of("addressTold", "yes", "toldHow", "IN_PERSON", "replyWithin", "AT_ONCE", "offerAnswer", "ACCEPTED",
                "signUpNow", "yes");
    }

    /** @param evidence what they still have to bring, or null */
    static Map<String, String> claimed(String claim, String evidence) {
        Map<String, String> answers = signedUp();
        answers.putAll(of("claimMade", "yes", "claimKind", "NEW_CLAIM", "claimReference", claim));
        if (evidence != null) {
            answers.put("evidence", evidence);
        }
        return answers;
    }

    static Map<String, String> notClaimed(String reason) {
        Map<String, String> answers = signedUp();
        answers.putAll(of("claimMade", "no", "releaseReason", reason));
        return answers;
    }

    private static Map<String, String> signedUp() {
        return of("deskAnswer", "SIGNED_UP", "place", "OFFICE", "office", "North Office", "identitySeen", "yes",
                "ninoKnown", "yes", "livesOn", "UNIVERSAL_CREDIT", "licenceExplained", "true", "licenceSigned", "true",
                "costsTold", "true", "belongingsAtRisk", "no", "pets", "no", "safetyExplained", "true", "toldOfArea",
                "They looked at the map together", "schoolConsent", "none", "gpConsent", "no", "visitorConsent", "none",
                "childrensServices", "no", "rightsTold", "true");
    }

    static Map<String, String> released() {
        return of("keysReleased", "yes");
    }

    static Map<String, String> keys(LocalDate day) {
        return of("keysOutcome", "KEYS_GIVEN", "firstNight", day.toString());
    }

    static Map<String, String> livingThere() {
        return of("livingThere", "yes", "words", "Rang them: settled in, the heating works");
    }

    static Map<String, String> lateClaim(String claim, LocalDate day) {
        return of("claimNow", "yes", "claimKind", "NEW_CLAIM", "claimReference", claim, "claimMadeOn", day.toString());
    }

    static Map<String, String> wayOut(LocalDate by) {
        return of("wayOut", "SELF_CONTAINED", "words", "Asked for the next flat with two bedrooms that comes back",
                "outBy", by.toString());
    }

    static Map<String, String> of(String... pairs) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i], pairs[i + 1]);
        }
        return answers;
    }
}
