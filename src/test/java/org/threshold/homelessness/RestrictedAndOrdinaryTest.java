package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.AccessAlert;
import org.threshold.access.AccessAlerts;
import org.threshold.access.NoSuchCase;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseNotes;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.CaseTimeline;
import org.threshold.casefile.Channel;
import org.threshold.casefile.HiddenReferences;
import org.threshold.casefile.Household;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.TimelineEntry;

/**
 * People who are in a restricted case and in an ordinary one: the officer of the ordinary one learns nothing, the manager
 * of the restricted one is told, and nothing of the restricted case goes into a case that others see.
 */
class RestrictedAndOrdinaryTest extends HomelessnessTest {

    private static final LocalDate BORN = LocalDate.of(1985, 11, 3);

    @Autowired
    Approaches approaches;
    @Autowired
    RestrictedCases restricted;
    @Autowired
    AccessAlerts alerts;
    @Autowired
    CaseMerges merges;
    @Autowired
    ReferredCases referredCases;
    @Autowired
    Reapplications reapplications;
    @Autowired
    CaseDetails details;
    @Autowired
    CaseTimeline timeline;
    @Autowired
    CaseNotes notes;
    @Autowired
    Household household;

    /** The partner whom she fled asks for help himself, at another desk. */
    @Test
    void theFormerPartnersOwnApproachIsToldToTheManagerAndToNobodyElse() {
        String family = household().applicant().familyName();
        CaseReference hers = restrict(newCase(), "officer");
        household.add(hers, new Person("Alex", family, BORN, Relationship.PARTNER, null, false, null));

        actAs("senior2");
        CaseReference his = register.open(NewCase.atTheDesk("south", Person.applicant("Alex", family, BORN),
                "She left him"));
        assertThat(register.possibleMatches(Person.applicant("Alex", family, BORN), null))
                .extracting(match -> match.summary().reference()).containsExactly(his);
        assertThat(timeline.page(his, null, null, 20)).extracting(TimelineEntry::headline)
                .noneMatch(line -> line.contains(hers.value()));
        assertThat(alerts.mine()).isEmpty();

        actAs("leader");
        assertThat(appearances(hers)).singleElement().satisfies(alert -> {
            assertThat(alert.about()).isEqualTo(his.value());
            assertThat(alert.detail()).isEqualTo("Alex " + family + ": same last name and date of birth");
        });
        actAs("senior2");
        household.add(his, new Person("Kim", family, LocalDate.of(2015, 2, 1), Relationship.CHILD, null, true, null));
        actAs("leader");
        assertThat(appearances(hers)).as("the same two cases are told of once").hasSize(1);
    }

    @Test
    void whoIsElsewhereAlreadyIsToldWhenTheCaseIsRestricted() {
        NewCase once = household();
        CaseReference ordinary = register.open(once);
        CaseReference again = register.open(once);
        CaseReference stranger = newCase();

        restrict(again, "officer");

        actAs("leader");
        assertThat(appearances(again)).extracting(AccessAlert::about).containsExactly(ordinary.value())
                .doesNotContain(stranger.value());
    }

