package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.threshold.Acting.as;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.browser.BrowserTest;
import org.threshold.charge.AccommodationType;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/** Flow over time on the running service, of cases whose days are known. */
class FlowPagesTest extends BrowserTest {

    private static final String PAGE = "/board/flow?team=" + FlowRows.TEAM;

    private static final String[] STAY_ENDS = {"PART6_ACCEPTED", "PRSO_ACCEPTED", "CEASED_TO_OCCUPY", "DUTY_ENDED",
        "PART6_ACCEPTED", "EVICTED", "DIED"};
    private static final EndReason[] RELIEF_ENDS = {EndReason.SECURED_6M, EndReason.ELAPSED_56, EndReason.WITHDREW};
    private static final EndReason[] DUTY_ENDS = {EndReason.SECURED_EXISTING_6M, EndReason.HOMELESS,
        EndReason.SECURED_ALTERNATIVE_6M, EndReason.CONTACT_LOST, EndReason.ELAPSED_56, EndReason.REFUSED_OFFER};

    @Autowired JdbcClient jdbc;
    @Autowired FlowOverTime flow;
    @Autowired Clock clock;

    private FlowRows rows;
    private LocalDate today;
    private LocalDate from;

    /** Twelve full months with ten cases each, 40 in the last one; those of the first half closed after 30 days. */
    @BeforeEach
    void aYear() {
        rows = new FlowRows(jdbc);
        rows.takeAway();
        today = LocalDate.ofInstant(clock.instant(), ServiceClock.LONDON);
        from = today.withDayOfMonth(1).minusMonths(12);
        long room = rows.addUnit(true);
        long flat = rows.addUnit(false);
        for (int month = 0; month < 12; month++) {
            for (int i = 0; i < (month == 11 ? 40 : 9 + month % 3); i++) {
                LocalDate opened = from.plusMonths(month).plusDays(i % 28);
                String reference = rows.addCase(opened, month < 6 ? opened.plusDays(20 + i) : null);
                if (i % 2 == 0) {
                    addDuty(reference, DutyKind.RELIEF, opened.plusDays(8), i);
                }
                addDuty(reference, DutyKind.PREVENTION, opened, i);
                rows.addStep(reference, opened, i % 5 == 0 ? null : opened.plusDays(1 + i % 4),
                        i % 5 == 0 ? null : opened.plusDays(4 + i * month % 17));
                LocalDate left = i % 3 == 0 ? opened.plusDays(2 + 3 * (i % 10))
                        : i % 4 == 0 && month < 8 ? opened.plusDays(70 + i) : null;
                rows.addStay(reference, i % 3 == 0 ? room : flat, opened.plusDays(1), left,
                        left == null ? null : STAY_ENDS[(i + month) % STAY_ENDS.length]);
            }
        }
    }

    private void addDuty(String reference, DutyKind kind, LocalDate started, int i) {
        LocalDate ended = started.plusDays(40 + i);
        boolean over = i % 5 > 0 && ended.isBefore(today);
        rows.addDuty(reference, kind, started, over ? ended : null, !over ? null
                : kind == DutyKind.RELIEF ? RELIEF_ENDS[i % 3] : DUTY_ENDS[i % DUTY_ENDS.length]);
    }

    @AfterEach
    void gone() {
        rows.takeAway();
    }

