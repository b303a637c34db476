package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;
import org.threshold.casepage.Desk.Answer;

/**
 * Walks through the product with one made-up family, where things go right and where they go wrong, and looks for
 * anything about them in what is logged, in every address that a page leads to, and in the audit.
 */
class NothingAboutPeopleInLogsTest extends IntegrationTest {

    private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    private final String family = "Quillfeather" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final String phone = "07700 900" + (100 + (int) (System.nanoTime() % 899));
    /** What must be nowhere, in lower case: names, dates of birth, number, telephone, address, postcode, e-mail, words. */
    private final List<String> needles = List.of(family.toLowerCase(Locale.ROOT), "zebedee", "1987-09-23", "23/9/1987",
            "23 september 1987", "jx123457c", "jx 12 34 57 c", phone, phone.replace(" ", ""),
            "+44" + phone.replace(" ", "").substring(1), "flat 9, 4 marmalade row", "marmalade", "bs1 9zz", "bs19zz",
            "zeb@marmalade.example", "her brother threatened them");

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final List<String> addresses = new ArrayList<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage() + event.getMDCPropertyMap()
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    };
    private Desk desk;

    @BeforeEach
    void listen() {
        listener.setContext(root().getLoggerContext());
        listener.start();
        root().addAppender(listener);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(listener);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void nothingAboutAFamilyIsInALogInAnAddressOrInTheAudit() {
        LoggerFactory.getLogger(getClass()).info("This is heard");
        desk = Desk.signedIn(port, "officer");
        String reference = take();
        readEverything(reference);
        search();
        write(reference);
        goWrong(reference);
        othersToo(reference);

        assertThat(logged).anyMatch(line -> line.contains("This is heard"));
        assertThat(logged).allSatisfy(this::holdsNothing);
        assertThat(addresses).hasSizeGreaterThan(50).allSatisfy(this::holdsNothing);
        assertThat(jdbc.sql("select e::text from audit_entry e where chain in ('', ?)").param(reference)
                .query(String.class).list()).isNotEmpty().allSatisfy(this::holdsNothing);
        assertThat(jdbc.sql("select concat_ws(' ', name_, text_, text2_) from engine.act_ru_variable"
                + " where proc_inst_id_ in (select proc_inst_id_ from engine.act_ru_execution where business_key_ = ?)")
                .param(reference).query(String.class).list()).allSatisfy(this::holdsNothing);
    }

    private void holdsNothing(String text) {
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(needles);
    }

    private String take() {
        get("/approaches/new");
        Answer taken = post("/approaches/new", "formId", UUID.randomUUID().toString(), "people", "0", "do", "continue",
                "givenName", "Zebedee", "familyName", family, "born-day", "23", "born-month", "9", "born-year", "1987",
                "nationalInsurance", "JX 12 34 57 C", "phone", phone, "email", "zeb@marmalade.example",
                "address", "Flat 9, 4 Marmalade Row", "postcode", "BS1 9ZZ", "reason", "Her brother threatened them");
        assertThat(taken.location()).as(taken.text()).contains("/cases/TH-");
        return taken.location().replaceAll(".*/cases/", "");
    }

    private void readEverything(String reference) {
        for (String part : List.of("", "/timeline", "/people", "/people/new", "/notes", "/letters", "/answers",
                "/contact", "/flags", "/needs", "/duties", "/findings", "/plan", "/reviews", "/attempts", "/h-clic",
                "/new-application", "/record")) {
            get("/cases/" + reference + part);
        }
        List.of("/work", "/work/team", "/work/find", "/referrals", "/h-clic", "/presence", "/out-of-hours").forEach(this::get);
        get("/steps/" + step(reference));
    }

    private String step(String reference) {
        return jdbc.sql("select step_id from worklist_step where case_reference = ? limit 1").param(reference)
                .query(String.class).single();
    }

    private void search() {
        for (String sought : List.of(family, "Zebedee " + family, "23/9/1987", "JX123457C", phone, "TH-999999998-B",
                "Zebedee " + family + " 23/9/1987")) {
            get("/cases");
            Answer answer = post("/cases", "q", sought);
            if (answer.status() == 302) {
                get(answer.location());
            }
        }
        get("/work/find");
        post("/work/find", "text", family, "day", "23", "month", "9", "year", "1987");
        get("/work/find");
        get("/approaches/new");
        Answer matches = post("/approaches/new", "formId", UUID.randomUUID().toString(), "people", "0", "do", "continue",
                "givenName", "Zebedee", "familyName", family, "born-day", "23", "born-month", "9", "born-year", "1987",
                "reason", "Her brother threatened them");
        assertThat(matches.text()).contains(family);
    }

    private void write(String reference) {
        get("/cases/" + reference + "/notes");
        post("/cases/" + reference + "/notes", "text", "Zebedee " + family + ": her brother threatened them");
        post("/cases/" + reference + "/notes", "text", "They stay at Flat 9, 4 Marmalade Row, BS1 9ZZ, " + phone);
        post("/cases/" + reference + "/people/new", "relationship", "CHILD", "givenName", "Zebedee", "familyName", family,
                "born-day", "23", "born-month", "9", "born-year", "1987");
        post("/steps/" + step(reference) + "/draft", "anything", family, "reason", "Her brother threatened them");
        post("/steps/" + step(reference) + "/claim");
        post("/steps/" + step(reference), "homelessTonight", family);
    }

    /** Values that are too long, of the wrong kind, twice, or that the database cannot hold. */
    private void goWrong(String reference) {
        String tooLong = (family + " Marmalade ").repeat(400);
        for (String part : List.of("/notes", "/contact", "/people/new", "/flags", "/needs", "/withdrawal", "/death",
                "/circumstances", "/attempts", "/refusal", "/merge", "/step-taken")) {
            post("/cases/" + reference + part, "text", tooLong, "reason", tooLong, "familyName", tooLong, "born-day",
                    family, "postcode", family, "phone", family, "email", tooLong, "other", family, "kind", family);
        }
        post("/cases/" + reference + "/notes", "text", family + "\0 Marmalade");
        get("/cases/" + reference + "/people/99999999");
        get("/steps/" + UUID.randomUUID());
        get("/cases/TH-999999998-B");
        post("/steps/" + step(reference) + "/hand-over", "to", "person:" + family, "note", tooLong);
        post("/sign-in", "username", family, "password", "zebedee");
    }

    private void othersToo(String reference) {
        for (String username : List.of("leader", "officer2", "designer", "dpo", "admin", "analyst")) {
            desk = Desk.signedIn(port, username);
            for (String path : List.of("/cases/" + reference, "/cases/" + reference + "/record", "/work/all", "/audit",
                    "/work/overdue", "/incidents", "/messages", "/h-clic/quarters", "/administration/people")) {
                get(path);
            }
        }
    }

    private Answer get(String path) {
        return noted(desk.get(path.replaceFirst("^https?://[^/]+", "")));
    }

    private Answer post(String path, String... fields) {
        return noted(desk.post(path, fields));
    }

    private Answer noted(Answer answer) {
        addresses.add(decoded(answer.location()));
        answer.response().headers().map().forEach((name, values) -> addresses.add(name + ": " + values));
        Matcher links = LINK.matcher(answer.body());
        while (links.find()) {
            // A telephone or e-mail link is followed by no server.
            if (!links.group(1).startsWith("tel:") && !links.group(1).startsWith("mailto:")) {
                addresses.add(decoded(links.group(1)));
            }
        }
        return answer;
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return address;
        }
    }
}
