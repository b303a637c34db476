package org.threshold.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
import org.threshold.accommodation.UnitRegister;
import org.threshold.accommodation.UnitWeek;
import org.threshold.accommodation.Units;
import org.threshold.scenario.YearPlan.Move;

/**
 * The units of a played year. One that is paid by the night is taken for a household and given back after it; another
 * that fell empty and is ready is lived in by the next whom it holds.
 */
@Component
@Profile("demonstration")
class HomesInUse {

    private static final int PENCE = 100;
    private static final String PHONE = "01632 960002";

    private final Occupancy occupancy;
    private final UnitRegister register;
    private final Units units;
    private final Providers providers;
    private final Clock clock;

    HomesInUse(Occupancy occupancy, UnitRegister register, Units units, Providers providers, Clock clock) {
        this.occupancy = occupancy;
        this.register = register;
        this.units = units;
        this.providers = providers;
        this.clock = clock;
    }

    /** Asked as somebody who keeps the register. */
    long unitFor(Move move, int people, String names, long seed) {
        String name = names + move.number();
        return units.named(List.of(name)).values().stream().findFirst().or(() -> empty(move, people, names)
                .map(Unit::id)).orElseGet(() -> added(move, people, name, Seeds.of(seed, "unit", move.number())));
    }

    private Optional<Unit> empty(Move move, int people, String names) {
        if (move.lodging().byTheNight()) {
            return Optional.empty();
        }
        UnitFilter filter = new UnitFilter(names, Host.districtOf(move.host()), move.lodging().kind(), null, true,
                false, false, false);
        return occupancy.week(filter, LocalDate.now(clock), 0).stream().map(UnitWeek::unit)
                .filter(unit -> unit.holds() >= people)
                .min(Comparator.comparing(Unit::holds).thenComparing(Unit::name));
    }

    private long added(Move move, int people, String name, RandomGenerator random) {
        Lodging lodging = move.lodging();
        Facilities.Share own = lodging.selfContained() ? Facilities.Share.OWN : Facilities.Share.SHARED;
        UnitDetails details = new UnitDetails(name, name + ", 1 Made-up Way, " + Host.townOf(move.host()),
                Host.postcodeOf(move.host()), Host.districtOf(move.host()), provider(lodging.provider()),
                lodging.kind(), lodging.bedrooms(people), people + 1, false, null, null);
        return register.add(details, new Facilities(Facilities.RunBy.valueOf(lodging.runBy()), false,
                        lodging.selfContained(), own, own, own),
                new Rate(Rate.Per.valueOf(lodging.per()), lodging.rate(random) * PENCE, 0));
    }

    private long provider(String name) {
        return providers.all().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst()
                .map(Provider::id).orElseGet(() -> providers.add(name, PHONE, null));
    }

    /** Asked as somebody who keeps the register, when a household has left it. */
    void leftEmpty(long unitId) {
        Unit unit = units.get(unitId);
        if (unit.kind() == Unit.Kind.NIGHTLY_PAID) {
            register.withdraw(unitId, unit.version(), LocalDate.now(clock), "Paid by the night, and given back");
        }
    }
}
