package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.clock.ServiceClock;

/** What an officer records outside the steps, and what it does to the approach: findings, the plan, a duty's start. */
class FindingsJourneyTest extends JourneyTest {

    @Autowired
    private JdbcClient jdbc;

    private Page page;
    private String base;

    @Test
    void priorityNeedFoundOnDay55EndsReliefAtTheEndOfDay56() {
        page = desktop();
        inRelief();
        moveOn(54);
        page.navigate(url(base + "/findings"));
        assertThat(page.locator("main").innerText()).contains("does not end by itself");
        assertThat(page.locator("#priority-need-category").isVisible()).as("asked only for a yes").isFalse();
        page.locator("input[name=priority-need][value=YES]").check();
        page.locator("#priority-need-category").selectOption("DEP_CHILDREN");
        page.locator("#priority-need-reasons").fill("Two children live with them");
        look(page, "desktop-findings-filled");
        page.locator("main form button.govuk-button").last().click();
        page.waitForLoadState();
        assertThat(page.locator("main").innerText()).contains("the relief duty ends by itself at the end of");
        assertThat(isOpen("Relieve homelessness")).isTrue();

        moveOn(2);

        assertThat(isOpen("Relieve homelessness")).as("relief has ended by law").isFalse();
        page.navigate(url(base + "/letters"));
        assertThat(page.locator("main").innerText()).contains("Our duty to help relieve your homelessness has ended");
        noConsoleErrors();
    }

    @Test
    void aStartThatIsPutRightMovesTheTimerOfDay56() {
        page = phone();
        inRelief();
        OffsetDateTime before = day56();
        LocalDate day = today().minusDays(30);
        page.navigate(url(base + "/duties/correct"));
        look(page, "phone-correct-duty");
        page.locator("main form button.govuk-button").last().click();
        look(page, "phone-correct-duty-mistakes");
        page.locator("#satisfiedOn-day").fill(day.getDayOfMonth() + "");
        page.locator("#satisfiedOn-month").fill(day.getMonthValue() + "");
        page.locator("#satisfiedOn-year").fill(day.getYear() + "");
        page.locator("#why").fill("Satisfied at the first interview, which was typed in late");
        page.locator("main form button.govuk-button").last().click();
        page.waitForURL(address -> address.endsWith("/duties"));

        assertThat(day56().toInstant()).isEqualTo(day.plusDays(56).atStartOfDay(ServiceClock.LONDON).toInstant())
                .isBefore(before.toInstant());
        page.navigate(url(base + "/duties/correct"));
        assertThat(page.locator("main").innerText()).contains("believed: from");
        look(page, "phone-duty-corrected");
        noConsoleErrors();
    }

    @Test
    void thePlanIsChangedWithAndWithoutScripts() {
        page = desktop();
        inRelief();
        page = signIn(withoutScript(), "officer");
        changePlan("Look at two homes", false);
        page = signIn(phone(), "officer");
        changePlan("Apply to the deposit scheme", true);
        assertThat(page.locator("main").innerText()).contains("version 3", "Apply to the deposit scheme");
        for (Page at : new Page[] {page, signIn(desktop(), "officer")}) {
            at.navigate(url(base + "/plan"));
            look(at, (at == page ? "phone" : "desktop") + "-plan-versions");
            at.navigate(url(base + "/plan/change"));
            look(at, (at == page ? "phone" : "desktop") + "-change-plan");
        }
        noConsoleErrors();
    }

    /** @param looked whether axe looks at the page, which it cannot do where scripts are off */
    private void changePlan(String what, boolean looked) {
        page.navigate(url(base + "/plan/change"));
        String row = "step" + page.locator("textarea[name$=-what], input[name$=-what]").count();
        page.locator("button[value=add-step]").click();
        page.locator("#" + row + "-what").fill(what);
        page.locator("input[name=" + row + "-who][value=APPLICANT]").check();
        page.locator("input[name=" + row + "-kind][value=RECOMMENDED]").check();
        page.locator("main form button.govuk-button").last().click();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter what has changed");
        if (looked) {
            look(page, "phone-change-plan-mistakes");
        }
        date(row + "-by", today().plusDays(9));
        page.locator("input[name=" + row + "-agreed][value=no]").check();
        page.locator("#" + row + "-whyNotAgreed").fill("Has no bus fare");
        page.locator("#why").fill("They can travel now");
        date("reviewOn", today().plusDays(20));
        page.locator("input[name=givenHow][value=POST]").check();
        page.locator("main form button.govuk-button").last().click();
        page.waitForURL(address -> address.endsWith("/plan"));
    }

    private void date(String key, LocalDate day) {
        page.locator("#" + key + "-day").fill(day.getDayOfMonth() + "");
        page.locator("#" + key + "-month").fill(day.getMonthValue() + "");
        page.locator("#" + key + "-year").fill(day.getYear() + "");
    }

    private void inRelief() {
        officer = onSite(page, "officer");
        String reference = officer.takeApproach("Jordan", "Example" + Integer.toString(System.identityHashCode(page), 26)
                .replaceAll("[0-9]", "x"), "Sofa surfing since yesterday");
        base = "/cases/" + reference;
        officer.open(reference, "Triage the approach").complete(Answers.noInterim());
        officer.open(reference, "Check identity and eligibility").complete(Answers.identity());
        officer.open(reference, "Record the assessment").complete(Answers.assessment("HOMELESS", today()));
        runJobs();
        officer.open(reference, "Agree the plan").complete(Answers.plan(today().plusDays(7)));
        runJobs();
    }

    private boolean isOpen(String step) {
        page.navigate(url(base));
        return page.locator("a[href^='/steps/']:has-text(\"" + step + "\")").count() > 0;
    }

    /** When the engine will fire the end of day 56 of this case. */
    private OffsetDateTime day56() {
        return jdbc.sql("""
                select j.duedate_ at time zone 'UTC' from act_ru_job j
                  join act_ru_execution e on e.id_ = j.process_instance_id_
                 where e.business_key_ = ? and j.handler_cfg_ like 'timer_reliefDay56%'
                """).param(base.substring("/cases/".length())).query(OffsetDateTime.class).single()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }
}
