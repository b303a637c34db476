package org.threshold.scenario;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who comes on which day of a played year, and where some of them are placed on that day; follows from the seed. */
final class YearPlan {

    /** Beyond it hardly a household would be left of a type: nobody is brought over and nobody placed. */
    static final int LARGEST_SCALE_WITH_STOCK = 50;

    /**
     * A household that is given accommodation on the day on which it comes.
     *
     * @param host null within the district
     */
    record Move(long number, Lodging lodging, Host host) {
    }

    private final Map<LocalDate, List<Long>> arrivals;
    private final Map<Long, Move> moves;

    private YearPlan(Map<LocalDate, List<Long>> arrivals, Map<Long, Move> moves) {
        this.arrivals = arrivals;
        this.moves = moves;
    }

    static YearPlan of(Tables tables, PlayedYear year) {
        Map<LocalDate, List<Long>> arrivals = Arrivals.of(year);
        List<Move> moves = year.scale() > LARGEST_SCALE_WITH_STOCK ? List.of()
                : new PlannedMoves(tables, year).among(arrivals.values().stream().flatMap(List::stream).toList());
        return new YearPlan(arrivals, new HashMap<>(moves.stream()
                .collect(Collectors.toMap(Move::number, Function.identity()))));
    }

    List<Long> comingOn(LocalDate day) {
        return arrivals.getOrDefault(day, List.of());
    }

    Optional<Move> moveOf(long number) {
        return Optional.ofNullable(moves.get(number));
    }

    List<Move> moves() {
        return moves.values().stream().sorted(Comparator.comparing(Move::number)).toList();
    }

    int approaches() {
        return arrivals.values().stream().mapToInt(List::size).sum();
    }

    int placedOutside() {
        return (int) moves.values().stream().filter(move -> move.host() != null).count();
    }
}
