package org.threshold.scenario;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an officer writes in the first steps of a household's case, by field. */
final class FirstAnswers {

    private static final int DIARY_DAYS = 40;
    private static final int PLAN_DAYS = 14;
    private static final int PLAN_REVIEW_DAYS = 42;
    private static final int NOTICE_WEEKS = 6;

    private FirstAnswers() {
    }

    /** Threatened or homeless, and no interim accommodation is due. */
    static Map<String, String> atRisk(boolean homelessTonight) {
        Map<String, String> answers = triage(homelessTonight ? "yes" : "no", "reasonToBelieve", "yes",
                "interimDue", "no", "interimNotDueBecause", "PRIORITY_NEED", "whyNoInterim",
                "Nobody in the household is vulnerable");
        if (!homelessTonight) {
            answers.put("within56Days", "yes");
        }
        return answers;
    }

    /** Homeless tonight, with a priority need as it seems. */
    static Map<String, String> interim() {
        return triage("yes", "reasonToBelieve", "yes", "interimDue", "yes");
    }

    /** Advice only. */
    static Map<String, String> notAtRisk() {
        return triage("no", "within56Days", "no", "riskLater", "no", "whyNoReasonToBelieve",
                "The tenancy is secure and the rent is paid");
    }

    static Map<String, String> later(LocalDate today) {
        return triage("no", "within56Days", "no", "riskLater", "yes", "diaryDate",
                today.plusDays(DIARY_DAYS).toString(), "whyNoReasonToBelieve",
                "The tenancy goes on for another three months");
    }

    static Map<String, String> advice() {
        return of("reasonToBelieve", "no", "adviceTopics", "FINDING_A_HOME", "adviceGiven",
                "How to join the housing register, and what to do when a notice comes", "advicePrinted", "yes");
    }

    static Map<String, String> identity(MadeUpHousehold household) {
        boolean refugee = household.reason().equals("ASYLUM_SUPPORT_END");
        return of("identitySeen", "yes", "identityDocuments", refugee ? "IMMIGRATION_STATUS" : "PASSPORT",
                "nationality", refugee ? "REFUGEE" : "UK", "habituallyResident", "yes", "eligible", "YES",
                "eligibleReasons", refugee ? "Refugee, with the letter that grants it"
                        : "British citizen who lives in the borough");
    }

    static Map<String, String> assessment(MadeUpHousehold household, boolean homeless, LocalDate today) {
        Map<String, String> answers = of("circumstances", Reasons.words(household.reason()),
                "reasonForLoss", household.reason(), "lastSettledHome", household.settledHome(),
                "accommodationNow", household.homeNow(), "postcodeNotKnown", "true",
                "employment", household.employment(), "income", "UNIVERSAL_CREDIT", "ethnicity", household.ethnicity(),
                "referral", "NONE",
                "housingNeeds", "A home for %d in or near Exampleton".formatted(household.people()),
                "supportSummary", household.supportNeeds().isEmpty() ? "None that they spoke of" : "See the needs",
                "assessmentOutcome", homeless ? "HOMELESS" : "THREATENED", "satisfiedOn", today.toString());
        if (household.reason().equals("AST_RENT_ARREARS")) {
            answers.put("arrearsReason", "REDUCED_INCOME");
        }
        if (household.homeNow().equals("NFA")) {
            answers.put("sleptRough", "NEVER");
        }
        if (!homeless) {
            boolean notice = household.reason().startsWith("AST");
            answers.put("noticeType", notice ? "OTHER" : "NONE");
            if (notice) {
                answers.put("noticeExpires", today.plusWeeks(NOTICE_WEEKS).toString());
            }
        }
        return answers;
    }

    static Map<String, String> plan(LocalDate today) {
        return of("planSteps[0].who", "COUNCIL", "planSteps[0].what", "Ring the landlord", "planSteps[0].kind",
                "MANDATORY", "planSteps[0].by", today.plusDays(PLAN_DAYS).toString(), "planSteps[0].agreed", "yes",
                "reviewOn", today.plusDays(PLAN_REVIEW_DAYS).toString(), "givenHow", "PRINTED");
    }

    private static Map<String, String> triage(String homelessTonight, String... more) {
        Map<String, String> answers = of("domesticAbuse", "no", "hateCrime", "no", "aged16or17", "no",
                "homelessTonight", homelessTonight);
        answers.putAll(of(more));
        return answers;
    }

    private static Map<String, String> of(String... pairs) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i], pairs[i + 1]);
        }
        return answers;
    }
}