    /** What a public body wrote of her is written on the case that her referral is joined to. */
    @Test
    void aRestrictedReferralIsNotJoinedToACaseThatOthersSee() {
        CaseReference his = approaches.take(new NewApproach(household()));
        CaseReference referral = restrict(newCase(), "officer");

        assertThat(referredCases.joinRefusal(referral, his)).hasValueSatisfying(why -> assertThat(why)
                .contains("can be seen by people who are not named on it"));
        assertThatThrownBy(() -> referredCases.join(referral, his, "She hides in the refuge at Made-Up Lane"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("This referral is restricted");
        assertThat(timeline.page(his, null, null, 50)).extracting(entry -> entry.headline() + entry.detail())
                .noneMatch(line -> line.contains("Made-Up Lane") || line.contains(referral.value()));

        restrict(his, "officer");
        assertThat(referredCases.joinRefusal(referral, his)).isEmpty();
    }

    @Test
    void whatNamesAHiddenCaseIsLeftOutForWhoeverMayNotSeeIt() {
        CaseReference hidden = restrict(newCase(), "officer");
        CaseReference ordinary = newCase();
        String never = CaseReferences.ofNumber(999_996).value();
        String typed = hidden.value().toLowerCase().replace("-", " ");
        notes.add(ordinary, "See " + hidden + " and " + typed + ", not " + never);

        actAs("senior");
        // A reference that never was reads the same, so that nobody tells the two apart.
        String expected = "See " + HiddenReferences.INSTEAD + " and " + HiddenReferences.INSTEAD + ", not "
                + HiddenReferences.INSTEAD;
        assertThat(notes.of(ordinary).get(0).text()).isEqualTo(expected);
        assertThat(timeline.page(ordinary, "note", null, 5).get(0).detail()).isEqualTo(expected);
        actAs("officer");
        assertThat(notes.of(ordinary).get(0).text()).contains(hidden.value());
    }

    @Test
    void aRestrictedCaseIsNotMergedIntoOneThatOthersSee() {
        CaseReference hidden = newCase();
        CaseReference ordinary = newCase();
        actAs("leader");
        restrict(hidden, "senior");

        actAs("senior2");
        CaseReference never = CaseReferences.ofNumber(999_995);
        assertThatThrownBy(() -> merges.check(ordinary, hidden)).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> merges.check(ordinary, never)).isInstanceOf(NoSuchCase.class);
        actAs("senior");
        assertThatThrownBy(() -> merges.check(ordinary, hidden)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("Restrict " + ordinary + " to the same people first");
        merges.merge(hidden, ordinary, "The same household", true);

        actAs("senior2");
        assertThat(timeline.page(ordinary, "system", null, 20)).extracting(TimelineEntry::headline)
                .contains("Merged into case " + HiddenReferences.INSTEAD)
                .noneMatch(line -> line.contains(hidden.value()));
        actAs("senior");
        assertThat(timeline.page(ordinary, "system", null, 20)).extracting(TimelineEntry::headline)
                .contains("Merged into case " + hidden);
    }

    @Test
    void aCaseThatFollowsARestrictedOneIsRestrictedToo() {
        CaseReference first = restrict(approaches.take(new NewApproach(household())), "officer", "remote");
        approaches.withdraw(first, "She went back");

        CaseReference next = reapplications.again(first, details.of(first).applicant().id(), Channel.DESK, "north",
                "She left again");

        Restriction now = restricted.of(next).orElseThrow();
        assertThat(now.manager()).isEqualTo("leader");
        assertThat(now.people()).extracting(Restriction.Named::username)
                .containsExactlyInAnyOrder("officer", "remote", "leader");
        actAs("senior");
        assertThatThrownBy(() -> details.of(next)).isInstanceOf(NoSuchCase.class);
    }

    @Test
    void anApproachCanBeRestrictedBeforeAnybodySeesIt() {
        CaseReference reference = approaches.take(new NewApproach(household(), new NewApproach.Restricted(
                RestrictionKind.STAFF, "Her sister works in the team")));

        assertThat(restricted.of(reference).orElseThrow().people()).extracting(Restriction.Named::username)
                .containsExactlyInAnyOrder("officer", "leader");
        actAs("remote");
        assertThatThrownBy(() -> details.of(reference)).isInstanceOf(NoSuchCase.class);
    }

    private CaseReference restrict(CaseReference reference, String... named) {
        restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, "She fled", "leader", List.of(named));
        return reference;
    }

    private List<AccessAlert> appearances(CaseReference reference) {
        return alerts.mine().stream().filter(alert -> alert.caseReference().equals(reference.value()))
                .filter(alert -> alert.kind() == AccessAlert.Kind.APPEARS_ELSEWHERE).toList();
    }
}
