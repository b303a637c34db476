package org.threshold.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.threshold.access.NoSuchCase;
import org.threshold.access.NotPermitted;
import org.threshold.clock.ServiceClock;

/** Notes, household, contact, needs and flags: what is changed, what is kept, and who is told. */
class CaseRecordTest extends CaseTest {

    @Autowired
    CaseNotes notes;
    @Autowired
    CaseDetails details;
    @Autowired
    Household household;
    @Autowired
    ServiceClock clock;
    @Autowired
    CaseListenerProbe probe;

    @AfterEach
    void resetClock() {
        clock.reset();
        probe.failFor(null);
    }

    @Test
    void aCorrectionIsANewNoteAndTheOldOneStays() {
        CaseReference reference = openCase();
        long first = notes.add(reference, "  Rent is £500\r\na month ");
        long second = notes.correct(reference, first, "Rent is £550 a month");

        assertThat(notes.of(reference)).extracting(Note::id).containsExactly(second, first);
        assertThat(notes.of(reference)).extracting(Note::text)
                .containsExactly("Rent is £550 a month", "Rent is £500\na month");
        assertThat(notes.of(reference).get(0).corrects()).isEqualTo(first);
        assertThat(notes.of(reference).get(1).writtenBy()).isEqualTo("officer");
        assertThat(timeline.page(reference, "note", null, 10)).extracting(TimelineEntry::headline)
                .containsExactly("Note corrected", "Note added");
        assertThat(audited(reference, "note.added")).isOne();
        assertThat(audited(reference, "note.corrected")).isOne();
    }

