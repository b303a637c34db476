package org.threshold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NotPermitted;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.message.MailConfiguration.WayOut;
import org.threshold.message.Messages.Undelivered;
import org.threshold.message.store.MessageStore;
import org.threshold.process.ProcessTest;

/** The outbox against real mail servers, those that take a message and those that do not. */
class OutboxTest extends ProcessTest {

    @Autowired
    private Messages messages;
    @Autowired
    private Postman postman;
    @Autowired
    private MessageCheck check;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private MessageStore store;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private CurrentOfficer current;

    private CaseReference reference;
    private String key;
    private String address;

    @BeforeEach
    void emptyTheOutbox() {
        postman.deliverDue();
        reference = newCase();
        key = UUID.randomUUID().toString();
        address = "to-" + key + "@council.gov.uk";
    }

    @Test
    void aMessageGoesOutOnceHoweverOftenItIsQueuedOrTheJobRuns() throws Exception {
        messages.send(message());
        messages.send(message());

        assertThat(postman.deliverDue()).isEqualTo(1);
        assertThat(postman.deliverDue()).isZero();

        assertThat(MAIL.getReceivedMessagesForDomain(address)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Your referral");
            assertThat(mail.getFrom()[0].toString()).isEqualTo("housing@council.example");
            assertThat(String.valueOf(mail.getContent())).contains("Contact was made – as you asked");
        });
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            messages.send(message());
            throw new IllegalStateException("The work failed");
        })).hasMessage("The work failed");

        assertThat(postman.deliverDue()).isZero();
        assertThat(MAIL.getReceivedMessagesForDomain(address)).isEmpty();
    }

    @Test
    void aServerThatRefusesTheAddressIsNotAskedAgain() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp("550 no such mailbox", "250 ok")) {
            messages.send(message());
            assertThat(postmanTo(server.port()).deliverDue()).isEqualTo(1);
            assertThat(problem()).isEqualTo("The mail server refused the address or the message");
            assertThat(server.messages()).isZero();
        }
    }

    @Test
    void aServerThatIsBusyIsAskedAgainLaterAndAtLastAPersonIs() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp("451 try later", "250 ok")) {
            messages.send(message());
            Postman busy = postmanTo(server.port());
            for (Duration pause : Postman.PAUSES) {
                assertThat(busy.deliverDue()).isEqualTo(1);
                assertThat(state()).isEqualTo("WAITING");
                assertThat(busy.deliverDue()).as("before its time").isZero();
                clock.freeze(clock.instant().plus(pause));
            }
            assertThat(busy.deliverDue()).isEqualTo(1);
            assertThat(problem()).isEqualTo("The mail server asked to try later");
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        messages.send(message());
        postmanTo(nobody).deliverDue();
        assertThat(state()).isEqualTo("WAITING");

        clock.freeze(clock.instant().plus(Postman.PAUSES.get(0)));
        postman.deliverDue();

        assertThat(MAIL.getReceivedMessagesForDomain(address)).hasSize(1);
    }

    @Test
    void aLineThatBreaksBehindTheMessageIsNotTriedAgainByItself() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp("250 ok", null)) {
            messages.send(message());
            Postman broken = postmanTo(server.port());
            broken.deliverDue();
            clock.freeze(clock.instant().plus(Duration.ofDays(2)));
            broken.deliverDue();

            assertThat(server.messages()).isEqualTo(1);
            assertThat(problem()).contains("it is not known whether the message went out");
        }
    }

    @Test
    void aSenderThatDiedLeavesItsMessageToAPerson() {
        messages.send(message());
        assertThat(store.take(clock.instant(), clock.instant().plus(Postman.LONGEST_SENDING))).isPresent();

        clock.freeze(clock.instant().plus(Postman.LONGEST_SENDING).plusSeconds(1));
        postman.deliverDue();

        assertThat(problem()).contains("so it is not known whether it went out");
        assertThat(MAIL.getReceivedMessagesForDomain(address)).isEmpty();
    }

    @Test
    void aLeaderSeesWhatDidNotGoOutAndHasItTriedAgainOrToldByHand() throws IOException {
        Undelivered first = undelivered();
        signIn(LEADER);
        assertThat(messages.undelivered()).extracting(Undelivered::id).contains(first.id());

        messages.tryAgain(first.id());
        postman.deliverDue();

        assertThat(MAIL.getReceivedMessagesForDomain(address)).hasSize(1);
        key = UUID.randomUUID().toString();
        Undelivered second = undelivered();
        signIn(LEADER);
        messages.toldByHand(second.id());
        messages.tryAgain(second.id());
        assertThat(state()).isEqualTo("BY_HAND");
        assertThat(messages.undelivered()).extracting(Undelivered::id).doesNotContain(second.id());
    }

    @Test
    void anOfficerMayNeitherSeeNorRepeatMessages() {
        assertThatThrownBy(() -> messages.undelivered()).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> messages.tryAgain(1)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> messages.toldByHand(1)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void withoutAMailServerNothingIsQueued() {
        Messages off = new Outbox(store, new WayOut(Optional.empty()), check, current, audit, clock);

        assertThat(off.goOut()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> off.send(message()));
        assertThat(new Postman(store, new WayOut(Optional.empty()), check, deliveries, clock).deliverDue()).isZero();
    }

    @Test
    void addressesAndSubjectsCannotCarryMore() {
        for (String many : List.of("a@b.uk,c@d.uk", "a@b.uk\nBcc: c@d.uk", "A <a@b.uk>")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new OutgoingMessage(reference, "k", many, "s", "b",
                    "key"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new OutgoingMessage(reference, "k", "a@b.uk",
                "s\nBcc: c@d.uk", "b", "key"));
    }

    private Undelivered undelivered() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp("550 no", "250 ok")) {
            messages.send(message());
            postmanTo(server.port()).deliverDue();
        }
        return store.failed(Messages.MOST_SHOWN).stream().filter(each -> each.recipient().equals(address))
                .reduce((before, last) -> last).orElseThrow();
    }

    private OutgoingMessage message() {
        return new OutgoingMessage(reference, "test", address, "Your referral", "Contact was made – as you asked", key);
    }

    private Postman postmanTo(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new Postman(store, new WayOut(Optional.of(new SmtpChannel(sender, "housing@council.example"))), check,
                deliveries, clock);
    }

    private String state() {
        return jdbc.sql("select state from message where idempotency_key = ?").param(key).query(String.class).single();
    }

    private String problem() {
        return jdbc.sql("select problem from message where idempotency_key = ? and state = 'FAILED'").param(key)
                .query(String.class).single();
    }
}
