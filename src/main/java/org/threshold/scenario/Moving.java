package org.threshold.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.scenario.YearPlan.Move;

/** Who moves into temporary accommodation and out of it on a day of a played year, and who pays for it. */
@Component
@Profile("demonstration")
class Moving {

    private static final Logger LOG = LoggerFactory.getLogger(Moving.class);

    private final MovingIn movingIn;
    private final MovingOut movingOut;
    private final Paying paying;
    private final Supervisor supervisor;

    Moving(MovingIn movingIn, MovingOut movingOut, Paying paying, Supervisor supervisor) {
        this.paying = paying;
        this.supervisor = supervisor;
        this.movingIn = movingIn;
        this.movingOut = movingOut;
    }

    Run run(Tables tables, PlayedYear year, YearPlan plan, Habits habits) {
        return new Run(tables, year, plan, habits);
    }

    /** Through the days, of which the first may be one that was interrupted. */
    final class Run {

        private final Tables tables;
        private final PlayedYear year;
        private final Habits habits;
        private final String names;
        /** Those whose day has not come, and those who could not be placed on their day. */
        private final List<Move> waiting;
        private final Map<String, String> notDone = new TreeMap<>();

        private Run(Tables tables, PlayedYear year, YearPlan plan, Habits habits) {
            this.tables = tables;
            this.year = year;
            this.habits = habits;
            this.names = StockFiles.unitNames(year.scenario(), year.seed());
            this.waiting = new ArrayList<>(plan.moves());
        }

        /**
         * @param numbers of the households that have come, by case
         * @return how many steps were done
         */
        int day(LocalDate day, Map<String, Long> numbers) {
            Map<Long, CaseReference> references = new HashMap<>();
            numbers.forEach((reference, number) -> references.put(number, new CaseReference(reference)));
            AtomicInteger steps = new AtomicInteger();
            supervisor.isNamed();
            notDone.clear();
            paying.due(tables, year, day);
            waiting.removeIf(move -> references.containsKey(move.number())
                    && placed(move, references.get(move.number()), steps));
            if (year.scale() <= YearPlan.LARGEST_SCALE_WITH_STOCK) {
                notDone.putAll(movingOut.leave(tables, year, day, names));
            }
            return steps.get();
        }

        private boolean placed(Move move, CaseReference reference, AtomicInteger steps) {
            MovingIn.Placed who = new MovingIn.Placed(reference, move, habits.claimsAtOnce(move.number()),
                    year.seed(), names);
            Optional<String> why = toTheKeys(who, steps);
            why.ifPresent(words -> {
                LOG.info("{} is not placed yet: {}", reference, words);
                notDone.put("placing of " + reference, words);
            });
            return why.isEmpty();
        }

        private Optional<String> toTheKeys(MovingIn.Placed who, AtomicInteger steps) {
            try {
                return movingIn.toTheKeys(who, steps::incrementAndGet);
            } catch (RuntimeException failed) {
                LOG.warn("The way of {} to the keys failed", who.reference(), failed);
                return Optional.of(String.valueOf(failed.getMessage()));
            }
        }

        /** Whether a step is on the way to the keys of one who waits for them, so that nobody else does it. */
        boolean sees(String element, Long number) {
            return number != null && MovingIn.WAY.contains(element)
                    && waiting.stream().anyMatch(move -> move.number() == number);
        }

        /** Who could not move in or out, and why. */
        Map<String, String> notDone() {
            return notDone;
        }
    }
}
