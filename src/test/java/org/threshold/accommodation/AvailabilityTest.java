package org.threshold.accommodation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.threshold.Acting;

/** Whether a unit is free in a night has one answer, whoever asks and however many ask at once. */
class AvailabilityTest extends UnitsBase {

    private static final int DESKS = 8;

    @Test
    void ofDesksThatRaceForAUnitExactlyOneGetsItAndTheOthersAreToldInPlainWords() throws Exception {
        for (int round = 0; round < 5; round++) {
            long unit = flat();
            List<Long> households = new ArrayList<>();
            for (int desk = 0; desk < DESKS; desk++) {
                households.add(placement());
            }
            List<String> said = race(households, placement -> {
                Acting.as("officer");
                availability.hold(unit, placement, today());
                return "held";
            });
            assertThat(said).filteredOn("held"::equals).hasSize(1);
            assertThat(said).filteredOn(words -> words.endsWith("Choose another unit.")).hasSize(DESKS - 1);
            assertThat(nights(unit)).hasSize(1);
        }
    }

    @Test
    void theConstraintAloneLetsOneOfManyHaveANight() throws Exception {
        long unit = flat();
        List<Long> households = new ArrayList<>();
        for (int desk = 0; desk < DESKS; desk++) {
            households.add(placement());
        }
        List<String> said = race(households, placement -> {
            try {
                jdbc.sql("""
                        insert into unit_stay (unit_id, placement_id, kind, nights, made_at, made_by)
                        values (:unit, :placement, 'STAY', daterange(:from, null), now(), 'officer')""")
                        .param("unit", unit).param("placement", placement).param("from", Date.valueOf(today())).update();
                return "written";
            } catch (DataAccessException refused) {
                return "refused";
            }
        });
        assertThat(said).filteredOn("written"::equals).hasSize(1);
        assertThat(nights(unit)).hasSize(1);
    }

    @Test
    void desksThatTakeTheKeysAtOnceGiveThemToOneHousehold() throws Exception {
        long unit = flat();
        List<String> said = race(List.of(placement(), placement(), placement(), placement()), placement -> {
            Acting.as("officer");
            availability.take(unit, placement, today());
            return "taken";
        });
        assertThat(said).filteredOn("taken"::equals).hasSize(1);
    }

    @Test
    void theSameHoldAgainChangesNothingAndAnotherUnitTakesItsPlace() {
        long first = flat();
        long second = flat();
        long placement = placement();
        availability.hold(first, placement, today());
        availability.hold(first, placement, today());
        assertThat(nights(first)).containsExactly("HELD [" + today() + ",)");

        availability.hold(second, placement, today());
        assertThat(nights(first)).isEmpty();
        assertThat(nights(second)).containsExactly("HELD [" + today() + ",)");

        availability.letGo(placement);
        availability.letGo(placement);
        assertThat(nights(second)).isEmpty();
    }

    @Test
    void whoHoldsAUnitKeepsItWhenTheOneTheyWouldRatherHaveIsTaken() {
        long first = flat();
        long wanted = flat();
        long placement = placement();
        availability.hold(first, placement, today());
        availability.hold(wanted, placement(), today());

        assertThatThrownBy(() -> availability.hold(wanted, placement, today()))
                .isInstanceOf(Availability.NotFree.class).hasMessageContaining("held for another household");
        assertThat(nights(first)).hasSize(1);
    }

    @Test
    void keysTakeWhatWasHeldAndLeavingGivesItBack() {
        long unit = flat();
        long placement = placement();
        availability.hold(unit, placement, today());
        availability.take(unit, placement, today().minusDays(1));
        availability.take(unit, placement, today().minusDays(1));
        assertThat(nights(unit)).containsExactly("STAY [" + today().minusDays(1) + ",)");

        availability.letGo(placement);
        assertThat(nights(unit)).hasSize(1);

        availability.change(placement, today().minusDays(1), today());
        assertThat(nights(unit)).containsExactly("STAY [" + today().minusDays(1) + "," + today() + ")");
        availability.hold(unit, placement(), today());
    }

    @Test
    void aStayWithoutANightIsNone() {
        long unit = flat();
        long placement = placement();
        availability.take(unit, placement, today());
        availability.change(placement, today(), today());
        assertThat(nights(unit)).isEmpty();
    }

