package org.threshold.caseload;

import java.util.Optional;
import java.util.function.Predicate;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Facilities.RunBy;
import org.threshold.accommodation.Facilities.Share;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.casefile.Postcode;

/** Makes a unit of one row of units.csv, or says why it cannot be one. */
final class UnitReader {

    private static final int LONGEST_PROVIDER = 200;

    private final RowReader row;
    private final Reading reading;
    private final Predicate<String> district;

    UnitReader(Row row, Reading reading, Predicate<String> district) {
        this.row = reading.of(row);
        this.reading = reading;
        this.district = district;
    }

    /** Empty when something is refused; the reading then says what. */
    Optional<FormerUnit> read() {
        String name = row.text("unit", UnitDetails.LONGEST_NAME);
        String address = row.text("address", UnitDetails.LONGEST_ADDRESS);
        Postcode postcode = row.parsed("postcode", Postcode::parse);
        String code = row.text("district", 9);
        if (code != null && !district.test(code)) {
            row.refuse("district", Headings.quoted(code) + " is not the ONS code of a housing authority in England.",
                    "Look it up under ‘Districts’.");
        }
        String provider = row.text("provider", LONGEST_PROVIDER);
        Unit.Kind kind = row.code("kind", Unit.Kind.class);
        Integer bedrooms = row.parsed("bedrooms", UnitReader::number);
        Integer holds = row.parsed("holds", UnitReader::number);
        Boolean stepFree = row.yesNo("step_free");
        String adaptations = row.text("adaptations", UnitDetails.LONGEST_ADAPTATIONS);
        Facilities facilities = facilities();
        Rate rate = rate();
        Unit.Place place = place();
        if (reading.anyRefused() || name == null || address == null || postcode == null || code == null
                || provider == null || kind == null || bedrooms == null || holds == null) {
            return Optional.empty();
        }
        UnitDetails details = row.made(() -> new UnitDetails(name, address, postcode.value(), code, 0, kind, bedrooms, holds,
                Boolean.TRUE.equals(stepFree), adaptations, place));
        return details == null || reading.anyRefused() ? Optional.empty()
                : Optional.of(new FormerUnit(details, provider, facilities, rate));
    }

    private Facilities facilities() {
        RunBy runBy = row.code("run_by", RunBy.class);
        Boolean dwelling = row.yesNo("private_dwelling");
        Boolean own = row.yesNo("self_contained");
        Share cooking = row.code("cooking", Share.class);
        Share toilet = shared("toilet");
        Share washing = shared("washing");
        if (runBy == null || dwelling == null || own == null || cooking == null || toilet == null || washing == null) {
            return null;
        }
        if (own && (cooking != Share.OWN || toilet != Share.OWN || washing != Share.OWN)) {
            row.refuse("self_contained", "A self-contained unit has its own toilet, washing and cooking.",
                    "Change one or the other.");
        }
        return new Facilities(runBy, dwelling, own, cooking, toilet, washing);
    }

    private Share shared(String heading) {
        Share share = row.code(heading, Share.class);
        if (share == Share.NONE) {
            row.refuse(heading, "A unit has a toilet and somewhere to wash, of its own or shared.", "Use OWN or SHARED.");
        }
        return share;
    }

    private Rate rate() {
        Rate.Per per = row.code("charged_by", Rate.Per.class);
        Integer eligible = row.parsed("eligible", UnitReader::charge);
        Integer ineligible = row.parsed("ineligible", UnitReader::charge);
        return per == null || eligible == null || ineligible == null ? null : new Rate(per, eligible, ineligible);
    }

    private Unit.Place place() {
        Double latitude = row.parsed("latitude", typed -> degrees(typed, 49.8, 55.9));
        Double longitude = row.parsed("longitude", typed -> degrees(typed, -6.5, 1.8));
        if ((latitude == null) != (longitude == null) && row.has("latitude") != row.has("longitude")) {
            row.refuse(latitude == null ? "latitude" : "longitude", "A place needs both its latitude and its longitude.",
                    "Enter both, or neither.");
        }
        return latitude == null || longitude == null ? null : new Unit.Place(latitude, longitude);
    }

    private static int number(String typed) {
        if (!typed.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("Write a whole number");
        }
        return Integer.parseInt(typed);
    }

    private static int charge(String typed) {
        if (!typed.matches(Pounds.PATTERN)) {
            throw new IllegalArgumentException("Write pounds and pence without a sign of currency, like 45.50");
        }
        return Math.toIntExact(Pounds.pence(typed));
    }

    private static double degrees(String typed, double least, double most) {
        if (!typed.matches("-?[0-9]{1,2}(\\.[0-9]{1,12})?") || Double.parseDouble(typed) < least
                || Double.parseDouble(typed) > most) {
            throw new IllegalArgumentException("Write degrees within England, like 51.8787");
        }
        return Double.parseDouble(typed);
    }
}
