package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Channel;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.clock.StatutoryClock;
import org.threshold.letter.Letters.Addressee;

/** The applicant has died: what ends, what stays, and what nobody may do any more. */
class DeathsTest extends HomelessnessTest {

    @Autowired
    private Deaths deaths;
    @Autowired
    private Approaches approaches;
    @Autowired
    private BelongingsKept belongings;
    @Autowired
    private Reapplications reapplications;
    @Autowired
    private CaseDetails details;

    private CaseReference family() {
        return approaches.take(new NewApproach(household().withOthers(List.of(
                Person.member(Relationship.PARTNER, "Robin", "Example", LocalDate.of(1991, 2, 3)),
                Person.member(Relationship.CHILD, "Ash", "Example", LocalDate.of(2020, 2, 3))))));
    }

    private static Death told(LocalDate on) {
        return new Death(null, on, "Hospital", "Rang back", "Their sister keeps the key");
    }

    @Test
    void everythingEndsButBelongingsAreKeptForWhomTheyBelongToNow() {
        CaseReference reference = family();
        duties.accept(reference, DutyKind.RELIEF, DAY_ONE);
        belongings.begin(reference, "Bailiff on Friday", "No money for a store", "Furniture");

        deaths.record(reference, told(DAY_ONE));

        assertThat(status(reference)).isEqualTo(CaseStatus.DECEASED);
        assertThat(approaches.running(reference)).isFalse();
        assertThat(duties.of(reference)).singleElement().extracting(Duty::endReason).isEqualTo(EndReason.DECEASED);
        assertThat(clocks.of(reference)).noneMatch(StatutoryClock::running);
        assertThat(letters(reference)).isEmpty();
        assertThat(belongings.running(reference)).isPresent();
        assertThat(belongings.refusal(reference, Belongings.End.COLLECTED)).isPresent();
        assertThat(belongings.refusal(reference, Belongings.End.DIED)).isEmpty();
        assertThat(deaths.of(reference)).get().extracting(Death::nextOfKin).isEqualTo("Their sister keeps the key");
    }

    @Test
    void noLetterIsWrittenToThemThoughAnotherCouncilMayStillBeTold() {
        CaseReference reference = newCase();
        deaths.record(reference, told(DAY_ONE));

        assertThatThrownBy(() -> letters.issue(reference, "advice-given", Map.of("advice", "None"), "x-" + reference))
                .isInstanceOf(NotPermitted.class).hasMessageContaining("They have died");
        assertThat(letters(reference)).isEmpty();
        letters.issue(reference, new Addressee("Other Council", List.of("1 Testing Road")), "contact-lost",
                Map.of("closedOn", DAY_ONE), "y-" + reference);
        assertThat(letters(reference)).containsExactly("contact-lost");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, today or in the past", "0, 1, before the day you were told"})
    void daysThatCannotBeAreRefused(int toldIn, int diedIn, String why) {
        CaseReference reference = newCase();
        Death death = new Death(DAY_ONE.plusDays(diedIn), DAY_ONE.plusDays(toldIn), "Hospital", "Rang", null);
        assertThatThrownBy(() -> deaths.record(reference, death)).isInstanceOf(NotPossible.class)
                .hasMessageContaining(why);
        assertThat(rows("death", reference)).isZero();
    }

    @Test
    void nothingIsTriedInTheirNameAndADeathIsRecordedOnce() {
        CaseReference reference = newCase();
        deaths.record(reference, told(DAY_ONE));
        assertThatThrownBy(() -> deaths.record(reference, told(DAY_ONE))).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> attempts.record(reference, DAY_ONE, ContactWay.PHONE, false, "No answer"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("has died");
    }

    @Test
    void whoStaysBehindAppliesWithTheHouseholdAsItIs() {
        CaseReference reference = family();
        deaths.record(reference, told(DAY_ONE));
        List<HouseholdMember> household = details.of(reference).household();
        assertThatThrownBy(() -> reapplications.again(reference, household.get(0).id(), Channel.PHONE, "north", "x"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("has died");

        CaseReference next = reapplications.again(reference, household.get(1).id(), Channel.PHONE, "north",
                "Must leave the flat of the applicant who died");

        assertThat(details.of(next).household()).extracting(each -> each.person().name() + " "
                + each.person().relationship()).containsExactly("Robin Example MAIN_APPLICANT", "Ash Example CHILD");
        assertThat(reapplications.survivorsHelped(reference)).isTrue();
        assertThat(reapplications.previous(next)).contains(reference);
        assertThat(approaches.running(next)).isTrue();
    }
}
