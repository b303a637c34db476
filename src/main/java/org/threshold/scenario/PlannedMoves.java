package org.threshold.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.threshold.casefile.Relationship;
import org.threshold.scenario.YearPlan.Move;

/**
 * How many are placed in each type in the played time, and who. As the number of households stays what it is, as many
 * come in as leave: the stock divided by the mean length of stay. Of these, as many are placed outside the district as
 * are published for a year.
 */
final class PlannedMoves {

    private static final double DAYS_OF_YEAR = 365;
    private static final int ADULT = 18;

    private final Tables tables;
    private final PlayedYear year;
    private final Fate fate;
    private final double part;

    PlannedMoves(Tables tables, PlayedYear year) {
        this.tables = tables;
        this.year = year;
        this.fate = new Fate(tables, year.seed());
        this.part = part(year);
    }

    /** How much of what the whole council does in a year is done in the played time. */
    static double part(PlayedYear year) {
        return (ChronoUnit.DAYS.between(year.firstDay(), year.lastDay()) + 1) / DAYS_OF_YEAR / year.scale();
    }

    /** Outside the district by type; one at least, however short the time and small the council. */
    Map<Lodging, Integer> outside() {
        Map<Lodging, Double> exact = Remainders.times(tables.draw("placed-outside"), part);
        Map<Lodging, Integer> counts = Remainders.shared(exact);
        if (counts.values().stream().allMatch(count -> count == 0)) {
            counts.put(Collections.max(exact.entrySet(), Map.Entry.comparingByValue()).getKey(), 1);
        }
        return counts;
    }

    /** All of them by type, those outside among them. */
    Map<Lodging, Integer> all() {
        Map<Lodging, Double> exact = new EnumMap<>(Lodging.class);
        Remainders.times(tables.draw("stock"), part).forEach((lodging, stock) ->
                exact.put(lodging, stock * DAYS_OF_YEAR / Stays.mean(tables, lodging)));
        Map<Lodging, Integer> counts = Remainders.shared(exact);
        outside().forEach((lodging, count) -> counts.merge(lodging, count, Math::max));
        return counts;
    }

    private record Place(Lodging lodging, boolean outside) {
    }

    /** Those that go to families first: outside the district 86 of 93 did, in bed and breakfast most. */
    private List<Place> places() {
        Map<Lodging, Integer> outside = outside();
        Map<Lodging, Integer> inside = new EnumMap<>(all());
        outside.forEach((lodging, count) -> inside.merge(lodging, -count, Integer::sum));
        List<Place> places = new ArrayList<>();
        outside.forEach((lodging, count) -> add(places, count, new Place(lodging, true)));
        int rooms = inside.get(Lodging.BED_AND_BREAKFAST);
        int forFamilies = (int) Math.round(StockPlan.FAMILIES_IN_BED_AND_BREAKFAST * rooms);
        add(places, forFamilies, new Place(Lodging.BED_AND_BREAKFAST, false));
        Stream.of(Lodging.LEASED, Lodging.COUNCIL, Lodging.NIGHTLY, Lodging.OTHER)
                .forEach(lodging -> add(places, inside.get(lodging), new Place(lodging, false)));
        add(places, rooms - forFamilies, new Place(Lodging.BED_AND_BREAKFAST, false));
        add(places, inside.get(Lodging.HOSTEL), new Place(Lodging.HOSTEL, false));
        return places;
    }

    private static void add(List<Place> places, int count, Place place) {
        places.addAll(Collections.nCopies(count, place));
    }

    /** One who comes, and whether they are expected to be assessed as homeless. */
    private record Coming(long number, boolean expected, MadeUpHousehold household) {

        boolean alone() {
            return !household.withChildren();
        }

        /** Nobody of 16 or 17 is placed by this plan: other rules hold for them. */
        boolean adult(LocalDate day) {
            return Stream.concat(Stream.of(household.applicant()), household.others().stream())
                    .filter(person -> person.relationship() != Relationship.CHILD && person.dateOfBirth() != null)
                    .noneMatch(person -> person.dateOfBirth().plusYears(ADULT).isAfter(day));
        }
    }

    /**
     * Families who come as homeless first, since they have a priority need; then as many others as there are places.
     *
     * @param numbers of all who come
     */
    List<Move> among(List<Long> numbers) {
        List<Coming> coming = new ArrayList<>(numbers.stream().map(this::coming)
                .filter(each -> each.adult(Arrivals.dayOf(each.number()))).toList());
        Collections.shuffle(coming, new Random(year.seed()));
        List<Place> places = places();
        List<Coming> chosen = coming.stream().sorted(Comparator.comparing((Coming each) -> !each.expected())
                        .thenComparing(Coming::alone)).limit(places.size())
                .sorted(Comparator.comparing(Coming::alone)).toList();
        List<Move> moves = new ArrayList<>();
        for (Coming each : chosen) {
            Place place = places.get(moves.size());
            moves.add(new Move(each.number(), place.lodging(), place.outside() ? Host.valueOf(tables.draw("host")
                    .next(Seeds.of(year.seed(), "host", each.number()))) : null));
        }
        return moves;
    }

    private Coming coming(long number) {
        boolean expected = fate.homeless(number) && fate.funnel(number).equals("ASSESSED");
        return new Coming(number, expected, fate.household(number, true, Arrivals.dayOf(number)));
    }
}
