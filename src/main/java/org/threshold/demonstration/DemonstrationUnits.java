package org.threshold.demonstration;

import static org.threshold.accommodation.Facilities.Share.NONE;
import static org.threshold.accommodation.Facilities.Share.OWN;
import static org.threshold.accommodation.Facilities.Share.SHARED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.CheckKind;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Facilities.RunBy;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Schools;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Unit.Kind;
import org.threshold.accommodation.UnitChecks;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.demonstration.store.DemonstrationDistrictStore;

/**
 * Made-up districts with codes that are given to no real one, the council's own among them, and units and schools in
 * them; added at the first start, before the service looks for its own district.
 */
@Component
@Profile("demonstration")
class DemonstrationUnits implements SmartInitializingSingleton {

    private static final String EXAMPLETON = "E07999001";
    private static final String SAMPLEFORD = "E07999002";
    private static final String DUMMYSHIRE = "E07999003";
    private static final String MOCKHAM = "E07999004";
    private static final String BLANKSTEAD = "E07999005";

    private static final Facilities FLAT = new Facilities(RunBy.PRIVATE, false, true, OWN, OWN, OWN);
    private static final Facilities COUNCIL_FLAT = new Facilities(RunBy.COUNCIL, false, true, OWN, OWN, OWN);
    private static final Facilities HOTEL = new Facilities(RunBy.PRIVATE, false, false, NONE, OWN, OWN);
    private static final Facilities GUEST_HOUSE = new Facilities(RunBy.PRIVATE, false, false, SHARED, SHARED, SHARED);
    private static final Facilities HOSTEL = new Facilities(RunBy.VOLUNTARY_ORGANISATION, false, false, SHARED, SHARED,
            SHARED);

    /** What there is to know of one; the rate in pence. */
    private record Made(String name, String street, String district, String provider, Kind kind, Facilities has,
                        int bedrooms, int holds, boolean stepFree, String adaptations, Rate rate, double latitude,
                        double longitude) {
    }

    private static final List<Made> UNITS = List.of(
            hotel("Example Lodge, room 1", "12 Example Road", EXAMPLETON, "Example Lodge Hotel", 2, 51.903, -0.431),
            hotel("Example Lodge, room 2", "12 Example Road", EXAMPLETON, "Example Lodge Hotel", 2, 51.903, -0.431),
            hotel("Example Lodge, room 3", "12 Example Road", EXAMPLETON, "Example Lodge Hotel", 4, 51.903, -0.431),
            hotel("Example Lodge, room 4", "12 Example Road", EXAMPLETON, "Example Lodge Hotel", 4, 51.903, -0.431),
            guestHouse("Mockingbird Guest House, room A", "3 Mock Lane", 2, 51.889, -0.402),
            guestHouse("Mockingbird Guest House, room B", "3 Mock Lane", 3, 51.889, -0.402),
            nightly("Placeholder Court 1", "Placeholder Court, Test Street", EXAMPLETON, 1, 2, false, 51.910, -0.415),
            nightly("Placeholder Court 2", "Placeholder Court, Test Street", EXAMPLETON, 1, 3, false, 51.910, -0.415),
            nightly("Placeholder Court 3", "Placeholder Court, Test Street", EXAMPLETON, 2, 4, false, 51.910, -0.415),
            nightly("Placeholder Court 4", "Placeholder Court, Test Street", EXAMPLETON, 2, 4, true, 51.910, -0.415),
            nightly("Placeholder Court 5", "Placeholder Court, Test Street", EXAMPLETON, 3, 6, false, 51.910, -0.415),
            leased("7 Fiction Close", "7 Fiction Close", EXAMPLETON, 2, 4, 51.895, -0.440),
            leased("9 Fiction Close", "9 Fiction Close", EXAMPLETON, 3, 5, 51.895, -0.440),
            leased("21 Invented Avenue", "21 Invented Avenue", EXAMPLETON, 4, 7, 51.918, -0.455),
            council("Pretend House, flat 2", "Pretend House, Sketch Road", 1, 2, true, "Level-access shower, grab rails"),
            council("Pretend House, flat 6", "Pretend House, Sketch Road", 2, 4, true, "Wet room, wide doors for a wheelchair"),
            council("Pretend House, flat 9", "Pretend House, Sketch Road", 3, 5, false, null),
            new Made("Draft Hostel, room 5", "1 Draft Hill", EXAMPLETON, "Demonstration Charity", Kind.HOSTEL_REFUGE,
                    HOSTEL, 0, 1, false, null, week(21_500, 2_500), 51.899, -0.424),
            new Made("Draft Hostel, room 6", "1 Draft Hill", EXAMPLETON, "Demonstration Charity", Kind.HOSTEL_REFUGE,
                    HOSTEL, 0, 1, false, null, week(21_500, 2_500), 51.899, -0.424),
            nightly("Sample Row 1", "1 Sample Row", SAMPLEFORD, 1, 2, false, 52.035, -0.310),
            nightly("Sample Row 2", "2 Sample Row", SAMPLEFORD, 2, 4, false, 52.035, -0.310),
            nightly("Sample Row 3", "3 Sample Row", SAMPLEFORD, 3, 6, true, 52.035, -0.310),
            leased("14 Specimen Street", "14 Specimen Street", SAMPLEFORD, 2, 4, 52.050, -0.280),
            hotel("Sampleford Inn, room 8", "2 Sample Square", SAMPLEFORD, "Sampleford Inn", 3, 52.041, -0.301),
            nightly("Dummy Towers 12", "Dummy Towers, Blank Street", DUMMYSHIRE, 2, 4, false, 52.398, -0.715),
            nightly("Dummy Towers 30", "Dummy Towers, Blank Street", DUMMYSHIRE, 4, 8, true, 52.398, -0.715));

