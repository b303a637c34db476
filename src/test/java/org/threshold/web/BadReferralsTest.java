package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;
import org.threshold.web.Caller.Reply;

/**
 * Referrals that are mistaken or hostile, over real HTTP, from strangers. Each gets its status and a sentence, and
 * changes nothing: every table holds after it what it held before.
 */
class BadReferralsTest extends IntegrationTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    private final List<DynamicTest> attempts = new ArrayList<>();
    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/London"));
    private AllTables tables;

    @BeforeEach
    void openThePageOnce() {
        tables = new AllTables(jdbc);
        Caller.stranger(port).get("/refer");
    }

    @TestFactory
    List<DynamicTest> nothingWrongIsTaken() {
        keysAndBodies();
        kindsOfJson();
        answersThatAreWrong();
        textThatIsBroken();
        methodsAndAddresses();
        thePage();
        theStatusPage();
        assertThat(attempts).hasSizeGreaterThanOrEqualTo(50);
        return attempts;
    }

    private void keysAndBodies() {
        attempt("no key", 400, "one header Idempotency-Key", () -> api().send("POST", "/api/referrals",
                "application/json", bytes(right())));
        attempt("a key that can be guessed", 400, "16 to 100 letters", () -> Referrer.send(api(), "1", right()));
        attempt("a key with a line break in words", 400, "16 to 100 letters",
                () -> Referrer.send(api(), "%0d%0aSet-Cookie:x=1x1x1x1", right()));
        attempt("two keys", 400, "one header", () -> api().send("POST", "/api/referrals", "application/json",
                bytes(right()), "Idempotency-Key", Referrer.key(), "Idempotency-Key", Referrer.key()));
        attempt("nothing", 400, "one JSON object", () -> Referrer.send(api(), Referrer.key(), ""));
        attempt("17 kilobytes", 413, "larger than 16 KB", () -> Referrer.send(api(), Referrer.key(),
                json("reason", "x".repeat(17_000))));
        attempt("two megabytes", 413, "larger than 16 KB", () -> Referrer.send(api(), Referrer.key(),
                json("reason", "x".repeat(2_000_000))));
        attempt("a form instead of JSON", 415, "in a form that this address does not take", () -> api().send("POST",
                "/api/referrals", FORM, bytes("consent=true"), "Idempotency-Key", Referrer.key()));
        attempt("XML with an entity", 415, "does not take", () -> api().send("POST", "/api/referrals", "text/xml",
                bytes("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"), "Idempotency-Key",
                Referrer.key()));
        attempt("text that claims nothing", 415, "does not take", () -> api().send("POST", "/api/referrals",
                "text/plain", bytes(right()), "Idempotency-Key", Referrer.key()));
    }

    private void kindsOfJson() {
        json("a list", 400, "one JSON object", "[" + right() + "]");
        json("two objects", 400, "nothing after it", right() + right());
        json("an object that breaks off", 400, "broken off", right().substring(0, 60));
        json("a name twice", 400, "a name twice", right().replaceFirst("\\{", "{\"consent\":true,"));
        json("ten thousand levels", 400, "nested too deeply", "{\"reason\":" + "[".repeat(10_000));
        json("levels in a field that nobody asks for", 400, "nested too deeply",
                "{\"x\":" + "{\"x\":".repeat(100) + "1" + "}".repeat(101));
        field("a field that is not asked for", 400, "This is not asked for", "nationalInsuranceNumber", "QQ123456C");
        field("the case's own fields", 400, "This is not asked for", "caseReference", "TH-100001-E");
        field("the way to a prototype", 400, "This is not asked for", "__proto__", Map.of("consent", true));
        field("a number where text belongs", 400, "This must be text", "familyName", 7);
        field("an object where text belongs", 400, "This must be text", "reason", Map.of("text", "x"));
        field("a list where text belongs", 400, "This must be text", "phone", List.of("07700900123"));
        field("text where yes or no belongs", 400, "This must be true or false", "consent", "true");
        field("a day in words", 400, "a day like 2026-11-22", "dateOfBirth", "7 March 1991");
        json("bytes that are not UTF-8", 400, "not UTF-8", "\0");
    }

    private void answersThatAreWrong() {
        field("consent refused", 422, "only if they agreed to it. Nothing was stored", "consent", false);
        field("consent not given", 422, "only if they agreed to it. Nothing was stored", "consent", null);
        field("consent of tomorrow", 422, "must be today or in the last year", "consentOn",
                today.plusDays(1).toString());
        field("consent of long ago", 422, "must be today or in the last year", "consentOn", "2019-01-01");
        field("another council chosen", 422, "refer them there", "choseThisCouncil", false);
        field("a body that is none", 422, "Select the public body", "body", "LIBRARY");
        field("a body in other letters", 422, "Select the public body", "body", "hospital");
        field("no name", 422, "Enter the person’s last name", "familyName", "   ");
        field("a day that is none", 422, "must be a real date", "dateOfBirth", "1991-02-30");
        field("a birth in the future", 422, "must be in the past", "dateOfBirth", today.plusDays(2).toString());
        field("a home lost in a hundred years", 422, "within a year of today", "losesHomeOn", "2126-01-01");
        field("a telephone of letters", 422, "Enter a telephone number", "referrerPhone", "ring me");
        field("an address without a domain", 422, "Enter an email address in the correct format", "referrerEmail",
                "ward@hospital");
        field("two addresses", 422, "correct format", "referrerEmail", "a@b.nhs.uk, victim@example.org");
        field("an address with a second header", 422, "correct format", "referrerEmail",
                "a@b.nhs.uk\r\nBcc: victim@example.org");
        field("an address that takes long to read", 422, "correct format", "referrerEmail", "a".repeat(60) + "@"
                + "a-".repeat(90) + "!");
        field("a name of 101 letters", 422, "100 characters or fewer", "familyName", "x".repeat(101));
        field("a reason of 1,001 letters", 422, "1000 characters or fewer", "reason", "x".repeat(1001));
    }

    private void textThatIsBroken() {
        field("a null in a name", 422, "cannot be read", "familyName", "Ex\0ample");
        field("an escape sequence", 422, "cannot be read", "reason", "a\u001B[31mb");
        field("text that turns around", 422, "cannot be read", "reason", "safe \u202Egnp.exe");
        json("half a character", 422, "cannot be read", json("reason", "half").replace("half", "a\\ud83d b"));
        field("a line break in a name", 422, "must be on one line", "familyName", "Exam\nple");
    }

    private void methodsAndAddresses() {
        attempt("reading referrals", 401, "Sign in with", () -> api().get("/api/referrals"));
        attempt("reading one referral", 401, "Sign in with", () -> api().get("/api/referrals/7K3M-9QXT-4"));
        attempt("deleting", 401, "Sign in with", () -> api().send("DELETE", "/api/referrals", null, new byte[0]));
        attempt("below the address", 401, "Sign in with", () -> api().send("POST", "/api/referrals/x",
                "application/json", bytes(right()), "Idempotency-Key", Referrer.key()));
        attempt("from the page of another site", 401, "Sign in with", () -> api().send("POST", "/api/referrals",
                "application/json", bytes(right()), "Idempotency-Key", Referrer.key(), "Sec-Fetch-Site",
                "cross-site"));
        attempt("the whole description of the interface", 401, "Sign in with", () -> api().send("GET", "/v3/api-docs",
                null, new byte[0]));
        attempt("a page that is not there", 404, "nothing at this address", () -> api().get("/refer/list"));
        attempt("the page for forged forms, asked for by itself", 404, "nothing at this address",
                () -> api().get("/refer/again"));
    }

    private void thePage() {
        page("nothing filled in", 422, "There is a problem");
        page("no consent", 422, "only if they agreed to it", fields("consent", false));
        page("the trap filled in", 422, "Leave the field ‘Website’ empty", plus(fields(), "website", "http://x"));
        page("a field that is not asked for", 400, "could not be understood", plus(fields(), "team", "south"));
        page("a field twice", 400, "could not be understood", plus(fields(), "familyName", "Other"));
        page("script in a day", 422, "must be a real date",
                plus(fields("dateOfBirth", null), "dateOfBirth-day", "<script>", "dateOfBirth-month", "1",
                        "dateOfBirth-year", "1990"));
        page("sent more quickly than a person can", 422, "too quick for a person", plus(fields(), "do", "send"));
        attempt("a page that was made up", 422, "did not come from here", () -> {
            Caller caller = opened();
            return caller.post("/refer", plus(fields(), "do", "send", "page",
                    caller.page().replaceAll("[0-9a-f]{64}$", "0".repeat(64))));
        });
        attempt("no page at all", 422, "did not come from here", () -> opened().post("/refer",
                plus(fields(), "do", "send")));
        attempt("no token against forged forms", 403, "We could not be sure that this came from our page", () -> {
            Caller caller = opened();
            return caller.postForm("/refer", Caller.form(plus(fields(), "do", "send", "page", caller.page())));
        });
        attempt("somebody else's token", 403, "We could not be sure", () -> {
            Caller caller = opened();
            return caller.postForm("/refer", Caller.form(plus(fields(), "do", "send", "page", caller.page()))
                    + "&_csrf=" + opened().token());
        });
        attempt("no cookie", 403, "We could not be sure", () -> {
            Caller caller = opened().whoseSessionExpired();
            return caller.post("/refer", plus(fields(), "do", "send", "page", caller.page()));
        });
        attempt("a file for the interface", 403, "", () -> api().send("POST", "/api/referrals",
                "multipart/form-data; boundary=x", bytes("--x--\r\n"), "Idempotency-Key", Referrer.key()));
        attempt("a file for the caseload", 403, "You cannot do this", () -> api().send("POST",
                "/administration/caseload", "Multipart/Form-Data; boundary=x", bytes("--x--\r\n")));
        attempt("a file", 403, "You cannot do this", () -> opened().send("POST", "/refer",
                "multipart/form-data; boundary=x", bytes("--x\r\nContent-Disposition: form-data; name=\"f\";"
                        + " filename=\"../../evil.sh\"\r\n\r\nrm\r\n--x--\r\n")));
        attempt("a form of two megabytes", 413, "too large", () -> opened().post("/refer",
                plus(fields(), "risks", "x".repeat(2_000_000))));
    }

    private void theStatusPage() {
        String sentence = "do not belong together";
        status("a receipt that is nobody's", 422, sentence, "2222-2222-2", "AAAAA-AAAAA");
        status("a mistyped receipt", 422, sentence, "7K3M-9QXT-5", "AAAAA-AAAAA");
        status("no receipt", 422, sentence, "", "");
        status("SQL for a receipt", 422, sentence, "' or '1'='1", "' or '1'='1");
        status("script for a receipt", 422, sentence, "<script>alert(1)</script>", "x");
        attempt("a status asked for without a token", 302, "", () -> Referrer.from(port).postForm("/refer/status",
                Caller.form("reference", "7K3M-9QXT-5", "code", "x")));
        status("a very long receipt", 422, sentence, "2".repeat(10_000), "x");
    }

    private Caller api() {
        return Referrer.from(port);
    }

    private Caller opened() {
        Caller caller = Referrer.from(port);
        caller.get("/refer");
        return caller;
    }

    private String right() {
        return Referrer.json(Referrer.referral(today));
    }

    private String json(String name, Object value) {
        return Referrer.json(Referrer.referral(today, name, value));
    }

    private String[] fields(Object... changes) {
        Map<String, Object> sent = Referrer.referral(today, changes);
        sent.values().removeIf(value -> value == null);
        return Referrer.fields(sent);
    }

    private static String[] plus(String[] pairs, String... more) {
        List<String> all = new ArrayList<>(List.of(pairs));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void field(String name, int status, String sentence, String key, Object value) {
        attempt(name, status, sentence, () -> Referrer.send(api(), Referrer.key(), json(key, value)));
    }

    /** A body of one zero character stands for bytes that are no text. */
    private void json(String name, int status, String sentence, String body) {
        byte[] sent = body.equals("\0") ? new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, (byte) 0xFF} : bytes(body);
        attempt(name, status, sentence, () -> Referrer.send(api(), Referrer.key(), sent));
    }

    private void page(String name, int status, String sentence, String... pairs) {
        attempt(name, status, sentence, () -> {
            Caller caller = opened();
            return caller.post("/refer", plus(pairs, "page", caller.page()));
        });
    }

    private void status(String name, int status, String sentence, String reference, String code) {
        attempt(name, status, sentence, () -> {
            Caller caller = Referrer.from(port);
            caller.get("/refer/status");
            return caller.post("/refer/status", "reference", reference, "code", code);
        });
    }

    private void attempt(String name, int status, String sentence, Supplier<Reply> send) {
        attempts.add(DynamicTest.dynamicTest(name, () -> {
            Map<String, String> before = tables.held();

            Reply reply = send.get();

            assertThat(tables.held()).isEqualTo(before);
            assertThat(reply.status()).as(reply.text()).isEqualTo(status);
            assertThat(reply.text()).contains(sentence).doesNotContain("Exception", "at org.", "Whitelabel");
        }));
    }
}
