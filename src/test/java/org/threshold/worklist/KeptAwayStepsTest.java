package org.threshold.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.Conflict;
import org.threshold.access.ConflictsOfInterest;
import org.threshold.access.NotPermitted;
import org.threshold.casefile.CaseReference;

/** Whoever knows the people of a case decides nothing on it, so neither who works on it nor that it waits. */
class KeptAwayStepsTest extends WorklistFixture {

    @Autowired ConflictsOfInterest conflicts;

    @Test
    void aLeaderWhoKnowsThemMovesNoneOfTheStepsOfTheirCase() {
        CaseReference reference = openCase("north", "Nora", "Neighbour");
        String step = openStep(reference, "north");
        moves.claim(step);
        assertThat(as("leader", () -> worklist.heldBy("officer", 500))).extracting(OpenStep::stepId).contains(step);

        as("leader", () -> {
            conflicts.declare(reference, Conflict.Kind.NEIGHBOUR, null);
            return null;
        });

        refused(() -> moves.handToPerson(step, "senior", null));
        refused(() -> moves.handToTeam(step, "south", null));
        refused(() -> moves.release(step));
        refused(() -> moves.putOnHold(step, HoldReason.values()[0], LocalDate.now(clock).plusDays(3)));
        refused(() -> moves.handOverAll("officer", List.of(step), "senior", "Leave"));
        assertThat(as("leader", () -> worklist.heldBy("officer", 500))).extracting(OpenStep::stepId)
                .doesNotContain(step);
        assertThat(ownerOf(step)).isEqualTo("officer");
        moves.handToPerson(step, "senior", null);
        assertThat(ownerOf(step)).isEqualTo("senior");
    }

    private void refused(Runnable move) {
        assertThatThrownBy(() -> as("leader", () -> {
            move.run();
            return null;
        })).isInstanceOf(NotPermitted.class);
    }
}
