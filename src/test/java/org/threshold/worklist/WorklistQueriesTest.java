package org.threshold.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.NotPermitted;
import org.threshold.access.Role;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.store.StepQueries;

/** Lists, filters, places and finding. */
class WorklistQueriesTest extends WorklistFixture {

    private static final Instant FAR = Instant.parse("2030-01-01T09:00:00Z");

    @Autowired SavedSearches searches;
    @Autowired StepQueries queries;
    @Autowired Accounts accounts;

    @Test
    void pagesNeitherRepeatNorHideARowWhileStepsComeAndGo() {
        String team = "paging" + System.nanoTime();
        seed(team, 60, FAR, "STANDARD");

        StepPage first = page(team, null);
        seed(team, 5, FAR.minusSeconds(9_000), "STANDARD");
        jdbc.sql("delete from worklist_step where step_id = ?").param(first.steps().get(24).stepId()).update();
        StepPage second = page(team, first.next());
        seed(team, 3, FAR.plusSeconds(55 * 60), "STANDARD");
        StepPage third = page(team, second.next());

        assertThat(first.previous()).isNull();
        Set<String> seen = new LinkedHashSet<>();
        for (StepPage page : List.of(first, second, third)) {
            page.steps().forEach(step -> assertThat(seen.add(step.stepId())).isTrue());
        }
        assertThat(seen).hasSize(60 + 3);
        assertThat(third.next()).isNull();
        assertThat(page(team, third.previous()).steps()).extracting(OpenStep::stepId)
                .containsExactlyElementsOf(second.steps().stream().map(OpenStep::stepId).toList());
        assertThat(page(team, second.previous()).steps()).hasSize(25)
                .extracting(OpenStep::dueAt).isSorted();
    }

    @Test
    void everyOrderPagesThroughAllRowsWithoutDates() {
        String team = "orders" + System.nanoTime();
        seed(team, 30, FAR, "STANDARD");
        jdbc.sql("update worklist_step set due_at = '9999-12-31T00:00Z', clock_last_day = null where team = ?")
                .param(team).update();
        for (StepSort sort : StepSort.values()) {
            List<String> seen = new ArrayList<>();
            StepPage.Place place = null;
            do {
                StepPage page = queries.ofTeams(List.of(team), StepFilter.NONE, sort, place, FAR, LocalDate.EPOCH);
                page.steps().forEach(step -> seen.add(step.stepId()));
                assertThat(page.steps()).allMatch(step -> step.dueAt() == null);
                place = page.next();
            } while (place != null);
            assertThat(seen).as(sort.name()).hasSize(30).doesNotHaveDuplicates();
        }
    }

    @Test
    void eachFilterNarrowsToWhatItSays() {
        String team = "filters" + System.nanoTime();
        seed(team, 4, FAR, "STANDARD");
        seed(team, 2, FAR, "EMERGENCY");
        jdbc.sql("""
                update worklist_step set in_person = true, flags = '{Interpreter}', hold_until = '2030-02-01',
                hold_reason = 'OTHER', owner = 'officer' where team = ? and lane = 'EMERGENCY'""").param(team).update();

        assertThat(filtered(team, new StepFilter(Set.of(), Set.of("EMERGENCY"), Set.of(), null, false, false, false,
                false))).hasSize(2);
        assertThat(filtered(team, new StepFilter(Set.of(), Set.of("EMERGENCY", "STANDARD"), Set.of(), null, false,
                false, false, false))).hasSize(6);
        assertThat(filtered(team, new StepFilter(Set.of(), Set.of(), Set.of("task_seeded"), "Interpreter", false,
                false, false, false))).hasSize(2);
        assertThat(filtered(team, new StepFilter(Set.of(), Set.of(), Set.of(), null, false, true, false, false)))
                .hasSize(2);
        assertThat(filtered(team, new StepFilter(Set.of(), Set.of(), Set.of(), null, false, false, true, false)))
                .hasSize(2);
        assertThat(filtered(team, new StepFilter(Set.of(), Set.of(), Set.of(), null, false, false, false, true)))
                .hasSize(4);
        assertThat(filtered(team, new StepFilter(Set.of(), Set.of(), Set.of(), null, true, false, false, false)))
                .hasSize(6);
        assertThat(filtered(team, new StepFilter(Set.of("elsewhere"), Set.of(), Set.of(), null, false, false, false,
                false))).isEmpty();
    }

    @Test
    void aStepIsFoundByTheBeginningsOfNamesByBirthAndByReference() {
        String family = "Zephyrine" + Long.toString(System.nanoTime(), 36);
        LocalDate born = LocalDate.of(1931, 2, 3);
        CaseReference reference = openCase("north", "Anaïs", "O’" + family, born);
        String step = openStep(reference, "north");

        assertThat(worklist.find("o" + family.substring(0, 12) + " ana", null)).extracting(OpenStep::stepId)
                .contains(step);
        assertThat(worklist.find("ANAÏS O'" + family, born)).extracting(OpenStep::stepId).containsExactly(step);
        assertThat(worklist.find("o" + family, born.plusDays(1))).isEmpty();
        assertThat(worklist.find(null, born)).extracting(OpenStep::stepId).contains(step);
        assertThat(worklist.findByReference(reference.value())).extracting(OpenStep::stepId).containsExactly(step);
        assertThat(worklist.find("'; drop table worklist_step; --", null)).isEmpty();
        assertThat(worklist.find("& | ! :*", null)).isEmpty();
    }

