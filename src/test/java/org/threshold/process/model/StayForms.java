package org.threshold.process.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The forms about nights in bed and breakfast and about the life of a placement, filled in as officers would. */
final class StayForms {

    private StayForms() {
    }

    static Map<String, List<String>> wayOut(LocalDate outBy) {
        return form("words", "A flat in Example Court is free on Friday; Casey rings the provider", "wayOut",
                "SELF_CONTAINED", outBy);
    }

    static Map<String, List<String>> review(LocalDate outBy) {
        return form("words", "The flat was let to somebody else; two others are asked for", null, null, outBy);
    }

    static Map<String, List<String>> noPlaceYet(LocalDate outBy) {
        return form("words", "Rang all providers of self-contained units today", "placeSecured", "no", outBy);
    }

    static Map<String, List<String>> answer(LocalDate outBy) {
        return form("words", "A flat outside the borough is paid for from tomorrow", "toldHousehold", "yes", outBy);
    }

    static Map<String, List<String>> accounted() {
        Map<String, List<String>> form = form("words", "No self-contained unit was free; two more are leased from May",
                "toldHousehold", "yes", null);
        form.putAll(Map.of("remedyOffered", List.of("yes"), "remedyPounds", List.of("262.50"), "remedy",
                List.of("£262.50 for the weeks over the limit, and an apology")));
        return form;
    }

    static Map<String, List<String>> seenThere() {
        return form("words", "All three live there; the boiler works", "livingThere", "yes", null);
    }

    static Map<String, List<String>> notSeen(LocalDate again) {
        Map<String, List<String>> form = form("words", "No answer at the door", "livingThere", "no", null);
        day(form, "lookOn", again);
        return form;
    }

    static Map<String, List<String>> stay(String decision, LocalDate until) {
        Map<String, List<String>> form = form("words", "The inquiries are not finished", "stayDecision", decision, null);
        day(form, "lookOn", until);
        return form;
    }

    static Map<String, List<String>> verified() {
        Map<String, List<String>> form = form("words", "Seen all rooms; the charge is that of a larger unit",
                "chargeRight", "no", null);
        List.of("asRecorded", "suitsAll", "benefitPaid").forEach(each -> form.put(each, List.of("yes")));
        return form;
    }

    static Map<String, List<String>> keys() {
        return form("words", "One set is missing; the lock is changed", "keysReturned", "SOME", null,
                "belongingsLeft", "no");
    }

    static Map<String, List<String>> inspected(LocalDate readyOn) {
        Map<String, List<String>> form = form("words", "Clean; one door to be hung again", "damaged", "yes", null);
        day(form, "readyOn", readyOn);
        return form;
    }

    static Map<String, List<String>> ready() {
        return form("words", "Door hung, gas check in date", "unitReady", "yes", null);
    }

    static Map<String, List<String>> notReady(LocalDate readyOn) {
        Map<String, List<String>> form = form("words", "The carpenter did not come", "unitReady", "no", null);
        day(form, "readyOn", readyOn);
        return form;
    }

    private static Map<String, List<String>> form(String key, String words, String choice, String chosen,
                                                  LocalDate outBy, String... more) {
        Map<String, List<String>> form = new HashMap<>(Map.of(key, List.of(words)));
        if (choice != null) {
            form.put(choice, List.of(chosen));
        }
        for (int at = 0; at < more.length; at += 2) {
            form.put(more[at], List.of(more[at + 1]));
        }
        if (outBy != null) {
            day(form, "outBy", outBy);
        }
        return form;
    }

    private static void day(Map<String, List<String>> form, String key, LocalDate day) {
        form.put(key, List.of(day.toString()));
    }
}
