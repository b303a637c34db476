package org.threshold.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threshold.caseload.CaseloadFiles.planned;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import org.threshold.access.Directory;
import org.threshold.access.NotPermitted;
import org.threshold.audit.AuditVerifier;
import org.threshold.caseload.CaseloadImport.State;
import org.threshold.caseload.CaseloadImport.Total;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseNotes;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseTimeline;
import org.threshold.casefile.TimelineEntry;
import org.threshold.hclic.Returns;
import org.threshold.homelessness.Decisions;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.Reviews;

/** Bringing over: whole households, once, in any number of attempts, by whom it is allowed. */
class BringingOverTest extends CaseloadTest {

    @Autowired
    private CaseDetails details;
    @Autowired
    private CaseNotes notes;
    @Autowired
    private CaseTimeline timeline;
    @Autowired
    private HousingPlans plans;
    @Autowired
    private Decisions decisions;
    @Autowired
    private Reviews reviews;
    @Autowired
    private AuditVerifier verifier;
    @Autowired
    private Returns returns;
    @Autowired
    private Directory people;

    @Test
    void everythingOfAHouseholdIsThere() {
        String old = unused();
        CaseloadFiles files = files().household(old, 90, planned(today(), 40, "phone", "07700 900123", "email",
                        "jordan@example.org", "address", "1 Testing Road\nExampleton", "postcode", "aa1 1aa",
                        "contact_method", "TEXT", "language", "Polish", "support_needs", "MENTAL_HEALTH|BUDGETING",
                        "flags", "INTERPRETER", "interim_address", "2 Testing Road, Exampleton", "interim_kind",
                        "HOSTEL_REFUGE", "interim_from", daysAgo(45), "interim_in_district", "yes",
                        "officer", "Casey Placeholder", "sex", "FEMALE"))
                .person(old, "CHILD", "Sam", "in_education", "yes").person(old, "PARTNER", "Alex", "date_of_birth",
                        "1988-01-02")
                .ended(old, "PREVENTION", 80, 50, "HOMELESS").duty(old, "RELIEF", 50)
                .step(old).step(old, "who", "APPLICANT", "agreed", "no", "why_not_agreed", "Too far")
                .note(old, 60, "B. Former", "=HYPERLINK(\"http://evil.example\",\"click\")")
                .note(old, 70, "A. Former", "First line\r\nSecond <b>line</b>");

        broughtOver(files);

        CaseReference reference = caseOf(old);
        signIn(OFFICER);
        CaseFile file = details.of(reference);
        assertThat(file.openedAt()).isEqualTo(Instant.parse("2026-11-03T12:00:00Z"));
        assertThat(file.household()).hasSize(3);
        assertThat(file.contact().phone().display()).isEqualTo("07700 900123");
        assertThat(file.contact().address()).isEqualTo("1 Testing Road\nExampleton");
        assertThat(file.contact().postcode().value()).isEqualTo("AA1 1AA");
        assertThat(file.needs()).hasSize(2);
        assertThat(file.flags()).containsExactly(CaseFlag.INTERPRETER);
        assertThat(notes.of(reference)).extracting("writtenBy", "text").containsExactly(
                org.assertj.core.groups.Tuple.tuple("B. Former", "=HYPERLINK(\"http://evil.example\",\"click\")"),
                org.assertj.core.groups.Tuple.tuple("A. Former", "First line\nSecond <b>line</b>"));
        assertThat(plans.current(reference).orElseThrow().steps()).hasSize(2);
        assertThat(count("interim_accommodation", reference)).isEqualTo(1);
        List<String> past = timeline.page(reference, null, null, 50).stream().map(TimelineEntry::headline).toList();
        assertThat(past).containsSubsequence("Brought over from the previous system, where it was " + old,
                "Relief duty accepted", "Note added", "Approach made: by phone");
        assertThat(jdbc.sql("select name || ': ' || coalesce(owner, 'nobody') from worklist_step"
                + " where case_reference = ?").param(reference.value()).query(String.class).list())
                .isNotEmpty().allSatisfy(step -> assertThat(step).endsWith(": " + OFFICER));
        assertThat(verifier.verify(reference.value())).isEmpty();
    }

