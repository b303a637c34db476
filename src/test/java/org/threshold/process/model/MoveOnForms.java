package org.threshold.process.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Forms of the way to a settled home, filled in as a browser would send them. */
final class MoveOnForms {

    private MoveOnForms() {
    }

    static Map<String, List<String>> ready() {
        return FilledForms.of("documents", "READY", "income", "READY", "arrears", "READY", "support", "NOT_NEEDED",
                "areaAndSize", "READY", "school", "NOT_NEEDED", "medical", "NOT_NEEDED", "pets", "NOT_NEEDED", "register",
                "NOT_READY", "registerWords", "They apply next week", "incomeWeekly", "420", "outgoingsWeekly", "180",
                "mostRent", "210.50", "bedrooms", "2", "lha", "195.62", "anyBarrier", "no");
    }

    static Map<String, List<String>> withBarrier(String kind, String owner, LocalDate due) {
        return FilledForms.with(ready(), "anyBarrier", "yes", "barriers[0].barrierKind", kind, "barriers[0].barrierWords",
                "They owe 800 pounds", "barriers[0].barrierOwner", owner, "barriers[0].barrierDueOn", due.toString());
    }

    static Map<String, List<String>> route(String route) {
        return FilledForms.of("route", route, "routeWhy", "They want to stay near the school");
    }

    static Map<String, List<String>> applied(LocalDate on) {
        return FilledForms.of("appliedOn", on.toString(), "registerReference", "HR-1", "verified", "no");
    }

    static Map<String, List<String>> bids(String next, LocalDate bid) {
        return bid == null ? FilledForms.of("registerVerified", "NO", "moveOnNext", next, "nextWords", "Looked at the list")
                : FilledForms.of("registerVerified", "NO", "bids[0].bidOn", bid.toString(), "bids[0].bidProperty",
                "2 bedrooms, Example Road", "moveOnNext", next, "nextWords", "One home fits");
    }

    static Map<String, List<String>> verified(String next, LocalDate on) {
        return FilledForms.of("registerVerified", "YES", "verifiedOn", on.toString(), "band", "Band B", "moveOnNext", next,
                "nextWords", "Band B since today");
    }

    static Map<String, List<String>> search(String next, LocalDate contact) {
        Map<String, List<String>> form = FilledForms.of("moveOnNext", next, "nextWords", "Two agents asked");
        return contact == null ? form : FilledForms.with(form, "contacts[0].contactedOn", contact.toString(),
                "contacts[0].landlord", "Example Lettings", "contacts[0].rent", "200", "contacts[0].contactWords", "Free soon",
                "help[0].helpKind", "DEPOSIT", "help[0].helpAmount", "900", "help[0].helpWords", "Paid to the scheme");
    }

    static Map<String, List<String>> supported(String outcome, String next, LocalDate on) {
        Map<String, List<String>> form = FilledForms.of("referredTo", "Example Support", "referredOn", on.toString(),
                "referralOutcome", outcome, "referralWords", "By telephone", "moveOnNext", next);
        return outcome.equals("PLACE_OFFERED") || outcome.equals("WAITING_LIST")
                ? FilledForms.with(form, "assessedOn", on.toString()) : form;
    }

    static Map<String, List<String>> safe(String yesNo) {
        return FilledForms.of("returnSafe", yesNo, "returnWords", "Asked alone; it was about room, nothing else");
    }

    static Map<String, List<String>> host(String agrees, String next, LocalDate on) {
        Map<String, List<String>> form = FilledForms.of("mediation", "Both spoke with a mediator", "hostAgrees", agrees,
                "moveOnNext", next);
        return agrees.equals("yes") ? FilledForms.with(form, "host", "Pat Example", "hostAgreedOn", on.toString()) : form;
    }

    static Map<String, List<String>> reviewed(String goesOn) {
        return FilledForms.of("routeGoesOn", goesOn, "reviewWords", "They bid each week");
    }

    static Map<String, List<String>> signUp(LocalDate on, String letBy, String who) {
        return FilledForms.of("address", "9 Settled Street, Exampleton", "landlordName", "Example Homes", "letBy", letBy,
                "signedOn", on.toString(), "keysOn", on.plusDays(3).toString(), "homeRent", "120.50", "whoMoves", who);
    }

    static Map<String, List<String>> benefit(LocalDate oldEnds, LocalDate newBegins, String overlap, LocalDate told) {
        return FilledForms.of("oldEndsOn", oldEnds.toString(), "newKind", "UC_HOUSING_COSTS", "newBeginsOn",
                newBegins.toString(), "toldOn", told.toString(), "overlap", overlap);
    }

    static Map<String, List<String>> move() {
        return FilledForms.of("helpNeeded", "yes", "help[0].helpKind", "REMOVALS", "help[0].helpAmount", "180",
                "moveWords", "A van on Friday");
    }

    static Map<String, List<String>> core(LocalDate on) {
        return FilledForms.of("previousTenure", "18", "coreReason", "9", "loggedOn", on.toString(), "logReference", "1234");
    }

    static Map<String, List<String>> gone() {
        return FilledForms.of("barrierGone", "yes", "resolvedHow", "Paid off");
    }

    static Map<String, List<String>> stands(String owner, LocalDate due) {
        return FilledForms.of("barrierGone", "no", "chaseWords", "The bank takes longer", "newOwner", owner, "newDueOn",
                due.toString());
    }
}
