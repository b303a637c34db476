package org.threshold.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.Stock;
import org.threshold.accommodation.Stock.Housed;
import org.threshold.casefile.CaseReference;
import org.threshold.demonstration.Desk;
import org.threshold.scenario.store.PlayedYearStore;

/**
 * Households leave temporary accommodation when their stay is over: of each type as many as were placed there, first
 * those whose drawn length of stay ended first. So each evening there are no more of each type than are published. What
 * is owed to them ends as soon as it can, which may be after a decision that comes when they have left.
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
    private final Paying paying;
    private final PlayedYearStore store;
    private final Desk desk;
    private final TransactionTemplate transactions;

    MovingOut(Stock stock, PlacementStays stays, HomesInUse homes, DutyOver duty, Paying paying,
              PlayedYearStore store, Desk desk, TransactionTemplate transactions) {
        this.stock = stock;
        this.stays = stays;
        this.homes = homes;
        this.duty = duty;
        this.paying = paying;
        this.store = store;
        this.desk = desk;
        this.transactions = transactions;
    }

    /** A household and the day on which its stay is over. */
    private record Leaver(Housed housed, LocalDate over) {
    }

    /**
     * @param names how the names of units in this year begin
     * @return what could not be done, and why; it is tried again on the next day
     */
    Map<String, String> leave(Tables tables, PlayedYear year, LocalDate day, String names) {
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
        leaving.forEach(each -> tried("leaving of " + each.reference(), notDone, () -> left(tables, year, day, each, names)));
        store.stillOwed().forEach(each -> tried("duty of " + each, notDone, () -> dutyOver(each)));
        return notDone;
    }

    private static void tried(String what, Map<String, String> notDone, Runnable happening) {
        try {
            happening.run();
        } catch (RuntimeException failed) {
            LOG.warn("Not done: {}", what, failed);
            notDone.put(what, String.valueOf(failed.getMessage()));
        }
    }

    private void dutyOver(CaseReference reference) {
        if (duty.over(reference)) {
            store.dutyOver(reference);
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

    private void left(Tables tables, PlayedYear year, LocalDate day, Housed housed, String names) {
        desk.as(Supervisor.NAME, () -> transactions.execute(status -> {
            stays.left(housed.reference(), housed.placementId(), day, PlacementEnd.CEASED_TO_OCCUPY,
                    "Found a place to live by themselves, and gave the keys back");
            homes.leftEmpty(stays.of(housed.reference(), housed.placementId()).unitId(), names);
            paying.last(tables, year, day, housed);
            store.left(housed.placementId(), housed.reference());
            return null;
        }));
    }
}
