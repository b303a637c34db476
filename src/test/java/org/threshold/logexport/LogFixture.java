package org.threshold.logexport;

import static org.threshold.Acting.as;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ServiceClock;
import org.threshold.insight.StepFacts;
import org.threshold.insight.StepFacts.StepFact;

/** Cases that were opened on a day long ago which no other test has, and what is said to have happened to them. */
abstract class LogFixture extends IntegrationTest {

    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    LogExports exports;
    @Autowired
    CaseRegister register;
    @Autowired
    StepFacts stepFacts;
    @Autowired
    JdbcClient jdbc;

    /** The day on which the cases of this test were opened. */
    final LocalDate day = LocalDate.of(2003, 1, 6).plusDays(DAYS.getAndIncrement());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** A household with a name that must never be in a file. */
    String openCase() {
        String reference = as("officer", () -> register.open(NewCase.atTheDesk("north",
                Person.applicant("Zebulon", "Quillfeather", LocalDate.of(1971, 11, 23)),
                "Quillfeather lost the lodge at Plantedbury")).value());
        jdbc.sql("update case_file set opened_at = ? where reference = ?")
                .params(day.atTime(10, 0).atZone(ServiceClock.LONDON).toOffsetDateTime(), reference).update();
        return reference;
    }

    /** As many cases of the same course. */
    List<String> openCases(int many) {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String reference = openCase();
            references.add(reference);
            stepFacts.recordAll(shortCourse(reference, "task_triage"));
        }
        return references;
    }

    /** Made, picked up and completed. */
    static List<StepFact> shortCourse(String reference, String element) {
        String step = UUID.randomUUID().toString();
        Instant at = Instant.parse("2003-02-03T09:00:00Z");
        return List.of(fact(reference, step, 1, element, "CREATED", at, "threshold", "north", null),
                fact(reference, step, 1, element, "PICKED_UP", at.plusSeconds(60), "zebulon.q", null, "zebulon.q"),
                fact(reference, step, 1, element, "COMPLETED", at.plusSeconds(600), "zebulon.q", null, null));
    }

    static StepFact fact(String reference, String step, int version, String element, String event, Instant at,
                         String by, String team, String detail) {
        return new StepFact(step, reference, "log-test", version, element, event, at, by, team, detail);
    }

    LogQuestion question(Alike alike) {
        return new LogQuestion(day, day, alike);
    }

    LogCounts preview(Alike alike) {
        return as("analyst", () -> exports.preview(question(alike)));
    }

    String take(LogFormat format, Alike alike) {
        return as("analyst", () -> {
            try (LogFile file = exports.take(question(alike), format)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                file.writeTo(out);
                return out.toString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** As somebody with the key could compute it, in a way of its own. */
    String pseudonym(String kind, Object identifier) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(jdbc.sql("select key from event_log_key").query((row, n) -> row.getBytes(1))
                    .single(), "HmacSHA256"));
            StringBuilder hex = new StringBuilder(kind).append('-');
            byte[] hash = mac.doFinal((kind + ":" + identifier).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 16; i++) {
                hex.append(String.format("%02x", hash[i]));
            }
            return hex.toString();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
