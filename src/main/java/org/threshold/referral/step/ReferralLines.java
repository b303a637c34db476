package org.threshold.referral.step;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.threshold.clock.ServiceClock;
import org.threshold.referral.KeptReferral;
import org.threshold.referral.Referral;

/** A referral line by line, as an officer reads it beside a form or on the case. */
public final class ReferralLines {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK)
            .withZone(ServiceClock.LONDON);

    private ReferralLines() {
    }

    /** Everything that was sent, what is needed first at the top. */
    public static Map<String, String> of(KeptReferral kept) {
        Referral sent = kept.sent();
        Map<String, String> lines = new LinkedHashMap<>(ofPerson(sent));
        put(lines, "Referred by", sent.referrer().body().title());
        put(lines, "Referrer", sent.referrer().name() + ", " + sent.referrer().phone().display() + ", "
                + sent.referrer().email());
        put(lines, "Consent", sent.consent().how().title() + ", on " + day(sent.consent().on()));
        put(lines, "Chose to be referred to", sent.authority());
        put(lines, "Receipt", kept.receipt() + ", received on " + moment(kept.receivedAt()));
        return lines;
    }

    /** What the referrer told of the person's need. */
    static Map<String, String> ofPerson(Referral sent) {
        Map<String, String> lines = new LinkedHashMap<>();
        put(lines, "How to reach them safely", sent.safeContact());
        put(lines, "Their telephone", sent.phone() == null ? null : sent.phone().display());
        put(lines, "Their email", sent.email());
        put(lines, "How near it is", sent.situation().title());
        put(lines, "Why", sent.reason());
        put(lines, "Lose their home, or leave, on", sent.losesHomeOn() == null ? null : day(sent.losesHomeOn()));
        put(lines, "Risks they agreed to share", sent.risks());
        return lines;
    }

    private static void put(Map<String, String> lines, String label, String text) {
        if (text != null) {
            lines.put(label, text);
        }
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