    @Test
    void anotherTeamsStepsAreFoundOnlyByThoseWhoSeeAllWork() {
        CaseReference reference = openCase("south", "Kim", "Placeholder");
        String step = openStep(reference, "south");

        assertThat(worklist.findByReference(reference.value())).isEmpty();
        assertThatThrownBy(() -> worklist.step(step)).isInstanceOf(NotPermitted.class);
        assertThat(as("manager", () -> worklist.findByReference(reference.value()))).hasSize(1);
        assertThatThrownBy(() -> worklist.list(StepList.ALL, StepFilter.NONE, StepSort.URGENCY, null))
                .isInstanceOf(NotPermitted.class);
        assertThat(as("leader", () -> worklist.step(step)).stepId()).isEqualTo(step);
    }

    @Test
    void whoMaySeeNoCaseSeesNoStepOfTheirOwnTeamEither() {
        CaseReference reference = openCase("north", "Kim", "Placeholder");
        String step = openStep(reference, "north");
        String analyst = "t" + Long.toString(System.nanoTime(), 36);
        as("admin", () -> accounts.add(new AccountDetails(analyst, "Casey Example", Set.of(Role.ANALYST),
                Set.of("north"), true)));
        as(analyst);

        assertThatThrownBy(() -> worklist.step(step)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> work.open(step)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> worklist.findByReference(reference.value())).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> worklist.find("Placeholder", null)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> worklist.list(StepList.TEAM, StepFilter.NONE, StepSort.URGENCY, null))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> worklist.byIds(List.of(step))).isInstanceOf(NotPermitted.class);
    }

    /** What the database says of a row that it refuses ends up in the log. */
    @Test
    void aFailedStatementQuotesNobodysName() {
        CaseReference reference = openCase("north", "Kim", "Unmistakable");
        String step = openStep(reference, "north");

        assertThatThrownBy(() -> jdbc.sql("update worklist_step set team = null where step_id = ?").param(step).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .satisfies(refused -> assertThat(NestedExceptionUtils.getMostSpecificCause(refused).getMessage())
                        .doesNotContain("Unmistakable"));
    }

    @Test
    void aTeamsKindsOfStepAreListedForTheFilter() {
        openStep("north");
        secondStep("north", false);

        assertThat(worklist.openElements(StepList.TEAM)).containsEntry("task_askQuestions", "Ask questions")
                .containsEntry("task_signOff", "Sign off");
    }

    @Test
    void savedSearchesAreEachOfficersOwn() {
        assertThat(searches.save(" Urgent ", StepList.TEAM, "lane=EMERGENCY")).isNull();
        assertThat(searches.save("Urgent", StepList.TEAM, "lane=EMERGENCY&free=true")).isNull();
        assertThat(searches.save("  ", StepList.TEAM, "")).isEqualTo("Enter a name for this search");

        assertThat(searches.mine()).filteredOn(search -> search.name().equals("Urgent")).singleElement()
                .extracting(SavedSearch::query).isEqualTo("lane=EMERGENCY&free=true");
        long id = searches.mine().get(0).id();
        as("senior", () -> {
            searches.delete(id);
            return null;
        });
        assertThat(searches.mine()).extracting(SavedSearch::id).contains(id);
        searches.delete(id);
        assertThat(searches.mine()).extracting(SavedSearch::id).doesNotContain(id);
    }

    private StepPage page(String team, StepPage.Place place) {
        return queries.ofTeams(List.of(team), StepFilter.NONE, StepSort.URGENCY, place, FAR, LocalDate.EPOCH);
    }

    private List<OpenStep> filtered(String team, StepFilter filter) {
        return queries.ofTeams(List.of(team), filter, StepSort.URGENCY, null, FAR.plusSeconds(90_000),
                LocalDate.of(2030, 1, 1)).steps();
    }

    /** Rows of no engine's tasks: enough for reading. */
    private void seed(String team, int count, Instant due, String lane) {
        jdbc.sql("""
                insert into worklist_step (step_id, case_reference, applicant_name, name_words, flags, team, lane,
                    in_person, due_at, process_key, process_version, process_instance_id, element_id, name, created_at)
                select gen_random_uuid()::text, 'TH-' || n, 'Seeded ' || n, ''::tsvector, '{}', :team, :lane, false,
                    :due::timestamptz + n * interval '1 minute', 'seeded', 1, 'none', 'task_seeded', 'Seeded',
                    :due::timestamptz
                from generate_series(1, :count) n""")
                .param("team", team).param("lane", lane).param("due", due.toString()).param("count", count).update();
    }
}
