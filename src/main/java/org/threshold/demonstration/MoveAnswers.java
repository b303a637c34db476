package org.threshold.demonstration;

import static org.threshold.demonstration.HomeAnswers.of;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What officers of the demonstration write from the main duty to a settled home, by field. */
final class MoveAnswers {

    private MoveAnswers() {
    }

    static Map<String, String> planReviewed(LocalDate next) {
        return of("stepsTaken[0].taken", "1", "stepsTaken[0].done", "DONE", "stepsTaken[0].doneBy", "COUNCIL",
                "reviewNotes", "Nothing came of the landlord; they look at homes each week", "planChanges", "no",
                "reviewOn", next.toString());
    }

    static Map<String, String> findings() {
        return of("homeless", "YES", "homelessReasons", "The home they had is gone, and nobody can take them in",
                "eligible", "YES", "eligibleReasons", "British citizen who lives in the borough", "priorityNeed", "YES",
                "priorityNeedCategory", "DEP_CHILDREN", "priorityNeedReasons",
                "The children live with them and depend on them", "intentional", "NO", "intentionalReasons",
                "The family asked them to leave; they did nothing to bring it about");
    }

    static Map<String, String> mainDuty() {
        return of("outcome", "MAIN_DUTY", "inquiriesMade", "Spoke to the family that asked them to leave, and saw the"
                + " children’s birth certificates", "decisionReasons",
                "You are homeless, your children live with you, and you did not bring it about.");
    }

    static Map<String, String> signed() {
        return of("signed", "yes");
    }

    /** All but the register, to which they apply next. */
    static Map<String, String> ready(String income, String bedrooms) {
        return of("documents", "READY", "income", "READY", "arrears", "NOT_NEEDED", "support", "NOT_NEEDED",
                "areaAndSize", "READY", "school", "READY", "medical", "NOT_NEEDED", "pets", "NOT_NEEDED", "register",
                "NOT_READY", "registerWords", "They apply next week", "incomeWeekly", income, "outgoingsWeekly", "180",
                "mostRent", "210.50", "bedrooms", bedrooms, "lha", "195.62", "anyBarrier", "no");
    }

    static Map<String, String> readyButInArrears(Map<String, String> ready, String owed, LocalDate due) {
        ready.putAll(of("arrears", "NOT_READY", "arrearsWords", owed, "anyBarrier", "yes", "barriers[0].barrierKind",
                "ARREARS", "barriers[0].barrierWords", owed, "barriers[0].barrierOwner", "officer:officer",
                "barriers[0].barrierDueOn", due.toString()));
        return ready;
    }

    static Map<String, String> route(String route, String why) {
        return of("route", route, "routeWhy", why);
    }

    static Map<String, String> applied(LocalDate on, String reference) {
        return of("appliedOn", on.toString(), "registerReference", reference, "verified", "no");
    }

    static Map<String, String> verified(LocalDate on, String reference) {
        return of("appliedOn", on.toString(), "registerReference", reference, "verified", "yes", "verifiedOn",
                on.toString(), "band", "Band B");
    }

    /** @param next GO_ON or OFFER */
    static Map<String, String> bid(LocalDate on, String property, String next, String words) {
        return of("registerVerified", "YES", "verifiedOn", on.toString(), "band", "Band B", "bids[0].bidOn",
                on.toString(), "bids[0].bidProperty", property, "moveOnNext", next, "nextWords", words);
    }

    static Map<String, String> found(LocalDate on, String landlord, String property) {
        return of("contacts[0].contactedOn", on.toString(), "contacts[0].landlord", landlord, "contacts[0].property",
                property, "contacts[0].rent", "190", "contacts[0].contactWords", "Free from next week; no fee",
                "moveOnNext", "OFFER", "nextWords", "They have seen it and like it");
    }

    static Map<String, String> finalPart6(String address, LocalDate from) {
        return of("homeOffered", "yes", "offerKind", "FINAL_PART6", "address", address, "landlord", "Made-up Homes",
                "landlordKind", "HOUSING_ASSOCIATION", "tenancy", "ASSURED", "rentWeekly", "118.40", "availableFrom",
                from.toString(), "lastsMonths", "24", "obligations", "NONE", "restrictedCase", "no");
    }

    static Map<String, String> privateRented(String address, String landlord, LocalDate approved) {
        return of("homeOffered", "yes", "offerKind", "PRSO", "address", address, "landlord", landlord, "landlordKind",
                "PRIVATE", "tenancy", "ASSURED", "rentWeekly", "190", "availableFrom", approved.plusDays(14).toString(),
                "lastsMonths", "24", "approvedBy", "Lena Demo", "approvedOn", approved.toString(), "obligations",
                "NONE", "restrictedCase", "no");
    }

    static Map<String, String> suits(List<Long> people, String condition, String why) {
        Map<String, String> answers = of("condition", condition, "location",
                "Two stops from where they are now, and near the school", "affordable",
                "Universal Credit covers the rent", "incomeWeekly", "420", "essentialsWeekly", "180");
        for (int row = 0; row < people.size(); row++) {
            answers.putAll(of("members[" + row + "].person", String.valueOf(people.get(row)), "members[" + row
                    + "].suits", "yes", "members[" + row + "].why", why));
        }
        return answers;
    }

    static Map<String, String> agreed() {
        return of("offerAgreed", "yes");
    }

    static Map<String, String> given(LocalDate until) {
        return of("giveOffer", "yes", "considerUntil", until.toString(), "closedDayWhy",
                "Leave a message on our telephone");
    }

    static Map<String, String> refused(LocalDate on, String words) {
        return of("homeAnswer", "REFUSED", "answeredOn", on.toString(), "answerHow", "PHONE", "answerFrom",
                "The applicant", "answerWords", words);
    }

    static Map<String, String> stillSuitable(String words) {
        return of("homeSuitable", "yes", "consideredWords", words);
    }

    static Map<String, String> authorised() {
        return of("authorised", "yes");
    }

    static Map<String, String> leaveBy(LocalDate day) {
        return of("leaveBy", day.toString(), "words", "They look with a cousin, and come to the options desk each week",
                "belongings", "no", "providerTold", "yes");
    }

    static Map<String, String> reviewer(String username) {
        return of("reviewer", username);
    }
}
