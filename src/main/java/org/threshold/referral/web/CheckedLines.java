package org.threshold.referral.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threshold.casefile.ReferralBody;
import org.threshold.referral.ConsentHow;
import org.threshold.referral.Situation;

/** The answers in words, to be checked before they are sent. */
public final class CheckedLines {

    private final SentFields sent;
    private final List<Line> lines = new ArrayList<>();

    private CheckedLines(SentFields sent) {
        this.sent = sent;
    }

    /** One answer under its question. */
    public record Line(String label, String value) {
    }

    /** Right answers only, in the order of the questions. */
    static List<Line> of(SentFields sent, String council) {
        CheckedLines checked = new CheckedLines(sent);
        checked.add("They agreed to be referred", "Yes");
        checked.add("How they agreed", ConsentHow.valueOf(sent.text("consentHow")).title());
        checked.add("When they agreed", checked.day("consentOn"));
        checked.add("The council that they chose", council);
        checked.add("Your public body", ReferralBody.valueOf(sent.text("body")).title());
        checked.add("Your name", sent.text("referrerName"));
        checked.add("Your email", sent.text("referrerEmail"));
        checked.add("Your telephone", sent.text("referrerPhone"));
        checked.add("Their name", (sent.text("givenName") + " " + sent.text("familyName")).strip());
        checked.add("Their date of birth", checked.day("dateOfBirth"));
        checked.add("How to reach them safely", sent.text("safeContact"));
        checked.add("Their telephone", sent.text("phone"));
        checked.add("Their email", sent.text("email"));
        checked.add("How near it is", Situation.valueOf(sent.text("situation")).title());
        checked.add("Why", sent.text("reason"));
        checked.add("When they may lose their home, or leave", checked.day("losesHomeOn"));
        checked.add("Risks that they agreed to share", sent.text("risks"));
        return checked.lines;
    }

    private void add(String label, String value) {
        lines.add(new Line(label, value.isEmpty() ? "Not given" : value));
    }

    private String day(String key) {
        return Stream.of("-day", "-month", "-year").map(part -> sent.text(key + part)).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
