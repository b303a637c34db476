package org.threshold.referral.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threshold.casefile.ReferralBody;
import org.threshold.referral.ConsentHow;
import org.threshold.referral.Situation;

/** The answers in words, to be checked before they are sent; each leads back to its question. */
public final class CheckedLines {

    private final SentFields sent;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private CheckedLines(SentFields sent) {
        this.sent = sent;
    }

    /** @param anchor the question's place on the page of questions */
    public record Line(String label, String value, String anchor) {
    }

    /** Right answers only, in the order of the questions. */
    static Iterable<Line> of(SentFields sent, String council) {
        CheckedLines checked = new CheckedLines(sent);
        checked.add("consent", "They agreed to be referred", "Yes");
        checked.add("consentHow", "How they agreed", ConsentHow.valueOf(sent.text("consentHow")).title());
        checked.add("consentOn", "When they agreed", checked.day("consentOn"));
        checked.add("choseThisCouncil", "The council that they chose", council);
        checked.add("body", "Your public body", ReferralBody.valueOf(sent.text("body")).title());
        checked.add("referrerName", "Your name");
        checked.add("referrerEmail", "Your email");
        checked.add("referrerPhone", "Your telephone");
        checked.add("familyName", "Their name", (sent.text("givenName") + " " + sent.text("familyName")).strip());
        checked.add("dateOfBirth", "Their date of birth", checked.day("dateOfBirth"));
        checked.add("safeContact", "How to reach them safely");
        checked.add("phone", "Their telephone");
        checked.add("email", "Their email");
        checked.add("situation", "How near it is", Situation.valueOf(sent.text("situation")).title());
        checked.add("reason", "Why");
        checked.add("losesHomeOn", "When they may lose their home, or leave", checked.day("losesHomeOn"));
        checked.add("risks", "Risks that they agreed to share");
        return checked.lines.values();
    }

    private void add(String key, String label) {
        add(key, label, sent.text(key));
    }

    private void add(String key, String label, String value) {
        lines.put(key, new Line(label, value.isEmpty() ? "Not known" : value, key));
    }

    private String day(String key) {
        return Stream.of("-day", "-month", "-year").map(part -> sent.text(key + part)).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
