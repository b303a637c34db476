package org.threshold.accommodation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.Acting;
import org.threshold.IntegrationTest;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;

/** Units and cases of a test's own, made by a senior officer, who may do both. */
abstract class UnitsBase extends IntegrationTest {

    static final String OWN = "E07999001";
    static final String NEIGHBOUR = "E07999002";
    static final Facilities SELF_CONTAINED = new Facilities(Facilities.RunBy.PRIVATE, false, true,
            Facilities.Share.OWN, Facilities.Share.OWN, Facilities.Share.OWN);
    static final Facilities HOTEL_ROOM = new Facilities(Facilities.RunBy.PRIVATE, false, false,
            Facilities.Share.NONE, Facilities.Share.OWN, Facilities.Share.OWN);
    static final Rate RATE = new Rate(Rate.Per.NIGHT, 4500, 500);

    @Autowired
    UnitRegister register;
    @Autowired
    Units units;
    @Autowired
    Providers providers;
    @Autowired
    Availability availability;
    @Autowired
    CaseRegister cases;
    @Autowired
    Placements placements;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @BeforeEach
    void signIn() {
        Acting.as("senior");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    long provider() {
        return providers.add(unique("Example Lettings"), null, null);
    }

    /** A flat of its own in the council's own district. */
    long flat() {
        return unit(OWN, SELF_CONTAINED, 2, 4, null);
    }

    long unit(String district, Facilities has, int bedrooms, int holds, Unit.Place place) {
        return register.add(new UnitDetails(unique("Example Court"), "1 Example Street", "AA1 1AA", district,
                provider(), Unit.Kind.NIGHTLY_PAID, bedrooms, holds, false, null, place), has, RATE);
    }

    CaseReference household() {
        return cases.open(NewCase.atTheDesk("north", Person.applicant("Jordan", unique("Example"),
                LocalDate.of(1990, 3, 12)), "Asked to leave"));
    }

    long placement() {
        return placement(household());
    }

    long placement(CaseReference reference) {
        return placements.request(reference, AccommodationFunction.INTERIM, null).id();
    }
}
