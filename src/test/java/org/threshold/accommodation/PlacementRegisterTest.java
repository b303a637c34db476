package org.threshold.accommodation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.threshold.Acting;
import org.threshold.access.NoSuchCase;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseReference;

/** The life of a placement: one at a time on its way, step after step, and corrected in the open. */
class PlacementRegisterTest extends UnitsBase {

    @Autowired
    private Offers offers;
    @Autowired
    private RestrictedCases restricted;

    @Test
    void officersWhoAskAtTheSameMomentGetTheSamePlacement() throws Exception {
        CaseReference reference = household();
        ExecutorService desks = Executors.newFixedThreadPool(4);
        Set<Long> given = new HashSet<>();
        try {
            List<Future<Long>> asked = desks.invokeAll(Collections.nCopies(4, () -> {
                Acting.as("senior");
                return placement(reference);
            }));
            for (Future<Long> one : asked) {
                given.add(one.get());
            }
        } finally {
            desks.shutdownNow();
        }
        assertThat(given).hasSize(1);
        assertThat(placements.of(reference)).hasSize(1);
    }

    @Test
    void aHouseholdLivesThereFromTheFirstNightUntilTheDayTheyLeft() {
        long id = livedIn(today().minusDays(10));

        Placement left = placements.end(id, today(), PlacementEnd.ABANDONED, "The room is empty");

        assertThat(left.covers(today().minusDays(1))).isTrue();
        assertThat(left.covers(today())).isFalse();
        assertThat(placements.history(id)).extracting(PlacementEvent::status).endsWith(PlacementStatus.IN_OCCUPATION,
                PlacementStatus.ENDED);
    }

    @Test
    void aFirstNightThatWasWrongIsCorrectedWithWhatItWas() {
        long id = livedIn(today().minusDays(3));

        Placement corrected = placements.correct(id, today().minusDays(5), null, "The hotel’s register says so");

        assertThat(corrected.startsOn()).isEqualTo(today().minusDays(5));
        assertThat(jdbc.sql("select lower(nights) from unit_stay where placement_id = ? and released_at is null")
                .param(id).query(LocalDate.class).single()).isEqualTo(today().minusDays(5));
        assertThatThrownBy(() -> placements.correct(id, today().plusDays(1), null, "Typed wrongly"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("cannot be in the future");
        assertThatThrownBy(() -> placements.correct(id, today(), today(), "They have left"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("Record that they have left first");
    }

    @ParameterizedTest
    @EnumSource(value = PlacementStatus.class, names = {"OFFERED", "ACCEPTED", "SIGNED_UP", "OVERSTAY", "TURNAROUND"})
    void noStepOfItsLifeIsLeftOut(PlacementStatus to) {
        long id = placement();
        assertThatThrownBy(() -> placements.changeStatus(id, to, null)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("“Requested”");
    }

    @Test
    void nobodyMovesInWithoutAUnitOrTwice() {
        long none = placement();
        assertThatThrownBy(() -> placements.moveIn(none, today(), null)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("No unit has been chosen");
        long id = livedIn(today());
        assertThatThrownBy(() -> placements.moveIn(id, today(), null)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("“In occupation”");
    }

    @Test
    void aPlacementOfAHiddenCaseIsNoneAtAll() {
        CaseReference reference = household();
        long id = placement(reference);
        restricted.restrict(reference, RestrictionKind.DOMESTIC_ABUSE, "She fled", "leader", List.of("senior"));
        Acting.as("officer");
        assertThatThrownBy(() -> placements.get(id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> placements.of(reference)).isInstanceOf(NoSuchCase.class);
    }

    @Test
    void theDatabaseItselfKnowsNoRefusalOfWhatWasNeverOffered() {
        long id = placement();
        long unit = flat();
        availability.hold(unit, id, today());
        placements.choose(id, unit);
        offers.make(id, new Offers.NewOffer(null, null, Instant.now(clock), Offer.Told.PHONE));
        assertThatThrownBy(() -> jdbc.sql("""
                update ta_offer set answer = 'REFUSED', answered_at = now() where placement_id = ?""").param(id).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private long livedIn(LocalDate firstNight) {
        long id = placement();
        long unit = flat();
        availability.hold(unit, id, firstNight);
        placements.choose(id, unit);
        placements.moveIn(id, firstNight, null);
        return id;
    }
}
