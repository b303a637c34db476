package org.threshold.accommodation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;

/** Homes in districts of a test's own, and households that are on the way there or live there. */
@Component
public class OutsideHomes {

    private final UnitRegister register;
    private final Providers providers;
    private final Availability availability;
    private final Placements placements;
    private final Matches matches;
    private final Searches searches;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutsideHomes(UnitRegister register, Providers providers, Availability availability, Placements placements,
                 Matches matches, Searches searches, JdbcClient jdbc, Clock clock) {
        this.register = register;
        this.providers = providers;
        this.availability = availability;
        this.placements = placements;
        this.matches = matches;
        this.searches = searches;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A district that no other test and no made-up council (E07999001 and on) knows, by its code; its notices go to the
     * address, which may be null.
     */
    public String district(String email) {
        String code = "E0799" + ThreadLocalRandom.current().nextInt(5000, 9000);
        jdbc.sql("insert into district (code, name, notice_email) values (:code, :name, :email)"
                        + " on conflict (code) do update set notice_email = :email")
                .param("code", code).param("name", "Farborough " + UUID.randomUUID()).param("email", email).update();
        return code;
    }

    public long home(String district) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return register.add(new UnitDetails("Far House " + unique, "7 Distant Lane " + unique, "AA9 9AA", district,
                providers.add("Far Lettings " + unique, null, null), Unit.Kind.NIGHTLY_PAID, 2, 6, false, null, null),
                new Facilities(Facilities.RunBy.PRIVATE, false, true, Facilities.Share.OWN, Facilities.Share.OWN,
                        Facilities.Share.OWN), new Rate(Rate.Per.NIGHT, 4500, 500));
    }

    /** The home is held and chosen for the household, with the search kept. */
    public Placement chosen(CaseReference reference, long home) {
        Placement asked = placements.request(reference, AccommodationFunction.INTERIM, null);
        return chosen(reference, asked.id(), home);
    }

    public Placement chosen(CaseReference reference, long placement, long home) {
        searches.keep(reference, placement, matches.needOf(reference), home, Map.of(), "Not used by this test");
        availability.hold(home, placement, LocalDate.now(clock));
        return placements.choose(placement, home);
    }

    /** They have the keys from the day on. */
    public Placement livedIn(CaseReference reference, long home, LocalDate from) {
        Placement chosen = chosen(reference, home);
        return placements.moveIn(chosen.id(), from, null);
    }
}
