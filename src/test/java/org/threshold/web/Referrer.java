package org.threshold.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.threshold.web.Caller.Reply;

/** Someone at a public body who refers, through the page or through a system, rightly or wrongly. */
final class Referrer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private Referrer() {
    }

    /** A caller from an address that nobody else has. */
    static Caller from(int port) {
        int number = ADDRESSES.incrementAndGet();
        return Caller.stranger(port).from("198.51." + number / 250 + "." + (number % 250 + 1));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** A right referral for the interface, with names and values that replace, add to or (null) leave out of it. */
    static Map<String, Object> referral(LocalDate today, Object... changes) {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("consent", true);
        sent.put("consentHow", "WRITTEN");
        sent.put("consentOn", today.toString());
        sent.put("choseThisCouncil", true);
        sent.put("body", "HOSPITAL");
        sent.put("referrerName", "Alex Ward");
        sent.put("referrerEmail", "alex.ward@hospital.nhs.uk");
        sent.put("referrerPhone", "01632 960 001");
        sent.put("givenName", "Jordan");
        sent.put("familyName", "Example");
        sent.put("dateOfBirth", "1991-03-07");
        sent.put("safeContact", "Ring the ward");
        sent.put("situation", "WITHIN_56_DAYS");
        sent.put("reason", "Cannot go back to the room that they rented");
        sent.put("losesHomeOn", today.plusDays(10).toString());
        for (int at = 0; at < changes.length; at += 2) {
            sent.put((String) changes[at], changes[at + 1]);
        }
        return sent;
    }

    static String json(Map<String, Object> sent) {
        try {
            return JSON.writeValueAsString(sent);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Reply send(Caller caller, String key, String body) {
        return send(caller, key, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply send(Caller caller, String key, byte[] body) {
        return caller.send("POST", "/api/referrals", "application/json", body, "Idempotency-Key", key);
    }

    /** The same referral as the fields of the page. */
    static String[] fields(Map<String, Object> sent, String... more) {
        List<String> pairs = new ArrayList<>();
        sent.forEach((name, value) -> {
            if (value instanceof Boolean yes) {
                pairs.addAll(List.of(name, yes ? "yes" : ""));
            } else if (String.valueOf(value).matches("\\d{4}-\\d{2}-\\d{2}")) {
                LocalDate day = LocalDate.parse((String) value);
                pairs.addAll(List.of(name + "-day", "" + day.getDayOfMonth(), name + "-month", "" + day.getMonthValue(),
                        name + "-year", "" + day.getYear()));
            } else {
                pairs.addAll(List.of(name, String.valueOf(value)));
            }
        });
        pairs.addAll(List.of(more));
        return pairs.toArray(String[]::new);
    }
}
