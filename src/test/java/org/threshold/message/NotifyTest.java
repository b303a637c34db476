package org.threshold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.threshold.casefile.CaseReference;
import org.threshold.message.MessageChannel.Hope;
import org.threshold.message.MessageChannel.NotDelivered;
import org.threshold.message.PostalService.Whereabouts;
import uk.gov.service.notify.NotificationClient;

/** E-mail and letters by GOV.UK Notify, with its own client, against a server that answers as Notify does. */
@ExtendWith(OutputCaptureExtension.class)
class NotifyTest {

    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final String TO = "jordan@household.example";

    private NotifyServer server;

    @BeforeEach
    void start() throws IOException {
        server = new NotifyServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anEmailGoesOutOnceHoweverOftenItIsHandedOver() throws NotDelivered {
        channel().deliver(message(null));
        channel().deliver(message(null));

        JsonNode email = server.taken().get(0);
        assertThat(server.taken()).hasSize(1);
        assertThat(email.get("email_address").asText()).isEqualTo(TO);
        assertThat(email.get("template_id").asText()).isEqualTo(NotifyServer.TEMPLATE);
        assertThat(email.at("/personalisation/subject").asText()).isEqualTo("Your appointment");
        assertThat(email.at("/personalisation/body").asText()).isEqualTo("Come – as agreed");
        assertThat(email.get("reference").asText()).isEqualTo(Notify.reference("key")).doesNotContain("key");
    }

    @Test
    void aDocumentGoesWithItByItsOwnTemplate() throws NotDelivered {
        channel().deliver(message(new Attachment("notice.pdf", "application/pdf", PDF)));

        JsonNode email = server.taken().get(0);
        assertThat(email.get("template_id").asText()).isEqualTo(NotifyServer.FILE_TEMPLATE);
        assertThat(Base64.getDecoder().decode(email.at("/personalisation/link_to_file/file").asText())).isEqualTo(PDF);
        assertThat(email.at("/personalisation/link_to_file/filename").asText()).isEqualTo("notice.pdf");
    }

    @Test
    void aDocumentThatNotifyWouldNotTakeIsNotOffered() {
        Attachment large = new Attachment("notice.pdf", "application/pdf", new byte[2 * 1024 * 1024 + 1]);
        assertThat(failure(channel(), message(large))).satisfies(failed -> assertThat(failed.hope())
                .isEqualTo(Hope.NEVER)).hasMessageContaining("too large");
        NotifySettings plain = settings(server.url(), null);
        assertThat(failure(new NotifyChannel(notify(server.url(), 5000), plain),
                message(new Attachment("notice.pdf", "application/pdf", PDF)))).hasMessageContaining("no template");
        assertThat(server.taken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, NEVER, refused the address", "403, NEVER, did not accept our key", "413, NEVER, too large",
        "429, LATER, try later", "500, LATER, fault of its own", "503, LATER, fault of its own"})
    void whatNotifyAnswersSaysWhetherToTryAgain(int status, Hope hope, String said, CapturedOutput output) {
        server.refuses(status);
        NotDelivered failed = failure(channel(), message(null));
        assertThat(failed.hope()).isEqualTo(hope);
        assertThat(failed).hasMessageContaining(said);
        assertThat(failed.getMessage()).doesNotContain(TO, "household");
        assertThat(output.getAll()).doesNotContain(TO, NotifyServer.SECRET);
    }

    @Test
    void aKeyThatIsNotOursIsRefusedBeforeAnythingIsHandedOver() {
        Notify stranger = new Notify(new NotificationClient("threshold-" + NotifyServer.SERVICE + "-"
                + NotifyServer.TEMPLATE, server.url()), Duration.ofSeconds(5));
        assertThat(failure(new NotifyChannel(stranger, settings(server.url(), null)), message(null)))
                .hasMessageContaining("did not accept our key");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void aSilentServerMayHaveTakenItAndIsAskedBeforeASecondSend() throws NotDelivered {
        server.isSilent(true);
        NotifyChannel impatient = new NotifyChannel(notify(server.url(), 700), settings(server.url(), null));
        assertThat(failure(impatient, message(null))).satisfies(failed -> assertThat(failed.hope())
                .isEqualTo(Hope.PERHAPS_SENT)).hasMessageContaining("not known whether it went out");
        server.isSilent(false);

        channel().deliver(message(null));

        assertThat(server.taken()).hasSize(1);
    }

    /** Java sends a POST anew by itself unless {@code sun.net.http.retryPost} is false, as it is in main. */
    @Test
    void aLineThatBreaksBehindAMessageSendsItOnce() {
        server.breaksTheLine();
        assertThat(failure(channel(), message(null)).hope()).isEqualTo(Hope.PERHAPS_SENT);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void whatFailedAtNotifyMayBeSentAgain() throws NotDelivered {
        channel().deliver(message(null));
        server.becomes("temporary-failure");
        channel().deliver(message(null));
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        String url = "http://127.0.0.1:" + nobody;
        NotDelivered failed = failure(new NotifyChannel(notify(url, 5000), settings(url, null)), message(null));
        assertThat(failed.hope()).isEqualTo(Hope.LATER);
        assertThat(failed).hasMessage("GOV.UK Notify could not be reached");
    }

    @Test
    void aLetterIsPostedOnceAndFoundAgain() throws NotDelivered {
        PostalService post = post();
        String number = post.post("letter-7-posted-1", PDF);

        assertThat(post.post("letter-7-posted-1", PDF)).isEqualTo(number);
        assertThat(server.taken()).singleElement().satisfies(letter -> {
            assertThat(Base64.getDecoder().decode(letter.get("content").asText())).isEqualTo(PDF);
            assertThat(letter.get("postage").asText()).isEqualTo("first");
        });
        assertThat(post.post("letter-7-posted-2", PDF)).isNotEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"pending-virus-check, TAKEN", "created, TAKEN", "accepted, PRINTING", "received, POSTED",
        "validation-failed, REFUSED", "virus-scan-failed, REFUSED", "cancelled, CANCELLED", "technical-failure, FAILED",
        "permanent-failure, FAILED"})
    void whereALetterIsIsToldByItsNumber(String status, Whereabouts where) throws NotDelivered {
        PostalService post = post();
        String number = post.post("letter-7", PDF);
        server.becomes(status);
        assertThat(post.whereabouts(number)).isEqualTo(where);
    }

    @Test
    void whereLettersAreNotPostedByItNobodyCan() {
        PostalService none = new NotifyPost(Optional.empty(), settings(server.url(), null));
        assertThat(none.posts()).isFalse();
        assertThat(post().posts()).isTrue();
        assertThatThrownBy(() -> none.post("letter-7", PDF)).isInstanceOf(NotDelivered.class);
    }

    private static NotDelivered failure(NotifyChannel channel, OutgoingMessage message) {
        return catchThrowableOfType(NotDelivered.class, () -> channel.deliver(message));
    }

    private NotifyChannel channel() {
        return new NotifyChannel(notify(server.url(), 5000), settings(server.url(), NotifyServer.FILE_TEMPLATE));
    }

    private PostalService post() {
        return new NotifyPost(Optional.of(notify(server.url(), 5000)), settings(server.url(), null));
    }

    private static Notify notify(String url, long longest) {
        return new Notify(new NotificationClient(NotifyServer.KEY, url), Duration.ofMillis(longest));
    }

    private static NotifySettings settings(String url, String withFile) {
        return new NotifySettings(NotifyServer.KEY, NotifyServer.TEMPLATE, withFile, true, "first", url,
                Duration.ofSeconds(5));
    }

    private static OutgoingMessage message(Attachment file) {
        return new OutgoingMessage(new CaseReference("TH-26-000001"), "test", TO, "Your appointment", "Come – as agreed",
                "key", null, file);
    }
}