    @Test
    void aNoteOfAnotherCaseCannotBeCorrected() {
        CaseReference mine = openCase();
        long note = notes.add(mine, "Mine");
        CaseReference other = openCase();
        assertThatThrownBy(() -> notes.correct(other, note, "Changed")).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> notes.add(other, "x".repeat(10_001))).hasMessageContaining("10000 characters");
        assertThatThrownBy(() -> notes.add(other, " \u0000 ")).hasMessage("A note must not be empty");
        assertThat(notes.of(other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update case_note set text = 'changed' where case_reference = ?",
            "delete from case_note where case_reference = ?",
            "update timeline_entry set headline = 'changed' where case_reference = ?",
            "delete from timeline_entry where case_reference = ?"})
    void theDatabaseItselfRefusesToChangeTheRecord(String statement) {
        CaseReference reference = openCase();
        notes.add(reference, "As it was");
        assertThatThrownBy(() -> jdbc.sql(statement).param(reference.value()).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("never changed or removed");
        assertThat(notes.of(reference)).extracting(Note::text).containsExactly("As it was");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate case_note cascade", "truncate timeline_entry"})
    void theDatabaseItselfRefusesToEmptyTheRecord(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void theTimelineIsReadPageByPageAndByKind() {
        CaseReference reference = openCase();
        for (int i = 1; i <= 7; i++) {
            timeline.add(reference, i % 2 == 0 ? "letter" : "step", "Entry " + i, null);
        }
        List<TimelineEntry> first = timeline.page(reference, null, null, 3);
        assertThat(first).extracting(TimelineEntry::headline).containsExactly("Entry 7", "Entry 6", "Entry 5");
        assertThat(timeline.page(reference, null, first.get(2).id(), 3)).extracting(TimelineEntry::headline)
                .containsExactly("Entry 4", "Entry 3", "Entry 2");
        assertThat(timeline.page(reference, "letter", null, 10)).extracting(TimelineEntry::headline)
                .containsExactly("Entry 6", "Entry 4", "Entry 2");
    }

    @Test
    void peopleJoinChangeAndLeaveAndNothingIsForgotten() {
        CaseReference reference = openCase();
        long id = household.add(reference, Person.member(Relationship.CHILD, "Alex", "Example", null));
        household.change(reference, id, 1, Person.member(Relationship.CHILD, "Alex", "Sample", LocalDate.of(2019, 5, 3)));
        household.leave(reference, id, 2, LocalDate.now(clock));

        HouseholdMember member = household.member(reference, id);
        assertThat(member.present()).isFalse();
        assertThat(timeline.page(reference, "system", null, 10)).satisfiesExactly(
                left -> assertThat(left.headline()).startsWith("Alex Sample left the household on "),
                changed -> assertThat(changed.detail()).isEqualTo("Name: Alex Sample (was Alex Example)\n"
                        + "Date of birth: 3 May 2019 (was not known)"),
                added -> assertThat(added.headline()).isEqualTo("Alex Example added to the household"));
        assertThat(audited(reference, "household.memberAdded")).isOne();
        assertThat(audited(reference, "household.memberChanged")).isOne();
        assertThat(audited(reference, "household.memberLeft")).isOne();
    }

    @Test
    void theMainApplicantStaysTheMainApplicant() {
        CaseReference reference = openCase();
        HouseholdMember applicant = household.of(reference).get(0);
        assertThatThrownBy(() -> household.leave(reference, applicant.id(), 1, LocalDate.now(clock)))
                .hasMessageContaining("cannot leave");
        assertThatThrownBy(() -> household.change(reference, applicant.id(), 1,
                Person.member(Relationship.CHILD, "A", "B", null))).hasMessageContaining("stays the main applicant");
        assertThatThrownBy(() -> household.add(reference, Person.applicant("A", "B", null)))
                .hasMessage("A case has one main applicant");
    }

    @Test
    void aDependentChildCountsWhileInTheHousehold() {
        CaseReference reference = openCase();
        assertThat(files.hasDependentChild(reference)).isFalse();
        LocalDate today = LocalDate.now(clock);
        household.add(reference, Person.member(Relationship.CHILD, "Grown", "Example", today.minusYears(20)));
        assertThat(files.hasDependentChild(reference)).isFalse();
        long child = household.add(reference, Person.member(Relationship.CHILD, "Alex", "Example", today.minusYears(3)));
        assertThat(files.hasDependentChild(reference)).isTrue();
        household.leave(reference, child, 1, today);
        assertThat(files.hasDependentChild(reference)).isFalse();
        household.add(reference, Person.member(Relationship.EXPECTED_CHILD, "", "Example", today.plusMonths(2)));
        assertThat(files.hasDependentChild(reference)).isTrue();
    }

    @Test
    void contactChangesSayWhatWasBefore() {
        CaseReference reference = openCase();
        details.changeContact(reference, 1, new ContactDetails(PhoneNumber.parse("07700 900123"), null, null, null,
                ContactMethod.TEXT, null, "Polish"));
        assertThat(timeline.page(reference, "system", null, 1)).singleElement().satisfies(entry ->
                assertThat(entry.detail()).isEqualTo("Phone: 07700 900123 (was not known)\n"
                        + "Prefers: Text message (was not known)\nLanguage: Polish (was English)"));
        assertThat(audited(reference, "case.contactChanged")).isOne();
        assertThat(jdbc.sql("select details::text from audit_entry where chain = :case and action = 'case.contactChanged'")
                .param("case", reference.value()).query(String.class).single()).doesNotContain("07700", "900123");
    }

    @Test
    void twoOfficersWhoChangeTheSameFactsDoNotOverwriteEachOther() {
        CaseReference reference = openCase();
        details.changeNeeds(reference, 1, Set.of(SupportNeed.BUDGETING));
        assertThatThrownBy(() -> details.changeNeeds(reference, 1, Set.of(SupportNeed.DRUGS)))
                .isInstanceOf(CaseChanged.class).hasMessageContaining("Nothing of yours was saved");
        assertThat(details.of(reference).needs()).containsExactly(SupportNeed.BUDGETING);
        long member = household.add(reference, Person.member(Relationship.CHILD, "Alex", "Example", null));
        household.change(reference, member, 1, Person.member(Relationship.CHILD, "Alexa", "Example", null));
        assertThatThrownBy(() -> household.change(reference, member, 1,
                Person.member(Relationship.CHILD, "Alexander", "Example", null))).isInstanceOf(CaseChanged.class);
    }

    @Test
    void whoeverKeepsACopyIsToldInTheSameTransaction() {
        CaseReference reference = openCase();
        probe.clear();
        details.changeFlags(reference, 1, Set.of(CaseFlag.RISK_TO_STAFF), "Shouted at the desk");
        files.setStatus(reference, CaseStatus.RELIEF);
        long applicant = household.of(reference).get(0).id();
        household.change(reference, applicant, 1, Person.applicant("Jordan", "Renamed", BORN));

        assertThat(probe.heard(reference)).extracting(CaseSummary::flags).containsOnly(List.of("Risk to staff"));
        assertThat(probe.heard(reference)).extracting(CaseSummary::status)
                .containsExactly(CaseStatus.TRIAGE, CaseStatus.RELIEF, CaseStatus.RELIEF);
        assertThat(probe.heard(reference).get(2).applicantName()).isEqualTo("Jordan Renamed");
        assertThat(audited(reference, "case.statusChanged")).isOne();
    }

    @Test
    void aListenerThatFailsTakesTheChangeBack() {
        CaseReference reference = openCase();
        long entries = timeline.page(reference, null, null, 100).size();
        probe.failFor(reference);
        assertThatThrownBy(() -> details.changeFlags(reference, 1, Set.of(CaseFlag.SIGHT), null))
                .hasMessage("the copy cannot be kept");
        assertThatThrownBy(() -> files.setStatus(reference, CaseStatus.CLOSED)).hasMessage("the copy cannot be kept");
        assertThatThrownBy(() -> household.add(reference, Person.member(Relationship.CHILD, "A", "B", null)))
                .hasMessage("the copy cannot be kept");

        CaseFile file = details.of(reference);
        assertThat(file.flags()).isEmpty();
        assertThat(file.version()).isOne();
        assertThat(file.status()).isEqualTo(CaseStatus.TRIAGE);
        assertThat(file.household()).hasSize(1);
        assertThat(timeline.page(reference, null, null, 100)).hasSize((int) entries);
        assertThat(audited(reference, "case.flagsChanged")).isZero();
        assertThat(audited(reference, "case.statusChanged")).isZero();
    }

    @Test
    void onlyCaseworkersChangeACase() {
        CaseReference reference = openCase();
        actAs("analyst");
        assertThatThrownBy(() -> notes.add(reference, "x")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> details.of(reference)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> details.changeNeeds(reference, 1, Set.of())).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> details.changeFlags(reference, 1, Set.of(), null)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> details.changeContact(reference, 1, ContactDetails.none()))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> household.add(reference, Person.member(Relationship.CHILD, "A", "B", null)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> timeline.page(reference, null, null, 5)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> notes.of(reference)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> household.of(reference)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void anUnknownCaseIsSaidToBeUnknown() {
        CaseReference nobody = CaseReferences.ofNumber(999_999_997);
        assertThatThrownBy(() -> files.summary(nobody)).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> details.of(nobody)).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> notes.add(nobody, "x")).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> files.setStatus(nobody, CaseStatus.CLOSED)).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> household.add(nobody, Person.member(Relationship.CHILD, "A", "B", null)))
                .isInstanceOf(NoSuchCase.class);
        assertThat(files.find("TH-100001")).isEmpty();
        assertThat(files.find("?")).isEmpty();
    }
}
