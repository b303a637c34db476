package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.threshold.document.SomeFiles;

/** An officer with a family across the desk takes a picture of a paper with the phone, beside the step that asks for it. */
class DocumentJourneyTest extends BrowserTest {

    @Test
    void aPaperBecomesADocumentOfTheCaseFromAPhone() {
        Page page = signIn(phone(), "officer");
        Desk desk = onSite(page);
        String reference = desk.takeApproach("Paper", "Phonebrook", "A notice came");
        desk.open(reference, "Triage the approach");
        page.getByText("Add a document for this step").click();
        assertThat(page.locator("main").innerText()).contains("For the step Triage the approach");
        assertThat(page.locator("#picture").getAttribute("capture")).isEqualTo("environment");
        look(page, "phone-document-new");

        page.getByText("Add the document").click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Choose a file or take a picture");
        look(page, "phone-document-mistakes");

        page.getByLabel("What is it?").selectOption("NOTICE");
        page.getByLabel("What it shows (optional)").fill("Section 21, second page");
        page.locator("#picture").setInputFiles(new FilePayload("image.jpg", "image/jpeg",
                SomeFiles.picture("jpeg", 1600, 1200)));
        page.getByText("Add the document").click();
        page.waitForURL(address -> address.contains("/steps/"));
        assertThat(page.locator("main, .govuk-notification-banner").allInnerTexts().toString())
                .contains("The document was added: image.jpg", "Notice, claim for possession or warrant: image.jpg");

        page.navigate(url("/cases/" + reference + "/documents"));
        look(page, "phone-documents");
        noSidewaysScrolling(page);
        page.getByText("image.jpg").click();
        Locator picture = page.locator(".case-document__picture");
        assertThat(picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")).isEqualTo(true);
        look(page, "phone-document");
        noSidewaysScrolling(page);

        page.getByText("It was added by mistake").click();
        page.getByLabel("Why is it withdrawn?").fill("Of another household");
        page.getByText("Withdraw the document").click();
        page.waitForLoadState();
        assertThat(page.locator("main").innerText()).contains("No document has been added");

        Page leader = signIn(desktop(), "leader");
        leader.navigate(url("/cases/" + reference + "/documents"));
        leader.getByText("Withdrawn, 1").click();
        look(leader, "desktop-documents-withdrawn");
        leader.getByText("image.jpg").click();
        assertThat(leader.locator("main").innerText()).contains("Of another household", "Who looked at it",
                "Looked at a document");
        look(leader, "desktop-document-withdrawn");
        noConsoleErrors();
    }

    private static void noSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
    }
}
