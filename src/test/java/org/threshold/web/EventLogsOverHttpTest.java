package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.threshold.IntegrationTest;
import org.threshold.eventlog.MadeLog;
import org.threshold.web.Caller.Reply;

/** The interface and the page that analyse a log, as programs and browsers call them. */
class EventLogsOverHttpTest extends IntegrationTest {

    private static final String API = "/api/insight/analyse";
    private static final String FORM = "multipart/form-data; boundary=line";
    private static final String CSV = "Fall;Schritt;Wann;Wer\n1;A;2026-03-28 12:00;x\n1;B;2026-03-29 12:00;y\n";
    private static final String MAPPING = "case=Fall&activity=Schritt&timestamp=Wann&resource=Wer&delimiter=SEMICOLON";

    @LocalServerPort
    private int port;

    @Test
    void aProgramSendsALogAsTheBody() throws IOException {
        for (byte[] log : List.of(repairs(), zipped(repairs()))) {
            Reply reply = program("analyst").send("POST", API, "application/octet-stream", log, as("analyst"));
            assertThat(reply.status()).isEqualTo(200);
            JsonNode found = json(reply);
            assertThat(found.at("/cases").asInt()).isEqualTo(3);
            assertThat(found.at("/events").asInt()).isEqualTo(11);
            assertThat(found.at("/activities").asInt()).isEqualTo(2);
            assertThat(found.at("/variants").asInt()).isEqualTo(3);
            assertThat(found.at("/caseDays/p50").asDouble()).isEqualTo(27 / 24.0);
            assertThat(found.at("/byEdge/0/to").asText()).isEqualTo("Mend");
            assertThat(found.at("/byEdge/0/waiting/total").asDouble()).isEqualTo(3);
            assertThat(found.at("/rework/0/redos").asInt()).isEqualTo(1);
            assertThat(found.at("/handovers/count").asInt()).isEqualTo(3);
        }
    }

    /** Whatever it is called, its bytes say what it is. */
    @Test
    void aLogOfTheWrongNameOrTypeIsReadAllTheSame() throws IOException {
        for (String type : Arrays.asList("image/png", "application/json; charset=utf-16", null)) {
            assertThat(program("analyst").send("POST", API, type, repairs(), as("analyst")).status()).isEqualTo(200);
        }
        Reply form = program("analyst").send("POST", API, FORM, form("REPAIRS.CSV.PDF", zipped(repairs())),
                as("analyst"));
        assertThat(json(form).at("/cases").asInt()).isEqualTo(3);
    }

    @Test
    void theColumnsOfCsvAreNamedInTheAddressOrInTheForm() throws IOException {
        Reply inAddress = program("analyst").send("POST", API + "?zone=UTC&" + MAPPING, "text/csv", bytes(CSV),
                as("analyst"));
        assertThat(json(inAddress).at("/caseDays/max").asDouble()).isEqualTo(1);
        Reply both = program("analyst").send("POST", API + "?" + MAPPING, FORM, form("log.csv", bytes(CSV), "zone",
                "Europe/London"), as("analyst"));
        assertThat(both.status()).as(both.text()).isEqualTo(200);
        assertThat(json(both).at("/caseDays/max").asDouble()).isEqualTo(23 / 24.0);
        assertThat(json(both).at("/handovers/most/0/from").asText()).isEqualTo("x");
    }

    @Test
    void whatIsWrongIsAProblemInOneSentence() throws IOException {
        problem(422, "There is no time at line 2.", "text/csv", bytes("case,activity,time\n1,A,\n"), "");
        problem(422, "The file is empty.", "text/csv", new byte[0], "");
        problem(422, "There is no column ‘Fall’ for the case", "text/csv", bytes("case,activity,time\n"), "?case=Fall");
        problem(422, "DOCTYPE", "application/xml", bytes("<!DOCTYPE log [<!ENTITY a 'a'>]><log>&a;</log>"), "");
        problem(400, "Enter a time zone", "text/csv", bytes(CSV), "?zone=Mars/Olympus");
        problem(400, "COMMA, SEMICOLON, TAB", "text/csv", bytes(CSV), "?delimiter=pipe");
        problem(400, "name its part ‘file’", FORM, bytes("--line\r\nContent-Disposition: form-data; name=\"other\";"
                + " filename=\"a.csv\"\r\n\r\nx\r\n--line--\r\n"), "");
        problem(415, "Content-Type", "application/x-www-form-urlencoded", bytes(CSV), "");
        problem(413, "larger than 32 MB", "application/octet-stream", tooMuch(), "");
        problem(413, "larger than 32 MB", FORM, form("log.csv", tooMuch()), "");
    }