    private final DemonstrationDistrictStore districts;
    private final Providers providers;
    private final UnitRegister register;
    private final UnitChecks checks;
    private final Schools schools;
    private final CurrentOfficer current;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemonstrationUnits(DemonstrationDistrictStore districts, Providers providers, UnitRegister register,
                       UnitChecks checks, Schools schools, CurrentOfficer current, TransactionTemplate transactions,
                       Clock clock) {
        this.districts = districts;
        this.providers = providers;
        this.register = register;
        this.checks = checks;
        this.schools = schools;
        this.current = current;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        current.asService(() -> {
            transactions.executeWithoutResult(status -> add());
            return null;
        });
    }

    private void add() {
        boolean first = districts.add(EXAMPLETON, "Exampleton", "section208@exampleton.example",
                "Housing, Exampleton Council\n1 Example Square\nExampleton\nAA1 1AA", 51.90, -0.42);
        districts.add(SAMPLEFORD, "Sampleford", "section208@sampleford.example",
                "Homelessness Team, Sampleford Council\nSample House\nSampleford\nAA2 2AA", 52.04, -0.30);
        districts.add(DUMMYSHIRE, "Dummyshire", null,
                "Housing Advice, Dummyshire Council\nThe Dummy Hall\nDummyton\nAA3 3AA", 52.40, -0.72);
        districts.add(MOCKHAM, "Mockham", "section208@mockham.example",
                "Housing Options, Mockham Council\nMock Hall\nMockham\nAA4 4AA", 51.28, -0.52);
        districts.add(BLANKSTEAD, "Blankstead", "section208@blankstead.example",
                "Housing Needs, Blankstead Council\n2 Blank Place\nBlankstead\nAA5 5AA", 52.48, -1.89);
        if (first) {
            schools.add("Exampleton Primary School", "AA1 3AA", new Unit.Place(51.912, -0.418));
            schools.add("Exampleton Academy", "AA1 4AA", new Unit.Place(51.893, -0.437));
            schools.add("Sampleford High School", "AA2 5AA", new Unit.Place(52.038, -0.305));
            Map<String, Long> known = new HashMap<>();
            UNITS.forEach(made -> add(made, known.computeIfAbsent(made.provider(),
                    name -> providers.add(name, "01632 960001", null))));
        }
    }

    private void add(Made made, long provider) {
        long id = register.add(new UnitDetails(made.name(), made.street(),
                made.district().equals(EXAMPLETON) ? "AA1 1AA" : made.district().equals(SAMPLEFORD) ? "AA2 2AA"
                        : "AA3 3AA", made.district(), provider, made.kind(), made.bedrooms(), made.holds(),
                made.stepFree(), made.adaptations(), new Unit.Place(made.latitude(), made.longitude())), made.has(),
                made.rate());
        LocalDate today = LocalDate.now(clock);
        checks.seen(id, CheckKind.GAS, today.plusMonths(made.name().equals("9 Fiction Close") ? 1 : 8), null);
        checks.seen(id, CheckKind.ELECTRICITY, today.plusYears(3), null);
        checks.seen(id, CheckKind.EPC, today.plusYears(6), null);
        if (made.has().selfContained()) {
            checks.notNeeded(id, CheckKind.LICENCE, "Not a house in multiple occupation");
        } else {
            checks.seen(id, CheckKind.LICENCE, today.plusYears(2), null);
        }
    }

    private static Made hotel(String name, String street, String district, String provider, int holds,
                              double latitude, double longitude) {
        return new Made(name, street, district, provider, Kind.NIGHTLY_PAID, HOTEL, 0, holds, false, null,
                new Rate(Rate.Per.NIGHT, 5_500, 1_000), latitude, longitude);
    }

    private static Made guestHouse(String name, String street, int holds, double latitude, double longitude) {
        return new Made(name, street, EXAMPLETON, "Mockingbird Guest House", Kind.NIGHTLY_PAID, GUEST_HOUSE, 0, holds,
                false, null, new Rate(Rate.Per.NIGHT, 4_800, 700), latitude, longitude);
    }

    private static Made nightly(String name, String street, String district, int bedrooms, int holds, boolean stepFree,
                                double latitude, double longitude) {
        return new Made(name, street, district, "Demonstration Lettings", Kind.NIGHTLY_PAID, FLAT, bedrooms, holds,
                stepFree, null, new Rate(Rate.Per.NIGHT, 4_500 + 500 * bedrooms, 0), latitude, longitude);
    }

    private static Made leased(String name, String street, String district, int bedrooms, int holds, double latitude,
                               double longitude) {
        return new Made(name, street, district, "Made-up Homes", Kind.PRIVATE_LEASED, FLAT, bedrooms, holds, false,
                null, week(20_000 + 4_000 * bedrooms, 0), latitude, longitude);
    }

    private static Made council(String name, String street, int bedrooms, int holds, boolean stepFree,
                                String adaptations) {
        return new Made(name, street, EXAMPLETON, "Exampleton Council", Kind.COUNCIL_OR_HOUSING_ASSOCIATION,
                COUNCIL_FLAT, bedrooms, holds, stepFree, adaptations, week(14_000 + 1_500 * bedrooms, 1_200), 51.906,
                -0.408);
    }

    private static Rate week(int eligible, int ineligible) {
        return new Rate(Rate.Per.WEEK, eligible, ineligible);
    }
}
