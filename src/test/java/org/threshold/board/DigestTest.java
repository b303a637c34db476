package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.threshold.Acting;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseReference;
import org.threshold.message.Messages;
import org.threshold.message.Postman;
import org.threshold.message.ScriptedSmtp;

/** One message in the morning, through the outbox to a real mail server. Each test has a working day of its own. */
class DigestTest extends WorkloadFixture {

    @Autowired private Digests digests;
    @Autowired private WorkloadLeave leave;
    @Autowired private Postman postman;
    @Autowired private RestrictedCases restricted;
    @Autowired private Messages messages;
    @Autowired private JavaMailSenderImpl sender;

    @BeforeEach
    void onlyOwnAlerts() {
        jdbc.sql("update board_threshold set raise_above = 100000, clear_below = 100000").update();
    }

    @AfterEach
    void boundsAsTheyWere() {
        jdbc.sql("""
                update board_threshold bound set raise_above = was.above, clear_below = was.below from (values
                    ('OVERDUE_STEPS', 20, 10), ('UNOWNED_STEPS', 30, 15), ('CLOCKS_SOON', 25, 15), ('INCIDENTS', 3, 1))
                    as was(measure, above, below) where was.measure = bound.measure""").update();
    }

    @Test
    void aLeaderIsToldWhatStandsOutEachWithALinkAndAnOwner() throws Exception {
        clock.freeze(Instant.parse("2027-06-07T06:30:00Z"));
        String breached = held(crew, crew.first(), clock.instant().minusSeconds(7200));
        String soon = held(crew, crew.first(), clock.instant().plusSeconds(86_400));
        String clockSoon = held(crew, crew.second(), days(50));
        statutoryClock(clockSoon, today().plusDays(2));
        String forgotten = step(crew, days(60));
        jdbc.sql("update worklist_step set created_at = ? where step_id = ?")
                .params(Timestamp.from(days(-4)), forgotten).update();
        jdbc.sql("update step_measure set since = :at where step_id = :step")
                .param("at", Timestamp.from(days(-4))).param("step", forgotten).update();
        String absent = held(crew, crew.second(), days(70));
        statutoryClock(absent, today().plusDays(20));
        leave.record(crew.second(), today(), today().plusDays(1));
        String later = held(crew, crew.first(), days(9));
        for (long day : List.of(2L, 9L, 16L)) {
            measured(crew, "task_askQuestions", crew.first(), day, null, 60);
        }
        jdbc.sql("update board_threshold set raise_above = 0, clear_below = 1 where measure = 'OVERDUE_STEPS'")
                .update();

        write();

        String mail = onlyMail();
        assertThat(line(mail, breached)).matches("\\* TH-\\S+, Ask questions, due 7 June\\. Next move: Ash of .*\\.");
        assertThat(part(mail, "New breaches (1)")).contains(link(breached));
        assertThat(part(mail, "Due within two working days (2)")).contains(link(soon)).contains(link(clockSoon))
                .contains("last day of the statutory clock 9 June. Next move: Bo of");
        assertThat(part(mail, "Taken by nobody for longer than usual (1)")).contains(link(forgotten))
                .contains("nobody yet, " + crew.name() + " takes it");
        assertThat(part(mail, "With a statutory clock, and held by somebody who is away (2)"))
                .contains(link(absent) + "/hand-over").contains("Next move: Lee of").doesNotContain("Bo of");
        assertThat(part(mail, "More came in than went out in each of three weeks (1)"))
                .contains("* Ask questions: 3 in, 0 out. Next move: Lee of")
                .contains("https://threshold.example/board/flow");
        assertThat(part(mail, "Alerts (1)")).contains("Overdue steps of " + crew.name() + ": 1.");
        assertThat(mail).doesNotContain(later).as("nothing personal").doesNotContain("Jordan")
                .doesNotContain("Secretname");
    }