    @Test
    void aCorrectedStayTakesNightsFromAVoidButNotFromAnotherHousehold() {
        long unit = flat();
        LocalDate day = today().minusDays(20);
        long first = placement();
        availability.take(unit, first, day);
        availability.change(first, day, day.plusDays(5));
        availability.markVoid(unit, day.plusDays(5), day.plusDays(9), "Turnaround");
        long second = placement();
        availability.take(unit, second, day.plusDays(12));

        availability.change(first, day, day.plusDays(7));
        assertThat(nights(unit)).containsExactly("STAY [" + day + "," + day.plusDays(7) + ")",
                "VOID [" + day.plusDays(7) + "," + day.plusDays(9) + ")", "STAY [" + day.plusDays(12) + ",)");
        availability.change(first, day, day.plusDays(12));
        assertThat(nights(unit)).hasSize(2);
        assertThatThrownBy(() -> availability.change(first, day, day.plusDays(13)))
                .isInstanceOf(Availability.NotFree.class).hasMessageContaining("another household has it from");
    }

    @Test
    void aVoidIsKnownUntilItsReadyDayAndGivesWayToWhatIsSaidLater() {
        long unit = flat();
        LocalDate day = today();
        availability.markVoid(unit, day, null, "Turnaround");
        assertThatThrownBy(() -> availability.hold(unit, placement(), day))
                .isInstanceOf(Availability.NotFree.class).hasMessageContaining("void").hasMessageContaining("Turnaround");

        availability.markVoid(unit, day.plusDays(2), day.plusDays(4), "Boiler");
        assertThat(nights(unit)).containsExactly("VOID [" + day + "," + day.plusDays(2) + ")",
                "VOID [" + day.plusDays(2) + "," + day.plusDays(4) + ")");

        availability.markVoid(unit, day.plusDays(1), day.plusDays(1), "Ready again");
        assertThat(nights(unit)).containsExactly("VOID [" + day + "," + day.plusDays(1) + ")",
                "VOID [" + day.plusDays(2) + "," + day.plusDays(4) + ")");
        availability.hold(unit, placement(), day.plusDays(4));
    }

    @Test
    void aUnitInWhichSomebodyLivesCannotBeVoid() {
        long unit = flat();
        availability.take(unit, placement(), today());
        assertThatThrownBy(() -> availability.markVoid(unit, today(), null, "Repairs"))
                .isInstanceOf(Availability.NotFree.class).hasMessageContaining("another household has it");
        assertThatThrownBy(() -> availability.markVoid(unit, today(), today().minusDays(1), "Repairs"))
                .isInstanceOf(Availability.NotFree.class);
    }

    @Test
    void whatTheCouncilDoesNotUseAnyMoreCannotBeHeld() {
        long unit = flat();
        register.withdraw(unit, 0, today().plusDays(3), "Handed back");
        availability.hold(unit, placement(), today());
        long other = flat();
        register.withdraw(other, 0, today(), "Handed back");
        assertThatThrownBy(() -> availability.hold(other, placement(), today()))
                .isInstanceOf(Availability.NotFree.class).hasMessageContaining("not used any more");
    }

    private interface Work {
        String of(long placement);
    }

    /** What each said: its result, or the words of the refusal. */
    private List<String> race(List<Long> placements, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(placements.size());
        ExecutorService desks = Executors.newFixedThreadPool(placements.size());
        try {
            List<Future<String>> running = new ArrayList<>();
            for (long placement : placements) {
                Callable<String> desk = () -> {
                    start.await();
                    try {
                        return work.of(placement);
                    } catch (Availability.NotFree taken) {
                        return taken.getMessage();
                    }
                };
                running.add(desks.submit(desk));
            }
            List<String> said = new ArrayList<>();
            for (Future<String> desk : running) {
                said.add(desk.get());
            }
            return said;
        } finally {
            desks.shutdown();
        }
    }

    private List<String> nights(long unit) {
        return jdbc.sql("""
                select kind || ' ' || nights from unit_stay where unit_id = :unit and released_at is null
                order by lower(nights)""").param("unit", unit).query(String.class).list();
    }
}
