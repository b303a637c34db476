package org.threshold.process.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Forms of the desk, filled in as a browser would send them. */
final class DeskForms {

    private DeskForms() {
    }

    private static Map<String, List<String>> together(String place, String name) {
        return FilledForms.of("place", place, place.equals("OFFICE") ? "office" : "placeName", name, "identitySeen",
                "yes", "ninoKnown", "yes", "livesOn", "UNIVERSAL_CREDIT", "licenceExplained", "true", "licenceSigned",
                "true", "costsTold", "true", "belongingsAtRisk", "no", "pets", "no", "safetyExplained", "true",
                "schoolConsent", "yes", "schoolConsentNames", "Example Primary", "gpConsent", "no", "visitorConsent",
                "none", "childrensServices", "none", "rightsTold", "true");
    }

    static Map<String, List<String>> signedUp(String office, String claimReference) {
        return FilledForms.with(together("OFFICE", office), "deskAnswer", "SIGNED_UP", "claimMade", "yes", "claimKind",
                "NEW_CLAIM", "claimReference", claimReference, "evidence", "WAGES,BANK");
    }

    static Map<String, List<String>> signedUpWithoutClaim(String office, String reason) {
        return FilledForms.with(together("OFFICE", office), "deskAnswer", "SIGNED_UP", "claimMade", "no",
                "releaseReason", reason);
    }

    static Map<String, List<String>> cannotToday(boolean officerGives) {
        return FilledForms.of("deskAnswer", "CANNOT_TODAY", "cannotWhy", "In hospital until tomorrow", "officerGives",
                officerGives ? "yes" : "no");
    }

    static Map<String, List<String>> noKeys(String why) {
        return FilledForms.of("deskAnswer", "NOT_SIGNED_UP", "whyNoKeys", why, "noKeysWords", "Rang three times");
    }

    static Map<String, List<String>> released() {
        return FilledForms.of("keysReleased", "yes");
    }

    static Map<String, List<String>> sentBack() {
        return FilledForms.of("keysReleased", "no", "answerWords", "The system is back. Make the claim");
    }

    static Map<String, List<String>> given(LocalDate firstNight) {
        return FilledForms.of("keysOutcome", "KEYS_GIVEN", "firstNight", firstNight.toString());
    }

    static Map<String, List<String>> givenThere(LocalDate firstNight) {
        return FilledForms.with(given(firstNight), "givenBy", "Night porter");
    }

    static Map<String, List<String>> notTaken(String why) {
        return FilledForms.of("keysOutcome", why, "noKeysWords", "They went to a friend");
    }

    static Map<String, List<String>> completed(String place, String name, String claimReference) {
        return FilledForms.with(together(place, name), "lateClaim", "NOW", "claimKind", "NEW_CLAIM", "claimReference",
                claimReference);
    }
}
