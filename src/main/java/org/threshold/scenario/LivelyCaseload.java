package org.threshold.scenario;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.threshold.demonstration.Desk;
import org.threshold.demonstration.Happening;
import org.threshold.demonstration.MadeUpPast;
import org.threshold.worklist.HoldReason;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepFilter;
import org.threshold.worklist.StepList;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.StepSort;
import org.threshold.worklist.Worklist;

/**
 * The caseload that a first start finds: {@code --scenario}, {@code --seed} and {@code --scale} say which and how
 * large; one household stands for twenty unless they say otherwise. Officers took some of the steps and put some on hold;
 * others nobody touched.
 */
@Component
@Profile("demonstration")
class LivelyCaseload implements MadeUpPast {

    private static final Logger LOG = LoggerFactory.getLogger(LivelyCaseload.class);
    private static final String STOCK = "Opening stock";
    private static final int STOCK_DAYS_AGO = 7;
    private static final int APPROACHES_DAYS = 28;
    private static final int SMALL = 20;
    private static final int TAKEN = 3;
    private static final int A_DAY = 3;
    private static final StepFilter ON_THE_TELEPHONE = new StepFilter(Set.of(), Set.of(), Set.of("task_tellBodies",
            "task_makeWelfareCall", "task_verifyPlacement"), null, false, false, false, false);
    private static final int EVERY_FOURTH = 4;
    private static final int HOLD_DAYS = 6;
    private static final Map<String, List<String>> OFFICERS = Map.of(
            "North Office", List.of("officer", "remote", "senior"),
            "South Office", List.of("officer2", "senior2"));

    private final OpeningStock stock;
    private final Approaching approaching;
    private final Worklist worklist;
    private final StepMoves moves;
    private final Colleague colleague;
    private final Desk desk;
    private final Clock clock;
    private final Scenario scenario;
    private final long seed;
    private final int scale;

    LivelyCaseload(OpeningStock stock, Approaching approaching, Worklist worklist, StepMoves moves,
                   Colleague colleague, Desk desk, Clock clock, Environment settings) {
        this.stock = stock;
        this.approaching = approaching;
        this.worklist = worklist;
        this.moves = moves;
        this.colleague = colleague;
        this.desk = desk;
        this.clock = clock;
        this.scenario = Scenario.of(settings.getProperty("scenario", Scenario.PEER_REVIEW_2023.key()));
        this.seed = settings.getProperty("seed", Long.class, 1L);
        this.scale = settings.getProperty("scale", Integer.class, SMALL);
        if (scale < 1) {
            throw new IllegalArgumentException("--scale is 1 for every household of the scenario, or more for fewer");
        }
    }

    @Override
    public List<Happening> story() {
        List<Happening> story = new ArrayList<>();
        story.add(new Happening(STOCK_DAYS_AGO, STOCK, this::bringOver));
        story.addAll(approaching.story(Tables.of(scenario), seed, scale, APPROACHES_DAYS));
        OFFICERS.forEach((office, names) -> names.forEach(name -> {
            for (int daysAgo = STOCK_DAYS_AGO - 1; daysAgo > 0; daysAgo--) {
                story.add(new Happening(daysAgo, "The day of " + name, () -> workThrough(name, office)));
            }
            story.add(new Happening(0, "The day of " + name, () -> putAside(name)));
        }));
        return story;
    }

    private void bringOver() {
        long began = System.nanoTime();
        Reconciliation result = stock.load(scenario, seed, scale);
        LOG.info("Brought {} households of {} over in {} s: {}, {} of them outside the district", result.households(),
                scenario.key(), Math.round((System.nanoTime() - began) / 1e9), result.counted(),
                result.countedOutside());
    }

    /** A few steps a day of those that need no more than a telephone; weekends are free. */
    private void workThrough(String officer, String office) {
        if (LocalDate.now(clock).getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            return;
        }
        List<OpenStep> mine = desk.as(officer, () -> worklist.list(StepList.MINE, ON_THE_TELEPHONE, StepSort.WAITING,
                null).steps());
        mine.stream().limit(A_DAY).forEach(step -> colleague.does(officer, office, step, Map.of()).ifPresent(why ->
                LOG.info("{} could not do ‘{}’: {}", officer, step.name(), why)));
    }

    /** Takes what is most urgent, and puts aside what waits for somebody else. */
    private void putAside(String officer) {
        desk.as(officer, () -> {
            for (int i = 0; i < TAKEN; i++) {
                moves.takeNext();
            }
            List<OpenStep> held = worklist.list(StepList.MINE, StepFilter.NONE, StepSort.WAITING, null).steps();
            for (int i = 0; i < held.size(); i += EVERY_FOURTH) {
                HoldReason reason = HoldReason.values()[i / EVERY_FOURTH % HoldReason.values().length];
                moves.putOnHold(held.get(i).stepId(), reason,
                        LocalDate.now(clock).plusDays(HOLD_DAYS));
            }
            return null;
        });
    }
}
