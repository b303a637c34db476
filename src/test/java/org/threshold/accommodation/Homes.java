package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.casefile.CaseReference;

/** Puts households of tests into units of their own, as if the keys had been given; what follows keys follows. */
@Component
public class Homes {

    public static final Facilities FLAT = new Facilities(Facilities.RunBy.PRIVATE, false, true, Facilities.Share.OWN,
            Facilities.Share.OWN, Facilities.Share.OWN);
    public static final Facilities HOTEL = new Facilities(Facilities.RunBy.PRIVATE, false, false,
            Facilities.Share.NONE, Facilities.Share.OWN, Facilities.Share.OWN);

    private final Placements placements;
    private final Availability availability;
    private final UnitRegister register;
    private final Providers providers;
    private final CurrentOfficer officer;

    Homes(Placements placements, Availability availability, UnitRegister register, Providers providers,
          CurrentOfficer officer) {
        this.placements = placements;
        this.availability = availability;
        this.register = register;
        this.providers = providers;
        this.officer = officer;
    }

    public long unit(Facilities has) {
        return officer.asService(() -> register.add(new UnitDetails(unique("Example Court"), "1 Example Street",
                "AA1 1AA", "E07999001", providers.add(unique("Example Lettings"), null, null), Unit.Kind.NIGHTLY_PAID, 1, 6,
                false, null, null), has, new Rate(Rate.Per.NIGHT, 4500, 500)));
    }

    public Placement moveIn(CaseReference reference, Facilities has, LocalDate firstNight) {
        return moveIn(reference, unit(has), firstNight, null);
    }

    /** @param movedFrom the placement that they leave, or null */
    public Placement moveIn(CaseReference reference, long unit, LocalDate firstNight, Long movedFrom) {
        return officer.asService(() -> {
            long id = placements.request(reference, AccommodationFunction.INTERIM, movedFrom).id();
            availability.hold(unit, id, firstNight);
            placements.choose(id, unit);
            return placements.moveIn(id, firstNight, null);
        });
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }
}
