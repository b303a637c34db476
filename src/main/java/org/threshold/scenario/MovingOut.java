package org.threshold.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.Stock;
import org.threshold.accommodation.Stock.Housed;
import org.threshold.demonstration.Desk;

/**
 * Households leave temporary accommodation when their stay is over: of each type as many as were placed there, first
 * those whose drawn length of stay ended first. So each evening there are as many of each type as are published.
 */
@Component
@Profile("demonstration")
class MovingOut {

    private static final Logger LOG = LoggerFactory.getLogger(MovingOut.class);
    private static final int TRIES = 50;

    private final Stock stock;
    private final PlacementStays stays;
    private final HomesInUse homes;
    private final DutyOver duty;
    private final Desk desk;

    MovingOut(Stock stock, PlacementStays stays, HomesInUse homes, DutyOver duty, Desk desk) {
        this.stock = stock;
        this.stays = stays;
        this.homes = homes;
        this.duty = duty;
        this.desk = desk;
    }

    /** A household and the day on which its stay is over. */
    private record Leaver(Housed housed, LocalDate over) {
    }

    /** @return what could not be done, and why; a household that could not leave is tried again on the next day */
    Map<String, String> leave(Tables tables, PlayedYear year, LocalDate day) {
        Map<Lodging, Integer> wanted = StockPlan.counts(tables, year.scale());
        Map<String, List<Housed>> there = desk.as(Supervisor.NAME, () -> stock.on(day)).stream()
                .collect(Collectors.groupingBy(Housed::type));
        List<Housed> leaving = new ArrayList<>();
        for (Lodging lodging : Lodging.values()) {
            List<Housed> all = there.getOrDefault(lodging.returnType(), List.of());
            all.stream().filter(each -> each.firstNight().isBefore(day))
                    .map(each -> new Leaver(each, over(tables, year, lodging, each)))
                    .sorted(Comparator.comparing(Leaver::over).thenComparing(each -> each.housed().unit()))
                    .limit(Math.max(0, all.size() - wanted.get(lodging))).forEach(each -> leaving.add(each.housed()));
        }
        Map<String, String> notDone = new TreeMap<>();
        leaving.forEach(each -> goes(each, day).ifPresent(why -> notDone.put("leaving of " + each.reference(), why)));
        return notDone;
    }

    private Optional<String> goes(Housed housed, LocalDate day) {
        try {
            desk.as(Supervisor.NAME, () -> left(housed, day));
            return duty.leftFor(housed.reference());
        } catch (RuntimeException failed) {
            LOG.warn("{} has not left", housed.reference(), failed);
            return Optional.of(String.valueOf(failed.getMessage()));
        }
    }

    /** The stay of one who lived there on the first day is longer than it was by then. */
    private static LocalDate over(Tables tables, PlayedYear year, Lodging lodging, Housed housed) {
        RandomGenerator random = Seeds.of(year.seed(), "stays in " + housed.unit(), housed.firstNight().toEpochDay());
        LocalDate over = year.firstDay().minusDays(1);
        for (int tries = 0; tries < TRIES && over.isBefore(year.firstDay()); tries++) {
            over = housed.firstNight().plusDays(Stays.nights(tables, lodging, random));
        }
        return over;
    }

    private Placement left(Housed housed, LocalDate day) {
        stays.left(housed.reference(), housed.placementId(), day, PlacementEnd.CEASED_TO_OCCUPY,
                "Found a place to live by themselves, and gave the keys back");
        Placement placement = stays.of(housed.reference(), housed.placementId());
        homes.leftEmpty(placement.unitId());
        return placement;
    }
}