    @Test
    void aRestrictedCaseIsNeverInTheMessageNorInItsNumbers() throws Exception {
        clock.freeze(Instant.parse("2027-06-08T06:30:00Z"));
        CaseReference hidden = newCase(crew);
        String step = step(crew, hidden, clock.instant().minusSeconds(3600));
        Acting.as(crew.leader(), () -> restricted.restrict(hidden, RestrictionKind.DOMESTIC_ABUSE, "She fled",
                crew.leader(), List.of(crew.first())));
        held(crew, crew.first(), clock.instant().minusSeconds(3600));

        write();

        assertThat(onlyMail()).contains("New breaches (1)").doesNotContain(step).doesNotContain(hidden.value());
    }

    @Test
    void onADayOnWhichNothingStandsOutThereIsNoMessage() throws Exception {
        clock.freeze(Instant.parse("2027-06-09T06:30:00Z"));
        held(crew, crew.first(), days(30));

        write();

        assertThat(mails()).isEmpty();
        assertThat(digests.last()).hasValueSatisfying(last -> {
            assertThat(last.day()).isEqualTo(today());
            assertThat(last.nothing()).isPositive();
        });
    }

    @Test
    void itIsWrittenOnceADayAndNotOnDaysThatAreNotWorked() throws Exception {
        clock.freeze(Instant.parse("2027-06-10T06:30:00Z"));
        held(crew, crew.first(), clock.instant().minusSeconds(3600));
        write();
        assertThat(asService(digests::write)).isZero();
        write();
        onlyMail();

        clock.freeze(Instant.parse("2027-06-12T06:30:00Z"));
        assertThat(asService(digests::write)).as("Saturday").isZero();
        clock.freeze(Instant.parse("2027-05-31T06:30:00Z"));
        assertThat(asService(digests::write)).as("Spring bank holiday").isZero();
    }

    @Test
    void ofManyTheFirstAreNamedAndTheOthersCounted() throws Exception {
        clock.freeze(Instant.parse("2027-06-11T06:30:00Z"));
        for (int i = 0; i < 7; i++) {
            step(crew, clock.instant().minusSeconds(3600));
        }

        write();

        assertThat(part(onlyMail(), "New breaches (7)").split("\\* TH-")).hasSize(6);
        assertThat(onlyMail()).contains("  and 2 more: https://threshold.example/work/overdue");
        assertThat(mails().get(0).getSubject()).isEqualTo("Threshold: 7 things for your team this morning");
    }

    /** What did not go out is on the list of messages, as one about no case, and can be tried again. */
    @Test
    void whatDidNotGoOutWaitsForAPerson() throws Exception {
        clock.freeze(Instant.parse("2027-06-14T06:30:00Z"));
        held(crew, crew.first(), clock.instant().minusSeconds(3600));
        asService(digests::write);
        String key = "board-digest-" + crew.leader() + "-" + today();
        jdbc.sql("update message set state = 'FAILED', problem = 'Refused' where idempotency_key = ?").param(key)
                .update();

        Messages.Undelivered failed = messages.undelivered().stream()
                .filter(each -> each.recipient().equals(crew.mail())).findFirst().orElseThrow();
        assertThat(failed.caseReference()).isNull();
        messages.tryAgain(failed.id());

        postman.deliverDue();
        onlyMail();
    }

    /** A server that is busy at first, and a case that is restricted before it is asked again. */
    @Test
    void atEachTryItIsMadeAnewFromWhatItsReaderMaySeeThen() throws Exception {
        clock.freeze(Instant.parse("2027-06-15T06:30:00Z"));
        CaseReference hidden = newCase(crew);
        String kept = step(crew, hidden, clock.instant().minusSeconds(3600));
        String told = held(crew, crew.first(), clock.instant().minusSeconds(3600));
        jdbc.sql("update board_threshold set raise_above = 0, clear_below = 1 where measure = 'OVERDUE_STEPS'")
                .update();
        postman.deliverDue();
        asService(digests::write);
        String key = "board-digest-" + crew.leader() + "-" + today();
        assertThat(written(key)).contains("New breaches (2)").contains(kept);
        try (ScriptedSmtp busy = new ScriptedSmtp("451 try later", "250 ok")) {
            sender.setPort(busy.port());
            postman.deliverDue();
        } finally {
            sender.setPort(MAIL.getSmtp().getPort());
        }
        assertThat(state(key)).isEqualTo("WAITING");

        Acting.as(crew.leader(), () -> restricted.restrict(hidden, RestrictionKind.DOMESTIC_ABUSE, "She fled",
                crew.leader(), List.of(crew.first())));
        clock.freeze(clock.instant().plusSeconds(120));
        postman.deliverDue();

        assertThat(onlyMail()).contains("New breaches (1)").contains(link(told)).contains("Overdue steps of "
                + crew.name()).contains("Tuesday 15 June").doesNotContain(kept).doesNotContain(hidden.value());
        assertThat(mails().get(0).getSubject()).isEqualTo("Threshold: 2 things for your team this morning");
    }

