package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.clock.Finding;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Decision;
import org.threshold.homelessness.DecisionOutcome;
import org.threshold.homelessness.Decisions;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.PlanStep;
import org.threshold.homelessness.Question;
import org.threshold.letter.Letters;

/** The pages of a case on which much has happened. */
class FilledCaseTest extends CasePageTest {

    @Autowired
    private Duties duties;
    @Autowired
    private CaseFindings findings;
    @Autowired
    private Decisions decisions;
    @Autowired
    private HousingPlans plans;
    @Autowired
    private Letters letters;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatIsOwedFoundDecidedAndPlannedStandsOnOnePage() {
        LocalDate today = LocalDate.now(clock);
        duties.accept(reference, DutyKind.RELIEF, today);
        plans.record(reference, "A quiet flat", "In person", today.plusDays(14), List.of(
                new PlanStep(PlanStep.Who.COUNCIL, PlanStep.Kind.MANDATORY, "Ring the landlord", today.plusDays(2), true, null),
                new PlanStep(PlanStep.Who.APPLICANT, PlanStep.Kind.RECOMMENDED, "Look at two homes", today.plusDays(5), false,
                        "Has no bus fare")));
        findings.record(reference, Question.HOMELESS, Finding.YES, null, "Nowhere to stay");
        findings.record(reference, Question.ELIGIBLE, Finding.YES, null, "British citizen");
        findings.record(reference, Question.PRIORITY_NEED, Finding.NO, null, "Not more vulnerable than others");
        decisions.draft(reference, new Decision.Draft(DecisionOutcome.NOT_PRIORITY_NEED, "Asked the GP",
                "Not significantly more vulnerable", null));

        String page = Desk.signedIn(port, "officer").get("/cases/" + reference + "/duties").text();

        assertThat(page).contains("Relief duty s189B(2)", "still owed", "Nowhere to stay", "Ring the landlord",
                "The council (mandatory)", "No: Has no bus fare", "Homeless, but not in priority need",
                "waits for a second officer’s signature", "Drafted by Olive Demo", "Version 1");
    }

    @Test
    void theOverviewCountsTheDaysOfARunningClock() {
        LocalDate today = LocalDate.now(clock);
        duties.accept(reference, DutyKind.RELIEF, today.minusDays(11));
        String page = Desk.signedIn(port, "officer").get("/cases/" + reference).text();
        assertThat(page).contains("day 12 of 56, last day " + day(today.minusDays(11).plusDays(55)));
    }

    @Test
    void lettersCanBeOpenedFromTheCase() {
        duties.accept(reference, DutyKind.RELIEF, LocalDate.now(clock));
        duties.notifyAccepted(reference);
        Letters.Letter letter = letters.of(reference).get(0);
        Desk desk = Desk.signedIn(port, "officer");
        assertThat(desk.get("/cases/" + reference + "/letters").body()).contains(letter.title(),
                "/cases/" + reference + "/letters/" + letter.id() + ".pdf");
        assertThat(desk.get("/cases/" + reference + "/letters/" + letter.id() + ".pdf").body()).startsWith("%PDF-");
    }

    @Test
    void answersAreShownInTheWordsInWhichTheyWereAsked() {
        jdbc.sql("""
                insert into step_answer (step_id, case_reference, process_key, process_version, element_id, form_key,
                    name, ended_how, answers, ended_by, ended_at)
                select 'answered-' || :case, case_reference, process_key, process_version, element_id, form_key, name,
                    'COMPLETED', '{"reasonToBelieve": true, "aQuestionLongGone": "HAS_MOVED", "on": "2026-03-12",
                    "rows": [{"who": "COUNCIL", "what": "Ring"}], "empty": null}'::jsonb, 'officer', created_at
                from worklist_step where case_reference = :case""").param("case", reference.value()).update();
        String page = Desk.signedIn(port, "officer").get("/cases/" + reference + "/answers").text();
        assertThat(page).contains("Triage the approach", "Olive Demo", "A question long gone Has moved",
                "12 March 2026", "Who: COUNCIL, What: Ring").doesNotContain("reasonToBelieve", "Empty");
    }

    private static String day(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", java.util.Locale.UK).format(day);
    }
}
