package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;
import org.threshold.clock.ServiceClock;
import org.threshold.message.Postman;
import org.threshold.referral.SampleReferrals;
import org.threshold.web.Caller.Reply;

/** What strangers who refer get, over real HTTP: one receipt for one referral, and nothing that tells of a person. */
@ExtendWith(OutputCaptureExtension.class)
class ReferralsOverHttpTest extends IntegrationTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String RECEIPT = "[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]";
    private static final String CODE = "[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private Postman postman;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void theSameKeyGivesTheSameReceiptAndOneCase() {
        String key = Referrer.key();
        String body = Referrer.json(referral("familyName", SampleReferrals.family()));

        Reply first = Referrer.send(Referrer.from(port), key, body);
        Reply second = Referrer.send(Referrer.from(port), key, body);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second).isEqualTo(first);
        assertThat(referralsWith(key)).isEqualTo(1);
    }

    @Test
    void theSameKeyForAnotherReferralIsRefused() {
        String key = Referrer.key();
        Referrer.send(Referrer.from(port), key, Referrer.json(referral("familyName", SampleReferrals.family())));
        Map<String, String> before = new AllTables(jdbc).held();

        Reply other = Referrer.send(Referrer.from(port), key, Referrer.json(referral("familyName", "Other")));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("This Idempotency-Key was used for another referral");
        assertThat(new AllTables(jdbc).held()).isEqualTo(before);
    }

    @Test
    void twoAtOnceWithOneKeyAreOneReferral() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = Referrer.key();
            String body = Referrer.json(referral("familyName", SampleReferrals.family()));
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<Reply> send = () -> {
                Caller caller = Referrer.from(port);
                together.await();
                return Referrer.send(caller, key, body);
            };
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<Reply> one = threads.submit(send);
                Future<Reply> other = threads.submit(send);
                assertThat(one.get()).isEqualTo(other.get()).extracting(Reply::status).isEqualTo(201);
            } finally {
                threads.shutdownNow();
            }
            assertThat(referralsWith(key)).isEqualTo(1);
        }
    }

    @Test
    void whoIsKnownAndWhoIsNotIsAnsweredAlike() {
        String known = SampleReferrals.family();
        Caller officer = Caller.signedIn(port, "officer");
        officer.get("/approaches/new");
        officer.post("/approaches/new", "formId", Referrer.key(), "people", "0", "do", "continue", "givenName", "Jordan",
                "familyName", known, "born-day", "7", "born-month", "3", "born-year", "1991", "phone", "07700900341",
                "reason", "Came to the desk");
        assertThat(jdbc.sql("select count(*) from household_member where family_name = ?").param(known)
                .query(Long.class).single()).isEqualTo(1);

        List<Reply> api = List.of(known, SampleReferrals.family()).stream().map(family -> Referrer.send(
                Referrer.from(port), Referrer.key(), Referrer.json(referral("familyName", family, "phone",
                        "07700 900 341")))).toList();
        List<Reply> page = List.of(known, SampleReferrals.family()).stream().map(this::sentOnThePage).toList();

        assertThat(api).extracting(Reply::status).containsOnly(201);
        assertThat(masked(api.get(0))).isEqualTo(masked(api.get(1)));
        assertThat(page).extracting(Reply::status).containsOnly(200);
        assertThat(masked(page.get(0))).isEqualTo(masked(page.get(1))).doesNotContain(known);
    }

    @Test
    void whoSendsTooMuchIsToldToWaitAndOthersAreNot() {
        Caller sender = Referrer.from(port);
        Reply last = null;
        for (int i = 0; i < 30; i++) {
            last = Referrer.send(sender, Referrer.key(), Referrer.json(referral("familyName", "Many")));
        }
        assertThat(last.status()).as(last.text()).isEqualTo(201);
        Map<String, String> before = new AllTables(jdbc).held();

        Reply one = Referrer.send(sender, Referrer.key(), Referrer.json(referral("familyName", "Many")));

        assertThat(one.status()).isEqualTo(429);
        assertThat(one.text()).contains("Too much was sent in a short time");
        assertThat(new AllTables(jdbc).held()).isEqualTo(before);
        assertThat(Referrer.send(Referrer.from(port), Referrer.key(), Referrer.json(referral())).status())
                .isEqualTo(201);
    }

    @Test
    void whoTriesTooOftenIsNotReadAnyMore() {
        Caller sender = Referrer.from(port);
        for (int i = 0; i < 120; i++) {
            assertThat(Referrer.send(sender, "short", "").status()).isEqualTo(400);
        }
        assertThat(Referrer.send(sender, "short", "").status()).isEqualTo(429);
        sender.get("/refer");
        Reply page = sender.post("/refer", Referrer.fields(referral("familyName", "Kept-typed"), "page", sender.page()));
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("Too much was sent");
    }

    @Test
    void codesCannotBeGuessedForLong() {
        Caller guesser = Referrer.from(port);
        guesser.get("/refer/status");
        for (int i = 0; i < 60; i++) {
            assertThat(guesser.post("/refer/status", "reference", "2222-2222-2", "code", "X" + i).status())
                    .isEqualTo(422);
        }
        assertThat(guesser.post("/refer/status", "reference", "2222-2222-2", "code", "X").status()).isEqualTo(429);
    }

    @Test
    void onThePageTwoPressesOfTheButtonAreOneReferral() {
        Caller caller = filledIn();
        String[] sent = Referrer.fields(referral("familyName", SampleReferrals.family()), "page", caller.page(),
                "do", "send");

        Reply first = caller.post("/refer", sent);
        Reply second = caller.post("/refer", sent);
        Reply changed = caller.post("/refer", Referrer.fields(referral("familyName", "Changed"), "page",
                caller.page(), "do", "send"));

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(receiptOf(second)).isEqualTo(receiptOf(first));
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.text()).contains("This page has sent a referral already");
    }

    @Test
    void theReceiptAndItsCodeOpenTheStatusAndNothingElse() throws Exception {
        String family = SampleReferrals.family();
        JsonNode receipt = JSON.readTree(Referrer.send(Referrer.from(port), Referrer.key(),
                Referrer.json(referral("familyName", family))).text());
        assertThat(receipt.fieldNames()).toIterable().containsExactlyInAnyOrder("reference", "accessCode");
        Caller asking = Referrer.from(port);
        asking.get("/refer/status");

        Reply right = asking.post("/refer/status", "reference", receipt.get("reference").asText().toLowerCase(),
                "code", receipt.get("accessCode").asText());
        Reply wrongCode = asking.post("/refer/status", "reference", receipt.get("reference").asText(), "code",
                "22222-22222");
        Reply nobodys = asking.post("/refer/status", "reference", "3333-3333-3", "code", "22222-22222");

        assertThat(right.status()).isEqualTo(200);
        assertThat(right.text()).contains("Received.").doesNotContain(family, "Jordan", "hospital", "ward");
        assertThat(wrongCode.status()).isEqualTo(nobodys.status()).isEqualTo(422);
        assertThat(masked(wrongCode)).isEqualTo(masked(nobodys));
    }

    @Test
    void theReceiptGoesOnceToThePublicBodyAndNeverToAStranger() throws Exception {
        String ward = "ward-" + SampleReferrals.family().toLowerCase() + "@hospital.nhs.uk";
        String victim = "victim-" + SampleReferrals.family().toLowerCase() + "@example.org";
        String family = SampleReferrals.family();
        String key = Referrer.key();
        for (String address : List.of(ward, victim)) {
            String sent = address.equals(ward) ? key : Referrer.key();
            Reply taken = Referrer.send(Referrer.from(port), sent, Referrer.json(referral("familyName", family,
                    "referrerEmail", address)));
            assertThat(taken.status()).isEqualTo(201);
        }

        postman.deliverDue();
        postman.deliverDue();

        assertThat(MAIL.getReceivedMessagesForDomain(victim)).isEmpty();
        assertThat(MAIL.getReceivedMessagesForDomain(ward)).singleElement().satisfies(mail -> {
            String text = mail.getSubject() + mail.getContent();
            assertThat(text).containsPattern(RECEIPT).doesNotContainPattern(CODE)
                    .doesNotContain(family, "Jordan", "1991", "room that they rented");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        });
    }

    @Test
    void whoComesToTheDeskWhileTheirReferralWaitsIsJoinedToItByTheOfficer() {
        String family = SampleReferrals.family();
        Referrer.send(Referrer.from(port), Referrer.key(), Referrer.json(referral("familyName", family)));
        String reference = jdbc.sql("select case_reference from referral where family_name = ?").param(family)
                .query(String.class).single();
        Caller officer = Caller.signedIn(port, "officer");
        officer.get("/approaches/new");

        Reply joined = officer.post("/approaches/new", "formId", Referrer.key(), "people", "0", "do", "choose",
                "givenName", "Jordan", "familyName", family, "born-day", "7", "born-month", "3", "born-year", "1991",
                "reason", "Came to the desk", "join", reference);

        assertThat(joined.location()).endsWith("/cases/" + reference);
        assertThat(officer.get("/cases/" + reference).text())
                .contains("A public body referred them, and that waits for its triage");
    }

    @Test
    void nothingOfAReferralStandsInTheLog(CapturedOutput log) {
        String family = SampleReferrals.family();
        String ward = "ward-" + family.toLowerCase() + "@hospital.nhs.uk";
        Caller caller = Referrer.from(port);

        Referrer.send(caller, Referrer.key(), Referrer.json(referral("familyName", family, "referrerEmail", ward)));
        Referrer.send(caller, Referrer.key(), Referrer.json(referral("familyName", family + "\0")));
        Referrer.send(caller, Referrer.key(), "{\"familyName\": \"" + family);
        caller.get("/refer");
        caller.post("/refer", Referrer.fields(referral("familyName", family, "consent", false)));
        postman.deliverDue();
        LoggerFactory.getLogger(getClass()).info("The log is captured");

        // The mail server of the tests writes down whose box it opens.
        String ours = log.toString().lines().filter(line -> !line.contains("icegreen"))
                .collect(Collectors.joining("\n"));
        assertThat(ours).contains("The log is captured").doesNotContain(family, ward);
    }

    @Test
    void theDescriptionForReferrersIsPublicAndTellsOfNothingElse() throws Exception {
        Reply described = Caller.stranger(port).get("/v3/api-docs/referrals");

        JsonNode api = JSON.readTree(described.text());
        assertThat(described.status()).isEqualTo(200);
        assertThat(api.get("paths").fieldNames()).toIterable().containsExactly("/api/referrals");
        assertThat(api.at("/components/schemas/Referral/properties").fieldNames()).toIterable()
                .containsExactlyInAnyOrderElementsOf(Referrer.referral(LocalDate.now(clock), "phone", "", "email", "",
                        "risks", "").keySet());
        Reply all = Caller.stranger(port).send("GET", "/v3/api-docs", null, new byte[0], "Authorization", "Basic "
                + java.util.Base64.getEncoder().encodeToString("officer:demo".getBytes()));
        assertThat(JSON.readTree(all.text()).get("paths").size()).isGreaterThan(1);
    }

    private Reply sentOnThePage(String family) {
        Caller caller = filledIn();
        return caller.post("/refer", Referrer.fields(referral("familyName", family, "phone", "07700 900 341"), "page",
                caller.page(), "do", "send"));
    }

    /** A page that has been open for as long as a person needs. */
    private Caller filledIn() {
        Caller caller = Referrer.from(port);
        caller.get("/refer");
        clock.setOffset(clock.offset().plus(Duration.ofSeconds(30)));
        return caller;
    }

    private Map<String, Object> referral(Object... changes) {
        return Referrer.referral(LocalDate.now(clock), changes);
    }

    private static String masked(Reply reply) {
        return reply.text().replaceAll(RECEIPT, "receipt").replaceAll(CODE, "code");
    }

    private static String receiptOf(Reply reply) {
        return reply.text().replaceAll("(?s).*?(" + RECEIPT + ").*?(" + CODE + ").*", "$1 $2");
    }

    private long referralsWith(String key) {
        return jdbc.sql("select count(*) from referral r join referral_key k on k.receipt = r.receipt"
                        + " where k.key_hash = encode(sha256(convert_to(?, 'UTF8')), 'hex')").param(key)
                .query(Long.class).single();
    }
}
