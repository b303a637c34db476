package org.threshold.process.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threshold.casefile.HouseholdMember;

/** Forms about homes outside the borough and their notices, filled in as a browser would send them. */
final class OutsideForms {

    private OutsideForms() {
    }

    static Map<String, List<String>> proposed(List<HouseholdMember> household) {
        Map<String, List<String>> form = new LinkedHashMap<>(FilledForms.of("proposed", "yes", "miles", "61.5", "minutes",
                "125", "nothingNearer", "Two homes were free in the borough, neither with two bedrooms", "priority",
                "NEARBY", "policyReasons", "Part 4 of the allocation policy", "welfare", "The children's schooling was"
                + " weighed most", "affordable", "Yes, with the fares paid", "told", "yes", "said", "They would rather"
                + " stay near the school", "wayBack", "A home with two bedrooms in the borough"));
        for (int row = 0; row < household.size(); row++) {
            form.putAll(person(row, household.get(row).id()));
        }
        return form;
    }

    static Map<String, List<String>> person(int row, long member) {
        String at = "members[" + row + "].";
        return FilledForms.of(at + "person", String.valueOf(member), at + "work", "Part time in the town", at
                + "workSource", "ASKED", at + "care", "None", at + "careSource", "ASKED", at + "schoolYear", "NONE", at
                + "school", "None", at + "schoolSource", "APPLICATION", at + "health", "Surgery in Market Street", at
                + "healthSource", "BODY", at + "services", "A bus each hour", at + "servicesSource", "DOCUMENT");
    }

    static Map<String, List<String>> notProposed() {
        return FilledForms.of("proposed", "no", "whyNot", "A nearer one has become free");
    }

    static Map<String, List<String>> approved() {
        return FilledForms.of("approved", "yes", "comments", "Nothing nearer with two bedrooms was free");
    }

    static Map<String, List<String>> returned() {
        return FilledForms.of("approved", "no", "comments", "Ask the school first");
    }

    static Map<String, List<String>> posted(LocalDate on) {
        return FilledForms.of("noticeWay", "POSTED", "sentOn", on.toString(), "sentTo", "Farborough Council, Town Hall",
                "proof", "Proof of posting 1234");
    }

    static Map<String, List<String>> notSent(String way) {
        return way.equals("AGAIN") ? FilledForms.of("noticeWay", way)
                : FilledForms.of("noticeWay", way, "chased", "Casey posts it today");
    }

    static Map<String, List<String>> notAgreed() {
        return FilledForms.of("consent", "REFUSED", "consentWords", "They would rather tell the school themselves");
    }

    static Map<String, List<String>> welfareCall() {
        return FilledForms.of("reached", "yes", "found", "Warm and settled; the school place is agreed");
    }

    static Map<String, List<String>> rechecked(LocalDate next) {
        return FilledForms.of("suitable", "yes", "found", "The journey is long and they manage", "planBack",
                "Two bedrooms in the borough", "nextOn", next.toString());
    }
}
