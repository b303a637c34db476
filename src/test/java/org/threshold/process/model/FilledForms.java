package org.threshold.process.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms of the homelessness processes, filled in as a browser would send them. Days are given in ISO form. */
final class FilledForms {

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String CODES = "[A-Z0-9_]+(,[A-Z0-9_]+)+";

    private static final String OFFER_STEPS = "WRITTEN_OFFER,CONSEQUENCES,REVIEW_RIGHT,TIME,RECONSIDERED";

    private FilledForms() {
    }

    /** @param answers keys and values in turn; several codes of one checklist are separated by commas */
    static Map<String, List<String>> of(String... answers) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            put(raw, answers[i], answers[i + 1]);
        }
        return raw;
    }

    private static void put(Map<String, List<String>> raw, String key, String value) {
        if (value.matches(DAY)) {
            LocalDate day = LocalDate.parse(value);
            raw.put(key + ".day", List.of(String.valueOf(day.getDayOfMonth())));
            raw.put(key + ".month", List.of(String.valueOf(day.getMonthValue())));
            raw.put(key + ".year", List.of(String.valueOf(day.getYear())));
        } else {
            raw.put(key, value.matches(CODES) ? List.of(value.split(",")) : List.of(value));
        }
    }

    static Map<String, List<String>> with(Map<String, List<String>> form, String... more) {
        Map<String, List<String>> all = new LinkedHashMap<>(form);
        all.putAll(of(more));
        return all;
    }

    private static Map<String, List<String>> risk(String... more) {
        return with(of("domesticAbuse", "no", "hateCrime", "no", "aged16or17", "no"), more);
    }

    static Map<String, List<String>> homelessTonight() {
        return risk("homelessTonight", "yes", "reasonToBelieve", "yes", "interimDue", "yes");
    }

    static Map<String, List<String>> noInterim() {
        return risk("homelessTonight", "no", "within56Days", "yes", "reasonToBelieve", "yes", "interimDue", "no",
                "interimNotDueBecause", "PRIORITY_NEED", "whyNoInterim", "Nobody in the household is vulnerable");
    }

    static Map<String, List<String>> noReasonToBelieve() {
        return risk("homelessTonight", "no", "within56Days", "no", "riskLater", "no",
                "whyNoReasonToBelieve", "Secure tenant who would like a larger home");
    }

    static Map<String, List<String>> diary(LocalDate day) {
        return risk("homelessTonight", "no", "within56Days", "no", "riskLater", "yes", "diaryDate", day.toString(),
                "whyNoReasonToBelieve", "The tenancy ends in half a year");
    }

    static Map<String, List<String>> advice() {
        return of("reasonToBelieve", "no", "adviceTopics", "FINDING_A_HOME", "adviceGiven", "How to join the register",
                "advicePrinted", "yes");
    }

    static Map<String, List<String>> identity() {
        return of("identitySeen", "yes", "identityDocuments", "PASSPORT", "nationality", "UK", "habituallyResident",
                "yes", "eligible", "YES", "eligibleReasons", "British citizen, lives here");
    }

    static Map<String, List<String>> notEligible() {
        return with(identity(), "nationality", "OTHER", "habituallyResident", "no", "eligible", "NO",
                "eligibleReasons", "Arrived last week and is not habitually resident");
    }

    private static Map<String, List<String>> assessment(String outcome) {
        return of("circumstances", "Asked to leave by family", "reasonForLoss", "FAMILY_FRIENDS", "lastSettledHome",
                "FAMILY", "accommodationNow", "FAMILY", "employment", "PART_TIME", "ethnicity", "WHITE_BRITISH",
                "lastPostcode", "LU1 2BQ", "income", "UNIVERSAL_CREDIT",
                "referral", "NONE", "housingNeeds", "Two bedrooms", "supportSummary", "Help with a deposit",
                "assessmentOutcome", outcome);
    }

    static Map<String, List<String>> threatened(LocalDate satisfiedOn) {
        return with(assessment("THREATENED"), "satisfiedOn", satisfiedOn.toString(), "noticeType", "NONE");
    }

    static Map<String, List<String>> homeless(LocalDate satisfiedOn) {
        return with(assessment("HOMELESS"), "satisfiedOn", satisfiedOn.toString());
    }

    /** @param outcome NOT_HOMELESS or NOT_ELIGIBLE */
    static Map<String, List<String>> noDutyOwed(String outcome) {
        return with(assessment(outcome), "outcomeReasons", "For the reasons found");
    }

    static Map<String, List<String>> plan(LocalDate by) {
        return of("planSteps[0].who", "COUNCIL", "planSteps[0].what", "Ring the landlord", "planSteps[0].kind",
                "MANDATORY", "planSteps[0].by", by.toString(), "planSteps[0].agreed", "yes", "reviewOn", by.toString(),
                "givenHow", "PRINTED");
    }

    static Map<String, List<String>> preventionSecured(LocalDate endedOn) {
        return of("preventionEnd", "SECURED_EXISTING_6M", "endedOn", endedOn.toString(), "securedAccommodation",
                "PRS_SELF_CONTAINED", "activity", "MEDIATION_FAMILY", "securedInDistrict", "yes", "sixMonths", "yes");
    }

    static Map<String, List<String>> reliefSecured(LocalDate endedOn) {
        return of("reliefEnd", "SECURED_6M", "endedOn", endedOn.toString(), "securedAccommodation",
                "PRS_SELF_CONTAINED", "activity", "LA_SECURED", "securedInDistrict", "yes", "sixMonths", "yes");
    }

    /** @param end preventionEnd or reliefEnd */
    static Map<String, List<String>> contactLost(String end, LocalDate endedOn) {
        return of(end, "CONTACT_LOST", "endedOn", endedOn.toString(), "contactAttempts", "Rang four times, wrote twice",
                "endReasons", "No answer since the plan was agreed");
    }

    /**
     * @param end    preventionEnd or reliefEnd
     * @param reason any end of that duty, with all that it asks for
     */
    static Map<String, List<String>> ended(String end, String reason, LocalDate on) {
        return switch (reason) {
            case "SECURED_EXISTING_6M", "SECURED_ALTERNATIVE_6M" -> with(preventionSecured(on), end, reason);
            case "SECURED_6M" -> reliefSecured(on);
            case "CONTACT_LOST" -> contactLost(end, on);
            case "WITHDREW" -> of(end, reason, "endedOn", on.toString(), "withdrawalConfirmed", "yes");
            case "ELAPSED_56" -> with(of(end, reason, "endedOn", on.toString(), "endReasons", "For the reasons found"),
                    end.equals("preventionEnd") ? new String[] {"noticeInForce", "no"} : new String[0]);
            default -> of(end, reason, "endedOn", on.toString(), "endReasons", "For the reasons found");
        };
    }

    /** @param offer the id of one on record */
    static Map<String, List<String>> offerRefused(String end, String reason, long offer, LocalDate on) {
        return of(end, reason, "endedOn", on.toString(), "offer", String.valueOf(offer), "endReasons",
                "The home was suitable");
    }

    static Map<String, List<String>> becameHomeless(LocalDate endedOn) {
        return of("preventionEnd", "HOMELESS", "endedOn", endedOn.toString());
    }

    static Map<String, List<String>> reviewed(LocalDate next) {
        return of("reviewNotes", "Went through the plan together", "planChanges", "no", "reviewOn", next.toString());
    }

    /** Each YES, NO or UNDECIDED. */
    static Map<String, List<String>> findings(String homeless, String eligible, String priority, String intentional) {
        Map<String, List<String>> form = of("homeless", homeless, "eligible", eligible, "priorityNeed", priority,
                "intentional", intentional);
        Map<String, List<String>> all = new LinkedHashMap<>(form);
        form.forEach((question, finding) -> {
            if (!finding.contains("UNDECIDED")) {
                all.put(question + "Reasons", List.of("Considered with all the evidence"));
            }
        });
        return priority.equals("YES") ? with(all, "priorityNeedCategory", "DEP_CHILDREN") : all;
    }

    static Map<String, List<String>> draft(String outcome, LocalDate today) {
        Map<String, List<String>> form = of("outcome", outcome, "inquiriesMade", "Spoke to the family",
                "decisionReasons", "For the reasons found");
        if (outcome.equals("REFERRAL")) {
            return with(form, "referTo", "Northborough Council", "referralRisk", "no", "referralHere", "no",
                    "referralThere", "yes");
        }
        return outcome.equals("INTENTIONAL") ? with(form, "opportunityUntil", today.plusDays(28).toString()) : form;
    }

    static Map<String, List<String>> signed() {
        return of("signed", "yes");
    }

    static Map<String, List<String>> notSigned() {
        return of("signed", "no", "comments", "Say which evidence was weighed");
    }

    static Map<String, List<String>> authorised() {
        return of("authorised", "yes");
    }

    static Map<String, List<String>> notAuthorised() {
        return of("authorised", "no", "comments", "Warn them first");
    }

    /** @param offer the id of one on record */
    static Map<String, List<String>> mainDutyOnOffer(String ground, long offer, LocalDate on) {
        Map<String, List<String>> form = of("dischargeGround", ground, "dischargedOn", on.toString(), "offer",
                String.valueOf(offer));
        return ground.endsWith("ACCEPTED") ? form : with(form, "dischargeReasons", "The home was suitable");
    }

    /** On the form of the earlier model. */
    static Map<String, List<String>> refusedOnTicks(LocalDate on) {
        return of("dischargeGround", "PART6_REFUSED", "dischargedOn", on.toString(), "offerSteps",
                OFFER_STEPS, "dischargeReasons",
                "The home was suitable and they refused it");
    }

    static Map<String, List<String>> reviewed(String outcome) {
        return outcome.equals("WITHDRAWN") ? of("reviewOutcome", outcome, "withdrawnHow", "They rang on Monday")
                : outcome.equals("MINDED") ? of("reviewOutcome", outcome, "mindedReasons", "The doctor says they can manage")
                : of("reviewOutcome", outcome, "reviewFacts", "They have moved in with a friend", "reviewReasons",
                        "Everything was looked at again");
    }

    /** After an overturned decision: nothing else is needed. */
    static Map<String, List<String>> putRight() {
        return of("spokenWords", "We are sorry, and will ring again", "homeNeededNow", "no", "anythingLeft", "no",
                "reviewFound", "no");
    }

    static Map<String, List<String>> mainDutyContactLost(LocalDate on) {
        return of("dischargeGround", "REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT", "whichEvent", "CONTACT_LOST",
                "dischargedOn", on.toString(), "dischargeReasons", "Nobody answers, and the flat is empty");
    }

    static Map<String, List<String>> nightCompleted(boolean holds) {
        return of("recordDone", "CONTACT,HOUSEHOLD", "arrangementHolds", holds ? "yes" : "no");
    }

    private static Map<String, List<String>> stored(LocalDate nextCheck) {
        return of("storedAt", "Depot, bay 4", "inventory", "A bed and two boxes", "charges", "None", "access",
                "By appointment", "nextCheckOn", nextCheck.toString());
    }

    static Map<String, List<String>> belongingsSecured(LocalDate nextCheck) {
        return stored(nextCheck);
    }

    static Map<String, List<String>> belongingsStay(LocalDate nextCheck) {
        return with(stored(nextCheck), "stillProtected", "yes");
    }

    /** @param end such as NO_DANGER */
    static Map<String, List<String>> belongingsEnd(String end) {
        return of("stillProtected", "no", "belongingsEnd", end, "endWords", "As agreed with them");
    }

    static Map<String, List<String>> closing() {
        return of("adviceGiven", "Private renting scheme", "childrensServicesTold", "NO_CHILD");
    }

    static Map<String, List<String>> moreTime(LocalDate until) {
        return of("cause", "WAITING_FOR_APPLICANT", "unblockAction", "EXTEND", "newDate", until.toString(), "reason",
                "Documents are on their way");
    }

    static Map<String, List<String>> takeOver() {
        return of("cause", "OVERLOOKED", "unblockAction", "TAKE_OVER");
    }

    /** @param person the id of the only person of the household */
    static Map<String, List<String>> referralConditions(String person) {
        return of("conditionsMet", "yes", "council", "NEW", "councilName", "Northborough Council", "councilEmail",
                "homeless@northborough.example", "members[0].person", person, "members[0].here", "NONE",
                "members[0].there", "FAMILY", "members[0].thereWhy", "Their mother has lived there for ten years",
                "members[0].risk", "NONE", "members[0].riskAsked", "Asked alone; they feel safe there",
                "inquiriesMade", "Spoke to the mother", "referralReasons", "Your mother lives in Northborough");
    }

    static Map<String, List<String>> noReferral() {
        return of("conditionsMet", "no", "inquiriesMade", "Asked about work here", "referralReasons",
                "You have worked here for two years");
    }

    static Map<String, List<String>> accommodationKept() {
        return of("accommodationKept", "PROVIDED", "accommodationAddress", "1 Testing Road, Exampleton");
    }

    static Map<String, List<String>> referralAnswer(String answer, LocalDate on) {
        Map<String, List<String>> form = of("referralAnswer", answer, "answeredOn", on.toString(), "answerReasons",
                "As their letter says");
        return answer.equals("WITHDRAWN") ? form : with(form, "answeredBy", "Their homelessness team, by email");
    }

    static Map<String, List<String>> referee(LocalDate on) {
        return of("refereeHow", "AGREED", "refereeName", "A Referee", "refereeOn", on.toString());
    }

    static Map<String, List<String>> refereeDecision(String decision, LocalDate on) {
        return of("refereeDecision", decision, "refereeDecidedOn", on.toString(), "refereeReasons",
                "The connection was weighed");
    }

    /** The plan of {@link #plan} has one step. */
    static Map<String, List<String>> planReviewed(LocalDate next) {
        return of("stepsTaken[0].taken", "1", "stepsTaken[0].done", "UNDER_WAY", "stepsTaken[0].doneBy", "COUNCIL",
                "reviewNotes", "The landlord wants the rent first", "planChanges", "no", "reviewOn", next.toString());
    }

    static Map<String, List<String>> planChanged(LocalDate next) {
        return with(planReviewed(next), "planChanges", "yes", "planSteps[0].who", "APPLICANT", "planSteps[0].what",
                "Bring the rent statement", "planSteps[0].kind", "RECOMMENDED", "planSteps[0].by", next.toString(),
                "planSteps[0].agreed", "no", "planSteps[0].whyNotAgreed", "Finds it too far");
    }

    /** Each yes or no. */
    static Map<String, List<String>> changeConsidered(String interim, String risk, String assessment, String plan) {
        return of("changeReasons", "The partner has moved out with the children", "interimNowDue", interim, "nowAtRisk",
                risk, "assessmentChanges", assessment, "planNeedsReview", plan);
    }

    static Map<String, List<String>> assessmentRevised() {
        return of("nowCircumstances", "Lives alone now", "nowHousingNeeds", "One bedroom", "nowSupport", "None");
    }

    static Map<String, List<String>> unitFound(long unit) {
        return of("unitSearch", "FOUND", "unit", String.valueOf(unit), "whyNotOthers", "Too far from the school");
    }

    static Map<String, List<String>> nothingFree() {
        return of("unitSearch", "NOTHING_FREE", "whatYouTried", "Every one is too small for them");
    }

    static Map<String, List<String>> noPlaceNeeded() {
        return of("unitSearch", "NOT_NEEDED", "whyNotNeeded", "They stay with her sister, who has a room for them");
    }

    static Map<String, List<String>> suits(long member, boolean suits) {
        return of("space", "Two bedrooms, self-contained", "location", "Ten minutes from the school", "affordable",
                "Housing Benefit covers all but the heating", "members[0].person", String.valueOf(member),
                "members[0].suits", suits ? "yes" : "no", "members[0].why", "Asked about health, work and family");
    }

    /** @param answer ACCEPTED, REFUSED, NOT_NEEDED or LATER */
    static Map<String, List<String>> offered(LocalDate on, String answer) {
        return said(of("addressTold", "yes", "availableOn", on.toString(), "availableFrom", "16:30", "toldHow",
                "IN_PERSON", "replyWithin", "TWO_HOURS"), answer);
    }

    static Map<String, List<String>> offerAnswered(String answer) {
        return said(Map.of(), answer);
    }

    private static Map<String, List<String>> said(Map<String, List<String>> form, String answer) {
        return switch (answer) {
            case "ACCEPTED" -> with(form, "offerAnswer", answer, "signUpNow", "yes");
            case "LATER" -> with(form, "offerAnswer", answer);
            default -> with(form, "offerAnswer", answer, "answerWords", "It is too far from my mother");
        };
    }

    static Map<String, List<String>> hereNow() {
        return of("meetWhere", "NOW");
    }

    /** @param next OFFER_AGAIN, SEARCH_AGAIN or ENDS */
    static Map<String, List<String>> refusalWeighed(boolean suitable, String next) {
        Map<String, List<String>> form = of("stillSuitable", suitable ? "yes" : "no", "reconsidered",
                "The bus takes twenty minutes", "nextMove", next);
        return next.equals("ENDS") ? with(form, "toldWhatFollows", "yes") : form;
    }

    static Map<String, List<String>> looked(boolean reached, String next) {
        return of("reached", reached ? "yes" : "no", "whatStoodInTheWay", "The bus did not come", "nextMove", next);
    }

    /** @param why DID_NOT_ATTEND, REFUSED or CANCELLED */
    static Map<String, List<String>> notSignedUp(String why) {
        return of("deskAnswer", "NOT_SIGNED_UP", "whyNoKeys", why, "noKeysWords", "Said so on the telephone");
    }

    static Map<String, List<String>> signedUp(String claim) {
        return of("deskAnswer", "SIGNED_UP", "place", "HOME", "placeName", "Her sister’s flat", "identitySeen", "known",
                "ninoKnown", "yes", "livesOn", "UNIVERSAL_CREDIT", "licenceExplained", "true", "licenceSigned", "true",
                "costsTold", "true", "claimMade", "yes", "claimKind", "NEW_CLAIM", "claimReference", claim,
                "belongingsAtRisk", "no", "pets", "no", "safetyExplained", "true", "schoolConsent", "none", "gpConsent",
                "none", "visitorConsent", "none", "childrensServices", "none", "rightsTold", "true");
    }

    static Map<String, List<String>> keysGiven(LocalDate on) {
        return of("keysOutcome", "KEYS_GIVEN", "firstNight", on.toString());
    }
}