    @Test
    void whoMayNotIsRefusedBeforeTheLogIsRead() throws IOException {
        Reply officer = program("officer").send("POST", API, "text/csv", bytes(CSV), as("officer"));
        assertThat(officer.status()).isEqualTo(403);
        assertThat(officer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(program("officer").send("POST", API, FORM, form("log.csv", bytes(CSV)), as("officer")).status())
                .isEqualTo(403);
        assertThat(Caller.stranger(port).send("POST", API, "text/csv", bytes(CSV)).status()).isEqualTo(401);
        assertThat(Caller.stranger(port).send("POST", API, FORM, form("log.csv", bytes(CSV))).status()).isEqualTo(403);
    }

    @Test
    void theDescriptionTellsOfIt() throws IOException {
        Reply reply = program("analyst").send("GET", "/v3/api-docs", null, new byte[0], as("analyst"));
        JsonNode post = new ObjectMapper().readTree(reply.text()).at("/paths/~1api~1insight~1analyse/post");
        assertThat(post.at("/requestBody/content").has("multipart/form-data")).isTrue();
        assertThat(post.at("/parameters")).hasSize(8);
        assertThat(post.at("/responses").has("422")).isTrue();
    }

    @Test
    void thePageShowsTheResult() throws IOException {
        Caller analyst = Caller.signedIn(port, "analyst");
        analyst.get("/event-logs");
        Reply reply = analyst.send("POST", "/event-logs", FORM, form("repairs.xes", repairs(), "_csrf",
                analyst.token()));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("3 cases with 11 events, from 28 March 2026 to 10 April 2026. Half of the"
                + " cases took 1.1 days or less")
                .contains("Most waiting: from Inspect to Mend").contains("3.0 days in all, 75.0% of all waiting");
    }

    @Test
    void daysThatCouldBeMonthsAreSaidInTheAnswerAndOnThePage() throws IOException {
        byte[] log = bytes("case,activity,time\n1,A,03/04/2025\n1,B,05/04/2025\n");
        String said = "2 times, like 03/04/2025, were read as day/month/year";
        Reply answer = program("analyst").send("POST", API, "text/csv", log, as("analyst"));
        assertThat(json(answer).at("/remarks/0").asText()).startsWith(said);
        Caller analyst = Caller.signedIn(port, "analyst");
        analyst.get("/event-logs");
        assertThat(analyst.send("POST", "/event-logs", FORM, form("log.csv", log, "_csrf", analyst.token())).text())
                .contains(said);
    }

    @Test
    void thePageKeepsWhatWasChosenWhenTheLogCannotBeRead() throws IOException {
        Caller analyst = Caller.signedIn(port, "analyst");
        analyst.get("/event-logs");
        Reply wrong = analyst.send("POST", "/event-logs", FORM, form("log.csv", bytes(CSV), "case", "Vorgang",
                "zone", "Europe/Paris", "_csrf", analyst.token()));
        assertThat(wrong.text()).contains("There is no column ‘Vorgang’ for the case at line 1, which has ‘Fall’");
        Reply none = analyst.send("POST", "/event-logs", FORM, form("", new byte[0], "zone", "Mars", "_csrf",
                analyst.token()));
        assertThat(none.text()).contains("Choose the log").contains("Enter a time zone like Europe/London");
        Reply forged = analyst.send("POST", "/event-logs", FORM, form("log.csv", bytes(CSV)));
        assertThat(forged.status()).isEqualTo(403);
    }

    private void problem(int status, String sentence, String type, byte[] log, String query) throws IOException {
        Reply reply = program("analyst").send("POST", API + query, type, log, as("analyst"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(json(reply).at("/detail").asText()).contains(sentence).endsWith(".");
        assertThat(json(reply).at("/title").asText()).isEqualTo("The log was not analysed");
    }

    /** Random, so that it is larger than is taken however it is read. */
    private static byte[] tooMuch() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<MadeLog.Row> rows = MadeLog.of(20_000, 3);
        while (out.size() <= 33 * 1024 * 1024) {
            MadeLog.writeCsv(rows, out);
        }
        String all = out.toString(StandardCharsets.UTF_8);
        String headings = all.substring(0, all.indexOf('\n') + 1);
        return bytes(headings + all.replace(headings, ""));
    }

    private Caller program(String username) {
        return Caller.stranger(port).from("10.77.0." + Math.abs(username.hashCode() % 200));
    }

    private static String[] as(String username) {
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(username + ":demo"))};
    }

    private static JsonNode json(Reply reply) throws IOException {
        return new ObjectMapper().readTree(reply.text());
    }

    private static byte[] form(String fileName, byte[] file, String... fields) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < fields.length; at += 2) {
            out.write(bytes("--line\r\nContent-Disposition: form-data; name=\"" + fields[at] + "\"\r\n\r\n"
                    + fields[at + 1] + "\r\n"));
        }
        out.write(bytes("--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"));
        out.write(file);
        out.write(bytes("\r\n--line--\r\n"));
        return out.toByteArray();
    }

    private static byte[] repairs() throws IOException {
        try (InputStream in = EventLogsOverHttpTest.class.getResourceAsStream("/eventlog/repairs.xes")) {
            return in.readAllBytes();
        }
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