    @Test
    void everyChartHasItsMessageItsTableAndItsFile() {
        Page page = signIn(desktop(), "leader");
        page.navigate(url(PAGE));
        String text = page.locator("main").innerText();
        assertThat(text).contains("149 cases came and 60 ended: 89 are open now, 89 more than at the beginning.")
                .contains("had 40, a change: higher than usual.")
                .contains("These months differ by more than the usual variation")
                .contains("Of 60 cases that ended, half took 24")
                .contains("by more than chance would make them (log-rank test over all types, p < 0.001)");
        assertThat(page.locator("main svg[role=img]").count()).isEqualTo(8);
        assertThat(page.locator("main details table").count()).isEqualTo(8);
        page.locator("main details summary").first().click();
        assertThat(page.locator("main table").first().innerText()).contains("No duty yet", "Relief duty", "89");
        look(page, "board-flow");
        noConsoleErrors();

        for (String chart : new String[]{"flow", "times", "arrivals", "ends", "stays", "stay-ends",
                "prevention-ends", "relief-ends"}) {
            APIResponse file = page.request().get(url("/board/flow.csv?team=" + FlowRows.TEAM + "&chart=" + chart));
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.headers().get("content-disposition")).contains("flow-" + chart + ".csv");
            assertThat(file.text().lines().count()).as(chart).isGreaterThan(4);
        }
        assertThat(page.request().get(url("/board/flow.csv?chart=none")).status()).isEqualTo(404);
        String times = page.request().get(url("/board/flow.csv?chart=times&team=" + FlowRows.TEAM)).text();
        assertThat(times.lines().skip(1)).hasSize(60)
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d,\\d+\\.\\d+"));
    }

    @Test
    void aProcessShowsItsStepsAndAPhoneHasRoom() {
        Page pocket = signIn(phone(), "leader");
        pocket.navigate(url(PAGE + "&process=" + FlowRows.PROCESS + "&limits=every"));
        assertThat(pocket.locator("main").innerText()).contains("149 steps began and", "with every change counted");
        assertThat(pocket.content()).contains("Waiting to be picked up", "Picked up, not done");
        IntStream.range(0, 8).forEach(i -> pocket.locator("main details summary").nth(i).click());
        assertThat((Integer) pocket.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat((Double) pocket.evaluate("Math.min(...[...document.querySelectorAll('main svg text')]"
                + ".map(t => t.getScreenCTM().a * parseFloat(getComputedStyle(t).fontSize)))")).isGreaterThan(11);
        look(pocket, "board-flow-phone");
        noConsoleErrors();
    }

    @Test
    void nothingOfAHiddenCaseIsCounted() {
        FlowFilter mine = new FlowFilter("", FlowRows.TEAM, 12, true);
        FlowFilter steps = new FlowFilter(FlowRows.PROCESS, FlowRows.TEAM, 12, true);
        FlowAnswer before = as("leader", () -> flow.answer(mine));
        String hidden = rows.addCase(today, null);
        rows.addStep(hidden, today, today, today);
        rows.addStay(hidden, rows.addUnit(true), today, null);
        FlowAnswer open = as("leader", () -> flow.answer(mine));
        FlowAnswer openSteps = as("leader", () -> flow.answer(steps));
        assertThat(open.bands().came()).isEqualTo(before.bands().came() + 1);
        assertThat(open.stays().all().n()).isEqualTo(before.stays().all().n() + 1);
        rows.hide(hidden, "manager");
        FlowAnswer after = as("leader", () -> flow.answer(mine));
        assertThat(after.bands().came()).isEqualTo(before.bands().came());
        assertThat(after.stays().all().n()).isEqualTo(before.stays().all().n());
        assertThat(as("leader", () -> flow.answer(steps)).bands().came()).isEqualTo(openSteps.bands().came() - 1);
        assertThat(as("leader", () -> flow.answer(steps)).times().ended())
                .hasSize(openSteps.times().ended().size() - 1);
    }

    /**
     * Three households. One moves from bed and breakfast to a flat on the day, and after a night elsewhere to another: one
     * stay, which goes on. One comes back after two nights: two stays. One never moved in: none.
     */
    @Test
    void aMoveGoesOnWithTheStayAndAGapEndsIt() {
        rows.takeAway();
        long room = rows.addUnit(true);
        long flat = rows.addUnit(false);
        LocalDate first = today.minusDays(100);
        String mover = rows.addCase(first, null);
        rows.addStay(mover, room, first, first.plusDays(20), "MOVED_TO_OTHER_TA");
        rows.addStay(mover, flat, first.plusDays(20), first.plusDays(50), "MOVED_TO_OTHER_TA");
        rows.addStay(mover, flat, first.plusDays(51), null);
        String returner = rows.addCase(first, null);
        rows.addStay(returner, room, first, first.plusDays(10), "CEASED_TO_OCCUPY");
        rows.addStay(returner, flat, first.plusDays(12), first.plusDays(40), "PART6_ACCEPTED");
        String absent = rows.addCase(first, null);
        rows.addStay(absent, room, first, first, "NOT_OCCUPIED");
        FlowAnswer answer = as("leader", () -> flow.answer(new FlowFilter("", FlowRows.TEAM, 12, true)));
        assertThat(answer.stays().all().n()).isEqualTo(3);
        assertThat(answer.stays().all().ended()).isEqualTo(2);
        assertThat(answer.stays().all().longest()).isEqualTo(100);
        assertThat(answer.stays().groups()).extracting(FlowStays.Group::type, group -> group.curve().n())
                .as("by the type in which it began").containsExactly(tuple(AccommodationType.BB_SHARED_ANNEXE, 2),
                        tuple(AccommodationType.PSL_LEASED, 1));
        assertThat(answer.stayEnds().ways()).filteredOn(way -> way.n() > 0).extracting(FlowEnds.Way::words)
                .containsExactly("A settled home", "Left or abandoned it, or refused it");
        assertThat(answer.stayEnds().open()).isOne();
    }

    @Test
    void aStayThatBeganBeforeThePeriodIsNotBegunAgainByAMove() {
        rows.takeAway();
        long room = rows.addUnit(true);
        String reference = rows.addCase(from.minusDays(30), null);
        rows.addStay(reference, room, from.minusDays(30), from.plusDays(30), "MOVED_TO_OTHER_TA");
        rows.addStay(reference, room, from.plusDays(30), null);
        FlowAnswer answer = as("leader", () -> flow.answer(new FlowFilter("", FlowRows.TEAM, 12, true)));
        assertThat(answer.stays().all().n()).isZero();
    }

    /** One that went on because its end was wrong counts once, one that was never owed not at all. */
    @Test
    void aDutyThatGoesOnCountsOnce() {
        rows.takeAway();
        LocalDate first = today.minusDays(70);
        String again = rows.addCase(first, null);
        rows.addDuty(again, DutyKind.RELIEF, first, first.plusDays(20), EndReason.CONTACT_LOST);
        rows.addDuty(again, DutyKind.RELIEF, first, first.plusDays(60), EndReason.SECURED_6M);
        String never = rows.addCase(first, null);
        rows.addDuty(never, DutyKind.RELIEF, first, first.plusDays(20), EndReason.SET_ASIDE);
        rows.addDuty(never, DutyKind.MAIN, first, null, null);
        String owed = rows.addCase(first, null);
        rows.addDuty(owed, DutyKind.RELIEF, first, null, null);
        FlowEnds ends = as("leader", () -> flow.answer(new FlowFilter("", FlowRows.TEAM, 12, true))).reliefEnds();
        assertThat(ends.incidence().n()).isEqualTo(2);
        assertThat(ends.open()).isOne();
        assertThat(ends.ways()).filteredOn(way -> way.n() > 0)
                .containsExactly(new FlowEnds.Way("A home for at least 6 months", 1));
        rows.hide(again, "manager");
        assertThat(as("leader", () -> flow.answer(new FlowFilter("", FlowRows.TEAM, 12, true))).reliefEnds()
                .incidence().n()).isOne();
    }

    /**
     * Two that came with their stay and duty, which are there only because they still went on. One of these then comes
     * back, and one comes on the very day: these are seen from their first day.
     */
    @Test
    void whatHadBegunBeforeItsCaseWasBroughtOverIsLeftOut() {
        rows.takeAway();
        long room = rows.addUnit(true);
        LocalDate first = today.minusDays(90);
        for (LocalDate brought : new LocalDate[]{today.minusDays(60), first.plusDays(1), first}) {
            String reference = rows.addCase(first, null);
            rows.broughtOver(reference, brought);
            rows.addDuty(reference, DutyKind.RELIEF, first, null, null);
            rows.addStay(reference, room, first, today.minusDays(50), "CEASED_TO_OCCUPY");
            if (brought.equals(first.plusDays(1))) {
                rows.addDuty(reference, DutyKind.PREVENTION, today.minusDays(40), null, null);
                rows.addStay(reference, room, today.minusDays(40), null);
            }
        }
        FlowAnswer answer = as("leader", () -> flow.answer(new FlowFilter("", FlowRows.TEAM, 12, true)));
        assertThat(answer.reliefEnds().incidence().n()).isOne();
        assertThat(answer.preventionEnds().incidence().n()).isOne();
        assertThat(answer.stays().all().n()).isEqualTo(2);
        assertThat(answer.stays().all().ended()).isOne();
        assertThat(answer.stays().all().longest()).isEqualTo(40);
    }

    /** Of three whose duty ended: one had the keys of a home when it left, one a year ago, one never. */
    @Test
    void aHomeThatTheEndOfThePlacementCannotNameIsAHome() {
        rows.takeAway();
        long room = rows.addUnit(true);
        LocalDate left = today.minusDays(20);
        for (LocalDate keys : new LocalDate[]{left, left.minusYears(1), null}) {
            String reference = rows.addCase(today.minusDays(90), null);
            rows.addStay(reference, room, today.minusDays(90), left, "DUTY_ENDED");
            if (keys != null) {
                rows.addHome(reference, keys);
            }
        }
        FlowEnds ends = as("leader", () -> flow.answer(new FlowFilter("", FlowRows.TEAM, 12, true))).stayEnds();
        assertThat(ends.ways()).filteredOn(way -> way.n() > 0).containsExactly(new FlowEnds.Way("A settled home", 1),
                new FlowEnds.Way("The duty ended in another way", 2));
    }

    @Test
    void whereAllWereBroughtOverThePageSaysThatThereIsNone() {
        rows.takeAway();
        String reference = rows.addCase(today.minusDays(30), null);
        rows.broughtOver(reference, today.minusDays(3));
        rows.addStay(reference, rows.addUnit(true), today.minusDays(30), null);
        rows.addDuty(reference, DutyKind.RELIEF, today.minusDays(30), null, null);
        Page page = signIn(withoutScript(), "leader");
        page.navigate(url(PAGE));
        assertThat(page.locator("main").innerText()).contains("There is no stay to count that began in this period.",
                "There is no relief duty to count that began in this period.",
                "Relief duties that had begun before their case was brought over");
    }

    /**
     * Four stays that have ended; eight relief duties, of which five are seen for 20 days or longer and only two beyond
     * 60; and five prevention duties of today. No file has more than the page.
     */
    @Test
    void whatFewHaveLastedIsInNoFile() {
        rows.takeAway();
        long room = rows.addUnit(true);
        for (int i = 0; i < 8; i++) {
            LocalDate began = today.minusDays(i < 5 ? 70 : 20);
            String reference = rows.addCase(began, null);
            LocalDate ended = i < 3 ? began.plusDays(new int[]{5, 10, 60}[i]) : null;
            rows.addDuty(reference, DutyKind.RELIEF, began, ended, ended == null ? null : EndReason.SECURED_6M);
            if (i < 4) {
                rows.addStay(reference, room, began, began.plusDays(30), "EVICTED");
            } else {
                rows.addDuty(reference, DutyKind.PREVENTION, today, null, null);
            }
        }
        rows.addDuty(rows.addCase(today, null), DutyKind.PREVENTION, today, null, null);
        Page page = signIn(withoutScript(), "leader");
        page.navigate(url(PAGE));
        assertThat(page.content()).contains("4 stays that began", "These are too few to say how they end",
                "5 prevention duties that began", "fewer than 5 have been watched for a day").doesNotContain("Evicted");
        assertThat(file(page, "stay-ends")).hasSize(1);
        assertThat(file(page, "stays")).hasSize(1);
        assertThat(file(page, "prevention-ends")).hasSize(1);
        assertThat(file(page, "relief-ends").stream().skip(1)).extracting(line -> line.split(",")[0])
                .containsExactly("5.0000", "10.0000");
        // All have ended: each of the last four days would be that of a household.
        rows.takeAway();
        for (int lasted = 1; lasted <= 6; lasted++) {
            String reference = rows.addCase(today.minusDays(70), null);
            rows.addDuty(reference, DutyKind.RELIEF, today.minusDays(70), today.minusDays(70 - lasted),
                    EndReason.SECURED_6M);
        }
        page.navigate(url(PAGE));
        assertThat(page.content()).contains("6 relief duties that began");
        assertThat(file(page, "relief-ends").stream().skip(1)).extracting(line -> line.split(",")[0])
                .containsExactly("1.0000", "2.0000");
    }

    private List<String> file(Page page, String chart) {
        return page.request().get(url("/board/flow.csv?team=" + FlowRows.TEAM + "&chart=" + chart)).text().lines()
                .toList();
    }

    @Test
    void cutsOfMonthAndDayAreLondons() {
        rows.takeAway();
        String late = rows.addCase(from, null);
        // Half past eleven at night in UTC on the last of May is the first of June in London.
        jdbc.sql("update case_file set opened_at = timestamptz '2026-05-31 23:30Z' where reference = :reference")
                .param("reference", late).update();
        assertThat(jdbc.sql("select london_day(opened_at) from case_file where reference = :reference")
                .param("reference", late).query(LocalDate.class).single()).isEqualTo(LocalDate.of(2026, 6, 1));
    }
}
