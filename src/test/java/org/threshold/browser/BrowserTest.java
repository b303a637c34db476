package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;

/** A real Chromium on the running service. One browser for all tests of the JVM, a fresh profile for each officer. */
public abstract class BrowserTest extends IntegrationTest {

    private static final Playwright PLAYWRIGHT = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER = PLAYWRIGHT.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Chromium.find())
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    private static final Path PICTURES = Path.of("target", "pictures");

    @LocalServerPort
    private int port;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();

    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    protected Page desktop() {
        return page(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    protected Page phone() {
        return page(new Browser.NewContextOptions().setViewportSize(390, 844).setIsMobile(true).setHasTouch(true));
    }

    protected Page withoutScript() {
        return page(new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = BROWSER.newContext(options.setLocale("en-GB").setTimezoneId("Europe/London"));
        contexts.add(context);
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // What the provider's own page lacks is not ours to mend.
            if ("error".equals(message.type()) && !page.url().startsWith(PROVIDER.issuer())) {
                consoleErrors.add(message.text() + " at " + page.url());
            }
        });
        return page;
    }

    protected Page signIn(Page page, String username) {
        page.navigate(url("/sign-in"));
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("demo");
        page.locator("main button[type=submit]").click();
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    /** Signs in an officer who has said that they are at an office: steps in person are for nobody else. */
    protected Desk onSite(Page page, String username) {
        return onSite(signIn(page, username));
    }

    /** The same for somebody who has signed in on the page. */
    protected Desk onSite(Page page) {
        page.navigate(url("/presence"));
        page.locator("main input[type=radio][value='North Office']").check();
        page.locator("main button.govuk-button").first().click();
        page.waitForLoadState();
        return new Desk(page, this::url);
    }

    /** Keeps a picture to be looked at and fails when axe finds anything. */
    protected void look(Page page, String name) {
        keepPicture(page, new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        AxeResults results = new AxeBuilder(page).analyze();
        assertThat(results.getViolations()).as("axe on %s (%s)", name, page.url())
                .extracting(violation -> violation.getId() + ": " + violation.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget())).toList())
                .isEmpty();
    }

    /** The browser now and then cannot draw a page on a busy machine; the picture is an aid and proves nothing. */
    private static void keepPicture(Page page, Page.ScreenshotOptions options) {
        try {
            page.screenshot(options);
        } catch (PlaywrightException busy) {
            if (!busy.getMessage().contains("Unable to capture screenshot")) {
                throw busy;
            }
        }
    }

    /** The content policy must not stop anything that a page needs. */
    protected void noConsoleErrors() {
        assertThat(consoleErrors).isEmpty();
    }

    /** Timers are run by whoever may move the service's date; the pages are asked by whoever signs in on them. */
    @BeforeEach
    void mayRunTimers() {
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated("admin", null, List.of()));
    }

    @AfterEach
    void closePages() {
        SecurityContextHolder.clearContext();
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        consoleErrors.clear();
    }
}
