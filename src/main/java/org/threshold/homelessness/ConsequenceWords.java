package org.threshold.homelessness;

import java.util.Map;

/** What follows a review, in words to officers and to the household. */
final class ConsequenceWords {

    private static final Map<String, String> SUBJECTS = Map.ofEntries(Map.entry("decision", "The decision"),
            Map.entry("ending", "The notice that ended the duty"), Map.entry("duty", "The end of the duty"),
            Map.entry("notice", "The notice of refusal to co-operate"),
            Map.entry("referral", "The referral to another council"),
            Map.entry("referral-conditions", "The referral to another council"),
            Map.entry("referral-duty", "The referral to another council"), Map.entry("plan", "The plan"),
            Map.entry("offer", "The offer"), Map.entry("placement", "The place they live in"),
            Map.entry("owed", "The duty"));

    private ConsequenceWords() {
    }

    /** @return null where the subject is none of these */
    static String subject(String key) {
        return key == null ? null : SUBJECTS.get(key.replaceFirst("-[0-9]+$", ""));
    }

    static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /** What no longer counts, to the household. */
    static String noLonger(String key) {
        String subject = subject(key);
        return subject == null ? "The decision that you asked us to review" : subject.replace("they live", "you live");
    }

    /** What happens now, to the household; by hand where nothing could be taken back. */
    static String now(WhatFollows follows, boolean takenBack) {
        if (!takenBack) {
            return "A senior officer is working out what has to be put right for you, and will tell you.";
        }
        if (follows.planChanges()) {
            return "We will go through your personalised housing plan with you again and change it.";
        }
        if (follows.stage() == null) {
            return follows.homeNeeded() ? "We will find you somewhere to stay that is suitable for you and your household."
                    : "The help that you have been getting goes on.";
        }
        return switch (follows.stage()) {
            case PREVENTION -> "Our duty to help prevent your homelessness goes on as if it had never ended.";
            case RELIEF -> "Our duty to help relieve your homelessness goes on as if it had never ended.";
            case MAIN_DUTY -> "We owe you the main housing duty, as if it had never ended.";
            case S190, S193C -> "Our duty to accommodate you goes on as if it had never ended.";
            case ASSESSMENT -> "We will assess your situation again, and tell you in writing what we find.";
            default -> "We will decide again what we owe you, and tell you in writing.";
        };
    }
}
