package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NotPermitted;
import org.threshold.accommodation.Homes;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.PhoneNumber;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.SupportNeed;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.clock.StatutoryClock;

/** Two cases of one household become one. */
class CaseMergesTest extends HomelessnessTest {

    @Autowired
    private CaseMerges merges;
    @Autowired
    private Homes homes;
    @Autowired
    private CaseLinks links;
    @Autowired
    private Approaches approaches;
    @Autowired
    private PartTaken tookPart;
    @Autowired
    private ReviewableDecisions reviewable;
    @Autowired
    private BelongingsKept belongings;
    @Autowired
    private CaseDetails details;

    private CaseReference kept;
    private CaseReference merged;

    @BeforeEach
    void openBoth() {
        Person applicant = Person.applicant("Jordan", "Example", LocalDate.of(1990, 3, 12));
        kept = approaches.take(new NewApproach(NewCase.atTheDesk("north", applicant, "Asked to leave")));
        merged = approaches.take(new NewApproach(new NewCase("north", Channel.PHONE, null, applicant,
                List.of(Person.member(Relationship.CHILD, "Ash", "Example", LocalDate.of(2020, 1, 2))),
                new ContactDetails(PhoneNumber.parse("07700 900123"), "a@example.com", null, null, null, null, null),
                Set.of(SupportNeed.values()[0]), Set.of(CaseFlag.INTERPRETER), null, "Rang")));
        actAs("senior");
    }

    @Test
    void whatIsMissingIsCarriedOverAndBothStayReadable() {
        merges.merge(kept, merged, "Same person, same birthday", false);

        CaseFile file = details.of(kept);
        assertThat(file.household()).extracting(each -> each.person().name())
                .containsExactly("Jordan Example", "Ash Example");
        assertThat(file.contact().phone().value()).isEqualTo(PhoneNumber.parse("07700 900123").value());
        assertThat(file.contact().email()).isEqualTo("a@example.com");
        assertThat(file.flags()).containsExactly(CaseFlag.INTERPRETER);
        assertThat(file.needs()).hasSize(1);
        assertThat(status(merged)).isEqualTo(CaseStatus.MERGED);
        assertThat(approaches.running(merged)).isFalse();
        assertThat(approaches.running(kept)).isTrue();
        assertThat(links.of(merged)).extracting(CaseLinks.Link::other).containsExactly(kept);
        assertThat(links.of(kept)).extracting(CaseLinks.Link::words).containsExactly("Merged into this case");
        assertThat(jdbc.sql("select merged_by || ': ' || reason from case_merge where merged_case = ?")
                .param(merged.value()).query(String.class).single()).isEqualTo("senior: Same person, same birthday");
    }

    /** Merged away, its nights in bed and breakfast would be missing from the count of the case that stays. */
    @Test
    void aCaseWithTemporaryAccommodationIsNotMergedAway() {
        homes.moveIn(merged, Homes.FLAT, DAY_ONE.minusDays(3));
        actAs("senior");

        assertThatThrownBy(() -> merges.merge(kept, merged, "Same", false)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("its nights and charges stay with that case").hasMessageContaining("Let that case stay");

        merges.merge(merged, kept, "Same", false);
        assertThat(status(kept)).isEqualTo(CaseStatus.MERGED);
    }

    @Test
    void aCaseIsNotMergedIntoItselfNorTwice() {
        assertThatThrownBy(() -> merges.merge(kept, kept, "Same", false)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("into itself");
        merges.merge(kept, merged, "Same", false);
        assertThatThrownBy(() -> merges.merge(kept, merged, "Same", false)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("was merged into another one");
        assertThatThrownBy(() -> merges.merge(merged, kept, "Same", false)).isInstanceOf(NotPossible.class);
    }

    @Test
    void differentDutiesNeedAChoiceAndTheCaseWithTheOnlyDutyStays() {
        duties.accept(merged, DutyKind.PREVENTION, DAY_ONE);
        assertThatThrownBy(() -> merges.merge(kept, merged, "Same", true)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("Let " + merged + " stay instead");
        duties.accept(kept, DutyKind.RELIEF, DAY_ONE);
        assertThatThrownBy(() -> merges.merge(kept, merged, "Same", false)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("Different duties run");

        merges.merge(kept, merged, "Same", true);

        assertThat(duties.of(merged)).singleElement().extracting(Duty::endReason).isEqualTo(EndReason.CANCELLED);
        assertThat(duties.of(kept)).singleElement().matches(Duty::running);
        assertThat(letters(merged)).isEmpty();
    }

    @Test
    void anApplicationThatRunsIsNotLostInACaseThatHasFinished() {
        approaches.withdraw(kept, "Staying with a friend");

        assertThatThrownBy(() -> merges.merge(kept, merged, "Same", true)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("Let " + merged + " stay instead");

        assertThat(approaches.running(merged)).isTrue();
        merges.merge(merged, kept, "Same", false);
        assertThat(approaches.running(merged)).isTrue();
        assertThat(status(kept)).isEqualTo(CaseStatus.MERGED);
    }

    @Test
    void whatWasNotifiedOnTheOtherCaseCanStillBeReviewed() {
        duties.accept(merged, DutyKind.RELIEF, DAY_ONE);
        approaches.withdraw(merged, "Rang in error");

        merges.merge(kept, merged, "Same", false);

        assertThat(clocks.running(merged, ClockKind.REVIEW_REQUEST)).isPresent();
        assertThat(clocks.of(merged)).filteredOn(StatutoryClock::running).hasSize(1);
        assertThat(reviewable.of(merged)).as("the letter that confirms a withdrawal says so").singleElement()
                .satisfies(each -> assertThat(each.matter()).isEqualTo(ReviewMatter.RELIEF_ENDED));
    }

    /** SI 2018/223 reg 3: nobody gets out of having taken part by joining two files. */
    @Test
    void whoTookPartInTheOtherCaseTookPartInThisOne() {
        actAs("senior");
        find(merged, Question.PRIORITY_NEED, Finding.NO);
        actAs("leader");
        assertThat(tookPart.in(kept)).doesNotContain("senior");

        merges.merge(kept, merged, "Same", false);

        assertThat(tookPart.in(kept)).contains("senior");
    }

    @Test
    void whatRunsBesideTheOtherCaseKeepsItFromEnding() {
        belongings.begin(merged, "Bailiff", "No store", "Furniture");
        assertThatThrownBy(() -> merges.merge(kept, merged, "Same", false)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("Something else runs on " + merged);
    }

    @Test
    void anotherTeamsCaseIsMergedByALeaderOnlyAndNotByAnOfficer() {
        actAs("officer");
        assertThatThrownBy(() -> merges.merge(kept, merged, "Same", false)).isInstanceOf(NotPermitted.class);
        actAs("officer2");
        CaseReference south = register.open(NewCase.atTheDesk("south",
                Person.applicant("Jordan", "Example", null), "Came to the other office"));
        actAs("senior");
        assertThatThrownBy(() -> merges.merge(kept, south, "Same", false)).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("another team");
        actAs("leader");
        merges.merge(kept, south, "Same", false);
        assertThat(status(south)).isEqualTo(CaseStatus.MERGED);
    }
}