    @Test
    void domesticAbuseIsRestrictedOrNotBroughtOver() {
        String old = unused();
        broughtOver(files().household(old, 9, "support_needs", "DOMESTIC_ABUSE", "officer", "Casey Placeholder"));
        assertThat(jdbc.sql("select manager from case_restriction r join case_file f on f.reference = r.case_reference"
                + " where f.previous_reference = ?").param(old).query(String.class).single()).isEqualTo("lesley");

        String unmanaged = unused();
        CaseloadFiles files = files().household(unmanaged, 9, "support_needs", "DOMESTIC_ABUSE");
        List<String> gone = jdbc.sql("update account set disabled = true where not disabled and username in (select"
                + " username from account_role where role in ('TEAM_LEADER', 'SERVICE_MANAGER')) returning username")
                .query(String.class).list();
        try {
            peopleChanged();
            long id = broughtOver(files);
            assertThat(jdbc.sql("select problem from caseload_remark where import_id = ?").param(id)
                    .query(String.class).list()).anyMatch(said -> said.contains("it must be restricted"));
        } finally {
            jdbc.sql("update account set disabled = false where username = any(?)").param(gone.toArray(String[]::new))
                    .update();
            peopleChanged();
        }
        assertThat(jdbc.sql("select count(*) from case_file where previous_reference = ?").param(unmanaged)
                .query(Long.class).single()).isZero();
    }

    /** Accounts are remembered for some seconds. */
    private void peopleChanged() {
        ReflectionTestUtils.invokeMethod(people, "changed");
    }

    private String daysAgo(int days) {
        return today().minusDays(days).toString();
    }

