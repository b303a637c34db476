package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casepage.Desk.Answer;
import org.threshold.clock.Finding;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.Question;

/** What the council is satisfied of, recorded on its page over HTTP. */
class FindingsPageTest extends CasePageTest {

    @Autowired
    private CaseFindings findings;
    @Autowired
    private Duties duties;

    private String page;

    @BeforeEach
    void take() {
        page = "/cases/" + reference + "/findings";
    }

    @Test
    void oneAnswerIsRecordedAndTheOthersStayUndecided() {
        LocalDate day = LocalDate.now(clock).minusDays(3);
        Answer saved = desk.post(page, fields("priority-need", "YES", "priority-need-category", "DEP_CHILDREN",
                "priority-need-reasons", "Two children live with them", "priority-need-on-day", day.getDayOfMonth() + "",
                "priority-need-on-month", day.getMonthValue() + "", "priority-need-on-year", day.getYear() + ""));

        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        assertThat(desk.follow(saved).text()).contains("1 finding was recorded", "Yes: Dependent children",
                "Two children live with them", "Olive Demo");
        assertThat(findings.of(reference).of(Question.PRIORITY_NEED)).isEqualTo(Finding.YES);
        assertThat(findings.current(reference)).containsOnlyKeys(Question.PRIORITY_NEED);
        assertThat(findings.current(reference).get(Question.PRIORITY_NEED).foundOn()).isEqualTo(day);
    }

    @Test
    void whatWasBelievedBeforeIsKeptAndAnswersThatStayKeepTheirDay() {
        LocalDate day = LocalDate.now(clock).minusDays(9);
        findings.record(reference, Question.HOMELESS, Finding.YES, null, "No home", day);
        findings.record(reference, Question.ELIGIBLE, Finding.YES, null, "British citizen", day);

        Answer saved = desk.post(page, fields("seen", "2", "homeless", "YES", "homeless-reasons", "No home",
                "eligible", "NO", "eligible-reasons", "The passport was another person's"));

        assertThat(desk.follow(saved).text()).contains("1 finding was recorded", "British citizen",
                "The passport was another person's");
        assertThat(findings.history(reference)).hasSize(3);
        assertThat(findings.current(reference).get(Question.HOMELESS).foundOn()).isEqualTo(day);
        assertThat(findings.current(reference).get(Question.ELIGIBLE).foundOn()).isEqualTo(LocalDate.now(clock));
        assertThat(desk.follow(desk.post(page, fields("seen", "3", "homeless", "YES", "homeless-reasons", "No home",
                "eligible", "NO", "eligible-reasons", "The passport was another person's"))).text())
                .contains("Nothing was changed");
    }

    @Test
    void whatSomebodyElseRecordedMeanwhileIsNotOverwritten() {
        findings.record(reference, Question.HOMELESS, Finding.YES, null, "Seen sleeping outside");

        Answer refused = desk.post(page, fields("homeless", "NO", "homeless-reasons", "Half a thought"));

        assertThat(refused.text()).contains("Someone else recorded a finding while you were typing", "Half a thought",
                "Seen sleeping outside");
        assertThat(findings.of(reference).of(Question.HOMELESS)).isEqualTo(Finding.YES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            homeless                | YES  | Enter the reasons for your finding on whether they are homeless
            intentional             | NO   | Enter the reasons for your finding on whether they became homeless intentionally
            homeless                | PERHAPS | Select yes, no or not decided yet
            homeless                | ''   | Select yes, no or not decided yet
            priority-need           | YES  | Select why they are in priority need
            eligible-on-year        | 2999 | The day you were satisfied must include a day
            """)
    void mistakesAreSaidAndNothingIsRecorded(String key, String value, String message) {
        Answer refused = desk.post(page, fields(key, value));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("There is a problem", message);
        assertThat(findings.history(reference)).isEmpty();
    }

    @Test
    void aDayInTheFutureAndTooLongReasonsAreRefused() {
        assertThat(desk.post(page, fields("eligible-on-day", "1", "eligible-on-month", "1", "eligible-on-year", "2999"))
                .text()).contains("must be today or in the past");
        assertThat(desk.post(page, fields("homeless", "NO", "homeless-reasons", "x".repeat(2001))).text())
                .contains("Your reasons must be 2000 characters or fewer");
        assertThat(desk.post(page, fields("unknown", "x")).status()).isEqualTo(400);
        assertThat(findings.history(reference)).isEmpty();
    }

    @Test
    void thePageSaysWhatHappensAtTheEndOfDay56() {
        duties.accept(reference, DutyKind.RELIEF, LocalDate.now(clock));
        assertThat(desk.get(page).text()).contains("does not end by itself");
        findings.record(reference, Question.PRIORITY_NEED, Finding.YES, "DEP_CHILDREN", "Children");
        assertThat(desk.get(page).text()).contains("the relief duty ends by itself at the end of");
        findings.record(reference, Question.INTENTIONAL, Finding.YES, null, "Gave up a home");
        assertThat(desk.get(page).text()).contains("does not end by itself");
    }

    @Test
    void aFinishedApproachIsReadOnly() {
        approaches.withdraw(reference, "Went home");
        assertThat(desk.get(page).text()).contains("This approach has finished").doesNotContain("Save findings");
        assertThat(desk.post(page, fields("homeless", "NO", "homeless-reasons", "Home")).text())
                .contains("no finding can be recorded");
        assertThat(findings.history(reference)).isEmpty();
    }

    @Test
    void onlyWhoWorksCasesRecords() {
        Desk analyst = Desk.signedIn(port, "analyst");
        analyst.get("/processes");
        assertThat(analyst.get(page).status()).isEqualTo(403);
        assertThat(analyst.post(page, fields("homeless", "NO", "homeless-reasons", "Home")).status()).isEqualTo(403);
        assertThat(Desk.signedOut(port).get(page).status()).isEqualTo(302);
        assertThat(findings.history(reference)).isEmpty();
    }

    /** All questions undecided, but for what is given. */
    private static String[] fields(String... given) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("seen", "0", "homeless", "UNDECIDED", "eligible",
                "UNDECIDED", "priority-need", "UNDECIDED", "intentional", "UNDECIDED"));
        for (int i = 0; i < given.length; i += 2) {
            all.put(given[i], given[i + 1]);
        }
        List<String> pairs = new ArrayList<>();
        all.forEach((key, value) -> {
            pairs.add(key);
            pairs.add(value);
        });
        return pairs.toArray(String[]::new);
    }
}