    @Test
    void ofWhichNothingIsLeftIsNotSent() throws Exception {
        clock.freeze(Instant.parse("2027-06-16T06:30:00Z"));
        CaseReference hidden = newCase(crew);
        step(crew, hidden, clock.instant().minusSeconds(3600));
        asService(digests::write);
        Acting.as(crew.leader(), () -> restricted.restrict(hidden, RestrictionKind.DOMESTIC_ABUSE, "She fled",
                crew.leader(), List.of(crew.first())));

        postman.deliverDue();

        assertThat(mails()).isEmpty();
        assertThat(state("board-digest-" + crew.leader() + "-" + today())).isEqualTo("FAILED");
    }

    /** Raised on a day on which its reader had no message; a message that did not go out told nobody either. */
    @Test
    void whoHearsOfAnAlertForTheFirstTimeIsNotRemindedOfIt() throws Exception {
        clock.freeze(Instant.parse("2027-06-17T06:30:00Z"));
        held(crew, crew.first(), clock.instant().minusSeconds(3600));
        jdbc.sql("update board_threshold set raise_above = 0, clear_below = 1 where measure = 'OVERDUE_STEPS'")
                .update();
        asService(digests::write);
        jdbc.sql("update message set state = 'FAILED', problem = 'Refused' where idempotency_key = ?")
                .param("board-digest-" + crew.leader() + "-" + today()).update();
        jdbc.sql("update board_alert set told_at = null where team = ?").param(crew.team()).update();
        clock.freeze(Instant.parse("2027-06-18T06:30:00Z"));

        write();

        String alert = "* Overdue steps of " + crew.name() + ": 1";
        assertThat(onlyMail()).contains("Friday 18 June", alert + ". Next move").doesNotContain("since 17 June");

        clock.freeze(Instant.parse("2027-06-21T06:30:00Z"));
        write();

        assertThat(String.valueOf(mails().get(1).getContent())).contains("Monday 21 June",
                alert + ", since 17 June, and nobody has acknowledged it. Next move");
    }

    private String written(String key) {
        return jdbc.sql("select body from message where idempotency_key = ?").param(key).query(String.class).single();
    }

    private String state(String key) {
        return jdbc.sql("select state from message where idempotency_key = ?").param(key).query(String.class).single();
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        assertThatIllegalStateException().isThrownBy(() -> new Mornings(null, null, null, null, clock,
                "threshold.council.gov.uk")).withMessageContaining("threshold.address");
    }

    private void write() {
        asService(digests::write);
        postman.deliverDue();
    }

    /** The morning's; a leader who manages a restricted case gets other messages too. */
    private List<MimeMessage> mails() throws MessagingException {
        List<MimeMessage> mornings = new ArrayList<>();
        for (MimeMessage mail : MAIL.getReceivedMessagesForDomain(crew.mail())) {
            if (mail.getSubject().endsWith("this morning")) {
                mornings.add(mail);
            }
        }
        return mornings;
    }

    private String onlyMail() throws MessagingException, IOException {
        assertThat(mails()).hasSize(1);
        return String.valueOf(mails().get(0).getContent()).replace("\r\n", "\n");
    }

    private static String link(String step) {
        return "https://threshold.example/steps/" + step;
    }

    private static String line(String mail, String step) {
        List<String> lines = mail.lines().toList();
        return lines.get(lines.indexOf("  " + link(step)) - 1);
    }

    private static String part(String mail, String title) {
        assertThat(mail).contains("\n" + title + "\n");
        String rest = mail.substring(mail.indexOf("\n" + title + "\n") + 1);
        return rest.substring(0, rest.indexOf("\n\n"));
    }
}
