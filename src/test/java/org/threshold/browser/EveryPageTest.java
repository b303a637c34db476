package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.clock.ServiceClock;
import org.threshold.process.TimerWalk;

/** Every page as a picture at desktop and phone width, without a finding of axe and without an error in the console. */
class EveryPageTest extends BrowserTest {

    private static final List<String> CASE_PAGES = List.of("", "/timeline", "/people", "/people/new", "/notes",
            "/letters", "/documents", "/documents/new", "/answers", "/contact", "/address", "/number", "/contact-only-by", "/do-not-write",
            "/flags", "/needs", "/withdrawal", "/back-in-touch", "/duties",
            "/findings", "/plan", "/refusal", "/step-taken", "/more-time", "/duties/ended", "/end-duty",
            "/local-connection", "/circumstances",
            "/schools", "/home-offers", "/reviews", "/put-right", "/attempts", "/lost-contact", "/death", "/belongings", "/accommodation",
            "/accommodation/new", "/new-application", "/conflict",
            "/access", "/h-clic", "/h-clic/answers", "/h-clic/activities", "/h-clic/help",
            "/appointments", "/appointments/visit", "/nights", "/interim-end", "/move-on",
            "/move-on/barriers/new", "/move-on/route", "/move-on/bids/new");

    @Autowired
    private TimerWalk timers;
    @Autowired
    private ServiceClock clock;

    @Test
    void signIn() {
        for (Page page : List.of(desktop(), phone())) {
            page.navigate(url("/sign-in"));
            look(page, name("sign-in", page));
            page.getByLabel("Username").fill("officer");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("wrong");
            page.locator("main button[type=submit]").click();
            look(page, name("sign-in-refused", page));
        }
    }

    @Test
    void pagesOfAnOfficer() {
        List<Page> pages = signedIn("officer");
        String reference = caseInRelief(pages.get(0));
        List<String> paths = new ArrayList<>(List.of("/work", "/work/team", "/work/find", "/approaches/new",
                "/out-of-hours", "/cases", "/h-clic", "/clocks/calculator", "/presence", "/presence/rota",
                "/processes", "/appointments", "/bed-and-breakfast",
                "/arrears/proposals", "/benefit/claims", "/moving-on/barriers", "/letters-to-chase"));
        paths.addAll(List.of("/units", "/units?show=table", "/units/checks", "/units/providers", "/units/districts",
                "/units/schools"));
        CASE_PAGES.forEach(path -> paths.add("/cases/" + reference + path));
        lookAtAll(pages, paths);
        noConsoleErrors();
    }

    @Test
    void everyStepPage() {
        List<Page> pages = signedIn("officer");
        String reference = caseInRelief(pages.get(0));
        lookAtAll(pages, stepsOf(pages.get(0), reference));
        noConsoleErrors();
    }

    @Test
    void aStepWithMistakes() {
        for (Page page : signedIn("officer")) {
            Desk desk = new Desk(page, this::url);
            String reference = desk.takeApproach("Mistaken", family(page), "Nothing filled in");
            desk.open(reference, "Triage the approach").answer(Answers.of());
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("There is a problem");
            look(page, name("step-mistakes", page));
        }
    }

    @Test
    void pagesOfSupervisorsDesignersAndAdministrators() {
        lookAtAll(signedIn("senior"), List.of("/units/new", "/units/providers/new"));
        lookAtAll(signedIn("leader"), List.of("/moving-on", "/quality-audits", "/arrears", "/payments", "/benefit/claims",
                "/benefit/files", "/keys", "/keys/releases", "/duty-managers", "/notices", "/restricted", "/alerts",
                "/emergency-access", "/work/overdue", "/reviews", "/work/all", "/work/hand-over", "/presence/rota",
                "/appointments/slots"));
        lookAtAll(signedIn("manager"), List.of("/placement-policies", "/h-clic", "/h-clic/quarters", "/work/overdue",
                "/incidents"));
        lookAtAll(signedIn("designer"), List.of("/processes", "/letters", "/letters/s184-decision"));
        lookAtAll(signedIn("dpo"), List.of("/audit"));
        lookAtAll(signedIn("admin"), List.of("/administration/people", "/administration/people/new",
                "/administration/calendar", "/administration/caseload", "/demonstration/date", "/incidents"));
        noConsoleErrors();
    }

    @Test
    void pagesOfAReferrer() {
        for (Page page : List.of(desktop(), phone())) {
            Referrer referrer = new Referrer(page, this::url);
            referrer.open();
            look(page, name("refer", page));
            referrer.fillIn("Looked", "ward@hospital.nhs.uk", "TONIGHT");
            referrer.press("Continue");
            look(page, name("refer-check", page));
            clock.setOffset(Duration.ofMinutes(1));
            referrer.press("Send the referral");
            look(page, name("refer-receipt", page));
            page.navigate(url("/refer/status"));
            look(page, name("refer-status", page));
            clock.reset();
        }
        lookAtAll(signedIn("officer"), List.of("/referrals", "/referrals?show=IN_TARGET"));
        lookAtAll(signedIn("leader"), List.of("/messages"));
        noConsoleErrors();
    }

    @Test
    void aReferralWithMistakes() {
        for (Page page : List.of(desktop(), phone())) {
            Referrer referrer = new Referrer(page, this::url);
            referrer.open();
            referrer.press("Continue");
            assertThat(page.locator(".govuk-error-summary").innerText()).contains("There is a problem");
            look(page, name("refer-mistakes", page));
        }
    }

    @Test
    void refusalsAreAccessibleToo() {
        Page page = signIn(desktop(), "officer");
        page.navigate(url("/administration/people"));
        look(page, "refused");
        page.navigate(url("/cases/TH-000000-X"));
        look(page, "not-found");
    }

    private List<Page> signedIn(String username) {
        return List.of(signIn(desktop(), username), signIn(phone(), username));
    }

    private void lookAtAll(List<Page> pages, List<String> paths) {
        for (Page page : pages) {
            for (String path : paths) {
                int status = page.navigate(url(path)).status();
                assertThat(status).as(path).isEqualTo(200);
                look(page, name(path.replaceAll("TH-[0-9]+-[A-Z0-9]", "case").replaceAll("[0-9a-f-]{36}", "step")
                        .replaceAll("^/|[^A-Za-z0-9-]", "_") + (path.contains("/steps/") ? path.hashCode() : ""), page));
            }
        }
    }

    private static String name(String what, Page page) {
        return (page.viewportSize().width < 500 ? "phone-" : "desktop-") + what;
    }

    private String caseInRelief(Page page) {
        Desk desk = onSite(page);
        String reference = desk.takeApproach("Taylor", family(page), "Lost their home");
        desk.open(reference, "Triage the approach").complete(Answers.homelessTonight());
        timers.runDue();
        return reference;
    }

    /** A name of its own, so that no possible duplicate is asked about. */
    private static String family(Page page) {
        return "Example" + Integer.toString(System.identityHashCode(page), 26).replaceAll("[0-9]", "x");
    }

    private List<String> stepsOf(Page page, String reference) {
        page.navigate(url("/cases/" + reference));
        List<String> steps = new ArrayList<>();
        page.locator("main a[href^='/steps/']").all().forEach(link -> steps.add(link.getAttribute("href")));
        assertThat(steps).hasSizeGreaterThanOrEqualTo(2);
        steps.addAll(steps.stream().map(step -> step + "/hand-over").toList());
        return steps.stream().distinct().toList();
    }
}