    /** The return asks for the rest before a duty ends; an officer must be able to answer each of its questions. */
    @Test
    void whatTheReturnStillNeedsCanBeAnsweredOnTheCase() {
        String old = unused();
        broughtOver(files().household(old, 40, planned(today(), 20, "eligible", "YES", "eligible_on", daysAgo(35)))
                .duty(old, "RELIEF", 29).step(old));

        signIn(OFFICER);
        assertThat(returns.beforeADutyEnds(caseOf(old))).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.ask()).as(gap.sentence()).isNotNull();
            assertThat(gap.sentence()).doesNotContain("Date of assessment", "Initial assessment decision");
        });
    }

    @Test
    void aRefusedHouseholdIsRefusedWholeAndTheOthersGoOn() {
        String good = unused();
        String bad = unused();
        long id = broughtOver(files().household(good, 30).household(bad, 30).duty(bad, "RELIEF", 10)
                .note(bad, 5, "A. Former", "Called").note(bad, 4, "A. Former", "").note(good, 3, "A. Former", "Rang"));

        assertThat(jdbc.sql("select previous_reference from case_file where previous_reference in (?, ?)")
                .params(good, bad).query(String.class).list()).containsExactly(good);
        assertThat(caseloads.report(id).totals()).filteredOn(total -> total.read() > 0).containsExactly(
                new Total("cases.csv", 2, 1, 0, 1, 0, 0), new Total("duties.csv", 1, 0, 0, 1, 0, 0),
                new Total("notes.csv", 3, 1, 0, 2, 0, 0));
        assertThat(caseloads.get(id).state()).isEqualTo(State.DONE);
    }

    @Test
    void aSecondRunOfTheSameFilesChangesNothing() {
        String old = unused();
        CaseloadFiles files = files().household(old, 60, planned(today(), 20)).duty(old, "RELIEF", 30).step(old)
                .note(old, 8, "A. Former", "Called").person(old, "CHILD", "Sam");
        broughtOver(files);
        Map<String, String> before = RefusedRowsTest.held(jdbc);

        long again = broughtOver(files);

        assertThat(RefusedRowsTest.held(jdbc)).isEqualTo(before);
        assertThat(caseloads.report(again).totals()).filteredOn(total -> total.read() > 0)
                .allMatch(total -> total.already() == total.read());
    }

    @Test
    void aChangedRowOfAHouseholdThatIsHereIsReportedAndNotApplied() {
        String old = unused();
        broughtOver(files().household(old, 60).note(old, 8, "A. Former", "Called"));
        Map<String, String> before = RefusedRowsTest.held(jdbc);

        long again = broughtOver(files().household(old.toLowerCase(), 60).note(old.toLowerCase(), 8, "A. Former",
                "Called, no answer"));

        assertThat(RefusedRowsTest.held(jdbc)).isEqualTo(before);
        assertThat(caseloads.report(again).households().changed()).isEqualTo(1);
        assertThat(caseloads.allRemarks(again)).singleElement().satisfies(remark -> assertThat(remark.problem())
                .isEqualTo("This household was brought over before, and its rows have changed since."));
    }

    @Test
    void aCaseThatWasOpenedByHandWithTheReferenceIsNotOpenedAgain() {
        String old = unused();
        CaseReference here = newCase();
        jdbc.sql("update case_file set previous_reference = ? where reference = ?").params(old, here.value()).update();

        long id = broughtOver(files().household(old, 60));

        assertThat(caseloads.allRemarks(id)).singleElement().satisfies(remark -> assertThat(remark.problem())
                .contains("is in Threshold already"));
    }

    /** Between the check and the start there can be days. */
    @Test
    void aCaseThatWasOpenedByHandAfterTheCheckIsNotOpenedAgain() {
        String old = unused();
        long id = checked(files().household(old, 60));
        signIn(OFFICER);
        CaseReference here = newCase();
        jdbc.sql("update case_file set previous_reference = ? where reference = ?").params(old.toLowerCase(),
                here.value()).update();

        signIn("admin");
        finish(id);

        assertThat(jdbc.sql("select count(*) from case_file where upper(previous_reference) = ?").param(old)
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(caseloads.report(id).households()).isEqualTo(new Total("cases.csv", 1, 0, 0, 1, 0, 0));
        assertThat(caseloads.allRemarks(id)).singleElement().satisfies(remark -> assertThat(remark.problem())
                .contains("A case with this previous reference was opened in Threshold"));
    }

    /** Two uploads of the same files, both checked before either is started. */
    @Test
    void theSecondOfTwoUploadsOfTheSameFilesSaysThatTheFirstBroughtThemOver() {
        CaseloadFiles files = files().household(unused(), 60);
        long first = checked(files);
        long second = checked(files);
        finish(first);

        finish(second);

        assertThat(caseloads.report(second).households()).isEqualTo(new Total("cases.csv", 1, 0, 0, 0, 1, 0));
        assertThat(caseloads.allRemarks(second)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mark", "lines", "plain"})
    void aMarkAtTheBeginningAndAnyEndOfLinesAreRead(String variant) {
        String old = unused();
        Map<Sheet, byte[]> files = files().household(old, 5, "first_names", "Zoë", "reason", "One\r\nTwo, \"three\"")
                .bytes();
        String text = new String(files.get(Sheet.CASES), StandardCharsets.UTF_8);
        files.put(Sheet.CASES, switch (variant) {
            case "mark" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case "lines" -> text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        });
        finish(checked(files));

        signIn(OFFICER);
        assertThat(details.of(caseOf(old)).applicant().person().givenName()).isEqualTo("Zoë");
        assertThat(details.of(caseOf(old)).reason()).isEqualTo("One\nTwo, \"three\"");
    }

    @Test
    void daysInEitherOrderAreReadAsDeclared() {
        String old = unused();
        Map<Sheet, byte[]> files = files().household(old, 5, "opened_on", "3/4/2026", "date_of_birth", "17/05/1990")
                .bytes();
        signIn("admin");
        finish(caseloads.check(DateOrder.DAY_FIRST, files));

        signIn(OFFICER);
        assertThat(details.of(caseOf(old)).openedAt()).isEqualTo(Instant.parse("2026-04-03T11:00:00Z"));
    }

    @Test
    void linesAreCountedAsAnEditorCountsThem() {
        String bad = unused();
        long id = checked(files().household(unused(), 5, "reason", "One\nTwo\nThree").household(bad, 5, "team", "x"));

        assertThat(caseloads.allRemarks(id)).singleElement().satisfies(remark -> {
            assertThat(remark.line()).isEqualTo(5);
            assertThat(remark.reference()).isEqualTo(bad);
        });
    }

    @Test
    void anOfficerWhoIsNotKnownIsMentionedAndDoesNotHoldUpTheHousehold() {
        String old = unused();
        long id = broughtOver(files().household(old, 60, planned(today(), 20, "officer", "long.gone"))
                .duty(old, "RELIEF", 30).step(old));

        assertThat(caseloads.allRemarks(id)).singleElement().satisfies(remark -> {
            assertThat(remark.refused()).isFalse();
            assertThat(remark.problem()).isEqualTo("‘long.gone’ has no account here.");
        });
        assertThat(caseOf(old)).isNotNull();
    }

    @Test
    void stoppedBetweenTwoHouseholdsItGoesOnWhereItWas() throws Exception {
        List<String> all = new ArrayList<>();
        long id = checked(many(40, all));
        Future<?> first = caseloads.bringOver(id);
        while (caseloads.report(id).households().imported() < 3) {
            assertThat(first.isDone()).isFalse();
            Thread.onSpinWait();
        }

        caseloads.stop(id);
        first.get(1, TimeUnit.MINUTES);

        int done = caseloads.report(id).households().imported();
        assertThat(done).isBetween(3, 39);
        assertThat(caseloads.get(id).state()).isEqualTo(State.STOPPED);
        assertWhole(all, done);
        finish(id);
        assertThat(caseloads.get(id).state()).isEqualTo(State.DONE);
        assertThat(caseloads.report(id).households()).isEqualTo(new Total("cases.csv", 40, 40, 0, 0, 0, 0));
        assertWhole(all, 40);
    }

    /** The machine failed: nobody says any more that it goes on. */
    @Test
    void interruptedItCanBeTakenUpAfterAMinuteOfSilenceAndNotBefore() throws Exception {
        List<String> all = new ArrayList<>();
        long id = checked(many(6, all));
        jdbc.sql("update caseload_import set state = 'RUNNING', runner = gen_random_uuid(), alive_at = ? where id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), id).update();

        assertThatThrownBy(() -> caseloads.bringOver(id)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("being brought over");
        clock.freeze(clock.instant().plus(Duration.ofSeconds(61)));
        assertThat(caseloads.get(id).interrupted()).isTrue();
        finish(id);

        assertWhole(all, 6);
        assertThat(caseloads.get(id).state()).isEqualTo(State.DONE);
    }

    /** No household twice, and each with its process, its step and its note. */
    private void assertWhole(List<String> all, int done) {
        String[] references = all.toArray(String[]::new);
        assertThat(jdbc.sql("select count(*) from case_file where previous_reference = any(?)").param(references)
                .query(Integer.class).single()).isEqualTo(done);
        assertThat(jdbc.sql("""
                select count(*) from case_file f where previous_reference = any(?)
                and 1 = (select count(*) from worklist_step s where s.case_reference = f.reference)
                and 1 = (select count(*) from case_note n where n.case_reference = f.reference)
                and exists (select from engine.act_ru_execution e where e.business_key_ = f.reference)""")
                .param(references).query(Integer.class).single()).isEqualTo(done);
    }

    private CaseloadFiles many(int households, List<String> references) {
        CaseloadFiles files = files();
        for (int i = 0; i < households; i++) {
            String old = unused();
            references.add(old);
            files.household(old, 20).note(old, 10, "A. Former", "Called");
        }
        return files;
    }

    @Test
    void nothingIsBroughtOverWithoutACheckOfTheSameBytes() {
        long id = checked(files().household(unused(), 5));
        jdbc.sql("update caseload_file set content = ? where import_id = ?").params(files().household(unused(), 5)
                .bytes().get(Sheet.CASES), id).update();

        assertThatThrownBy(() -> caseloads.bringOver(id)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("not the ones that were checked");
    }

    @Test
    void afterwardsTheFilesAreForgottenAndTheTotalsKept() {
        long id = broughtOver(files().household(unused(), 5));

        assertThat(jdbc.sql("select count(*) from caseload_file where import_id = ?").param(id).query(Integer.class)
                .single()).isZero();
        assertThat(caseloads.get(id).appliedBy()).isEqualTo("admin");
        assertThat(caseloads.report(id).statuses()).isEqualTo(Map.of("ASSESSMENT", 1));
        assertThatThrownBy(() -> caseloads.bringOver(id)).isInstanceOf(NotPossible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {OFFICER, LEADER, "manager", "designer", "analyst"})
    void onlyAnAdministratorMayBringOverACaseload(String username) {
        long id = checked(files().household(unused(), 5));
        signIn(username);

        assertThatThrownBy(() -> caseloads.check(DateOrder.ISO, files().household(unused(), 5).bytes()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> caseloads.bringOver(id)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> caseloads.stop(id)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> caseloads.allRemarks(id)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(caseloads::latest).isInstanceOf(NotPermitted.class);
    }
}
