package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threshold.eventlog.MadeLog;

/** An analyst chooses a log, says which columns it has, and reads what it says: at a desk, on a phone, or plain. */
class EventLogPagesTest extends BrowserTest {

    @Test
    void aLogIsChosenAndRead() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        MadeLog.writeCsv(MadeLog.of(3_000, 11), log);
        for (Page page : List.of(desktop(), phone())) {
            String size = page.viewportSize().width < 1000 ? "-phone" : "";
            signIn(page, "analyst").navigate(url("/event-logs"));
            look(page, "event-log-ask" + size);
            send(page, "made.csv", log.toByteArray());
            assertReadable(page);
            look(page, "event-log-result" + size);
        }
        Page plain = withoutScript();
        signIn(plain, "analyst").navigate(url("/event-logs"));
        send(plain, "made.csv", log.toByteArray());
        assertReadable(plain);
        noConsoleErrors();
    }

    @Test
    void whatWasChosenIsKeptWhenTheLogCannotBeRead() {
        Page page = desktop();
        signIn(page, "analyst").navigate(url("/event-logs"));
        page.getByLabel("Column of the case").fill("Vorgang");
        page.getByLabel("Between the values stands").selectOption("SEMICOLON");
        send(page, "log.csv", "Fall;Schritt;Zeit\n1;A;2026-01-01\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("There is no column ‘Vorgang’");
        assertThat(page.getByLabel("Column of the case").inputValue()).isEqualTo("Vorgang");
        assertThat(page.getByLabel("Between the values stands").inputValue()).isEqualTo("SEMICOLON");
        look(page, "event-log-refused");
        noConsoleErrors();
    }

    private static void assertReadable(Page page) {
        assertThat(page.locator("h1").innerText()).contains("What the log says").contains("made.csv");
        assertThat(page.locator("table").count()).isEqualTo(5);
    }

    private static void send(Page page, String name, byte[] log) {
        page.getByLabel("Log", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload(name, "text/csv", log));
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
    }
}
