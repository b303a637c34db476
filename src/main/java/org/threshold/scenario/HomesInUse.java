package org.threshold.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Occupancy;
import org.threshold.accommodation.Provider;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitFilter;
import org.threshold.accommodation.UnitNeed;
import org.threshold.accommodation.UnitRegister;
import org.threshold.accommodation.UnitWeek;
import org.threshold.accommodation.Units;
import org.threshold.scenario.YearPlan.Move;
import org.threshold.scenario.store.PlayedYearStore;

/**
 * The units of a played year. One that is paid by the night is taken for a household and given back after it; another
 * that fell empty and is ready is lived in by the next whom it holds, unless too many are empty.
 */
@Component
@Profile("demonstration")
class HomesInUse {

    private static final int PENCE = 100;
    /** Of a kind in a district, ready or not: an officer who looks for a unit is shown fifty of all that are free. */
    private static final int MOST_EMPTY = 5;
    private static final String PHONE = "01632 960002";

    private final Occupancy occupancy;
    private final UnitRegister register;
    private final Units units;
    private final Providers providers;
    private final PlayedYearStore store;
    private final Clock clock;

    HomesInUse(Occupancy occupancy, UnitRegister register, Units units, Providers providers,
               PlayedYearStore store, Clock clock) {
        this.occupancy = occupancy;
        this.register = register;
        this.units = units;
        this.providers = providers;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Asked as somebody who keeps the register.
     *
     * @param need of the household: what has fewer bedrooms would stand behind all others that are free
     */
    long unitFor(Move move, UnitNeed need, String names, long seed) {
        String own = names + move.number();
        return free(own, move).filter(unit -> unit.name().equals(own)).findFirst()
                .or(() -> empty(move, need, names)).map(Unit::id)
                .orElseGet(() -> added(move, need, unused(own), Seeds.of(seed, "unit", move.number())));
    }

    /** Somebody else may have been given the one that was added for this household. */
    private String unused(String name) {
        return units.named(List.of(name)).isEmpty() ? name : unused(name + "a");
    }

    private Optional<Unit> empty(Move move, UnitNeed need, String names) {
        if (move.lodging().byTheNight()) {
            return Optional.empty();
        }
        return free(names, move)
                .filter(unit -> unit.holds() >= need.people() && unit.bedrooms() >= need.bedrooms()
                        && (unit.stepFree() || !need.stepFree()))
                .min(Comparator.comparing(Unit::holds).thenComparing(Unit::name));
    }

    private Stream<Unit> free(String names, Move move) {
        UnitFilter filter = new UnitFilter(names, Host.districtOf(move.host()), move.lodging().kind(), null, true, false,
                null, false);
        return occupancy.week(filter, LocalDate.now(clock), 0).stream().map(UnitWeek::unit);
    }

    private long added(Move move, UnitNeed need, String name, RandomGenerator random) {
        Lodging lodging = move.lodging();
        Facilities.Share own = lodging.selfContained() ? Facilities.Share.OWN : Facilities.Share.SHARED;
        UnitDetails details = new UnitDetails(name, name + ", 1 Made-up Way, " + Host.townOf(move.host()),
                Host.postcodeOf(move.host()), Host.districtOf(move.host()), provider(lodging.provider()),
                lodging.kind(), lodging.bedrooms(need), need.people() + 1, need.stepFree(), null, null);
        return register.add(details, new Facilities(Facilities.RunBy.valueOf(lodging.runBy()), false,
                        lodging.selfContained(), own, own, own),
                new Rate(Rate.Per.valueOf(lodging.per()), lodging.rate(random) * PENCE, 0));
    }

    private long provider(String name) {
        return providers.all().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst()
                .map(Provider::id).orElseGet(() -> providers.add(name, PHONE, null));
    }

    /**
     * Asked as somebody who keeps the register, when a household has left it.
     *
     * @param names how the names of units in this year begin
     */
    void leftEmpty(long unitId, String names) {
        Unit unit = units.get(unitId);
        LocalDate today = LocalDate.now(clock);
        if (unit.kind() == Unit.Kind.NIGHTLY_PAID) {
            register.withdraw(unitId, unit.version(), today, "Paid by the night, and given back");
        } else if (store.empty(names, unit.district(), unit.kind(), today) > MOST_EMPTY) {
            register.withdraw(unitId, unit.version(), today, "Given back: enough others are empty");
        }
    }
}
