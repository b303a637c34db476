package org.threshold.browser;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers to a form by key; dates as ISO days. */
record Answers(Map<String, String> values) {

    static Answers of(String... keysAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Answers(values);
    }

    Answers with(String... keysAndValues) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(of(keysAndValues).values());
        return new Answers(all);
    }

    static Answers triage(String... more) {
        return of("domesticAbuse", "no", "hateCrime", "no", "aged16or17", "no").with(more);
    }

    static Answers homelessTonight() {
        return triage("homelessTonight", "yes", "reasonToBelieve", "yes", "interimDue", "yes");
    }

    static Answers noInterim() {
        return triage("homelessTonight", "no", "within56Days", "yes", "reasonToBelieve", "yes", "interimDue", "no",
                "interimNotDueBecause", "PRIORITY_NEED", "whyNoInterim", "Nobody in the household is vulnerable");
    }

    static Answers noPlaceNeeded() {
        return of("unitSearch", "NOT_NEEDED", "whyNotNeeded", "They stay with her sister, who has a room for them");
    }

    static Answers identity() {
        return of("identitySeen", "yes", "identityDocuments", "PASSPORT", "nationality", "UK",
                "habituallyResident", "yes", "eligible", "YES", "eligibleReasons", "British citizen, lives here");
    }

    static Answers assessment(String outcome, LocalDate satisfiedOn) {
        return of("circumstances", "Asked to leave by family", "reasonForLoss", "FAMILY_FRIENDS",
                "lastSettledHome", "FAMILY", "accommodationNow", "FAMILY", "employment", "PART_TIME",
                "lastPostcode", "LU1 2BQ", "income", "UNIVERSAL_CREDIT", "ethnicity", "WHITE_BRITISH", "referral", "NONE", "housingNeeds", "Two bedrooms",
                "supportSummary", "Help with a deposit", "assessmentOutcome", outcome,
                "satisfiedOn", satisfiedOn.toString(), "noticeType", "NONE");
    }

    static Answers plan(LocalDate by) {
        return of("planSteps[0].who", "COUNCIL", "planSteps[0].what", "Ring the landlord",
                "planSteps[0].kind", "MANDATORY", "planSteps[0].by", by.toString(), "planSteps[0].agreed", "yes",
                "reviewOn", by.toString(), "givenHow", "PRINTED").with(suggestedStepsAgreed());
    }

    /** The template for family who no longer want to share their home suggests seven steps. */
    private static String[] suggestedStepsAgreed() {
        return java.util.stream.IntStream.rangeClosed(1, 6).boxed()
                .flatMap(row -> java.util.stream.Stream.of("planSteps[" + row + "].agreed", "yes"))
                .toArray(String[]::new);
    }

    static Answers findings(String homeless, String eligible, String priorityNeed, String intentional) {
        return of("homeless", homeless, "homelessReasons", "No home that they may use", "eligible", eligible,
                "eligibleReasons", "Status seen", "priorityNeed", priorityNeed, "priorityNeedCategory", "DEP_CHILDREN",
                "priorityNeedReasons", "Considered with the medical evidence", "intentional", intentional,
                "intentionalReasons", "Considered why the home was lost");
    }
}
