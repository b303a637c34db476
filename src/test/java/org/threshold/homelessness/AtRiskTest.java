package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.NoSuchCase;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.StepMoves;

/** A risk of domestic abuse or hate crime restricts the record in the commit that records it. */
class AtRiskTest extends HomelessnessTest {

    @Autowired
    Approaches approaches;
    @Autowired
    Triages triages;
    @Autowired
    OutOfHours outOfHours;
    @Autowired
    RestrictedCases restricted;
    @Autowired
    CaseDetails details;
    @Autowired
    StepMoves moves;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void domesticAbuseRestrictsToWhoRecordsItTheLeaderAndWhoHoldsAStep() {
        CaseReference reference = approaches.take(new NewApproach(household()));
        actAs("senior");
        moves.claim(jdbc.sql("select step_id from worklist_step where case_reference = ?").param(reference.value())
                .query(String.class).single());
        actAs("officer");

        triages.record(reference, risk(true, false));

        Restriction now = restricted.of(reference).orElseThrow();
        assertThat(now.kind()).isEqualTo(RestrictionKind.DOMESTIC_ABUSE);
        assertThat(now.manager()).isEqualTo("leader");
        assertThat(now.people()).extracting(Restriction.Named::username)
                .containsExactlyInAnyOrder("officer", "senior", "leader");
        assertThat(jdbc.sql("select owner from worklist_step where case_reference = ?").param(reference.value())
                .query(String.class).single()).as("the step stays with its holder").isEqualTo("senior");
        actAs("remote");
        assertThatThrownBy(() -> details.of(reference)).isInstanceOf(NoSuchCase.class);
        actAs("leader");
        restricted.name(reference, List.of("remote"));
        triages.record(reference, risk(true, true));
        assertThat(restricted.of(reference).orElseThrow().people()).as("said again, nothing changes").hasSize(4);
    }

    @Test
    void hateCrimeRestrictsTooAndNeitherRestrictsNothing() {
        CaseReference hate = newCase();
        triages.record(hate, risk(false, true));
        CaseReference neither = newCase();
        triages.record(neither, risk(false, false));

        assertThat(restricted.of(hate).orElseThrow().kind()).isEqualTo(RestrictionKind.OTHER);
        assertThat(restricted.of(hate).orElseThrow().reason()).contains("hate crime");
        assertThat(restricted.of(neither)).isEmpty();
    }

    @Test
    void aHolderWhoMayNotBeNamedDoesNotStopIt() {
        CaseReference reference = newCase();
        jdbc.sql("update worklist_step set owner = 'admin' where case_reference = ?").param(reference.value()).update();

        triages.record(reference, risk(true, false));

        assertThat(restricted.of(reference).orElseThrow().people()).extracting(Restriction.Named::username)
                .containsExactlyInAnyOrder("officer", "leader");
    }

    @Test
    void theRiskAndTheRestrictionAreOneCommit() {
        CaseReference reference = newCase();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            triages.record(reference, risk(true, false));
            throw new IllegalStateException("undone");
        })).hasMessage("undone");

        assertThat(rows("triage", reference)).isZero();
        assertThat(restricted.of(reference)).isEmpty();
        actAs("remote");
        assertThat(details.of(reference).reference()).isEqualTo(reference);
    }

    @Test
    void aNightOfAbuseIsRestrictedWhenItIsRecorded() {
        CaseReference reference = outOfHours.take(household(), new OutOfHours.Night("Two children", false, true, false,
                true, null, "She left with the children"), new InterimArrangement("PLACED", "Harbour Lodge",
                "HOSTEL_REFUGE", DAY_ONE, true, "One family room", null));

        assertThat(restricted.of(reference).orElseThrow().people()).extracting(Restriction.Named::username)
                .containsExactlyInAnyOrder("officer", "leader");
        actAs("senior2");
        assertThatThrownBy(() -> details.of(reference)).isInstanceOf(NoSuchCase.class);
    }

    private static Triage risk(boolean abuse, boolean hate) {
        return new Triage(abuse, hate, false, false, true, true, null, false, List.of("PRIORITY_NEED"),
                "Looked at in the assessment", null, null);
    }
}
