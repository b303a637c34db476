package org.threshold.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.threshold.board.store.NowStore;
import org.threshold.board.store.NowStore.Open;
import org.threshold.board.store.NowStore.Running;
import org.threshold.board.store.NowStore.StepsThen;
import org.threshold.clock.ClockRules;
import org.threshold.clock.Deadlines;

/** What is late, what nobody holds, and which clocks run out next. */
@Component
class TileSteps implements TileSource {

    private static final int DAYS = 14;

    private final NowStore store;
    private final ClockRules rules;
    private final Deadlines deadlines;

    TileSteps(NowStore store, ClockRules rules, Deadlines deadlines) {
        this.store = store;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    @Override
    public Set<TileMeasure> measures() {
        return EnumSet.of(TileMeasure.OVERDUE, TileMeasure.UNOWNED, TileMeasure.CLOCKS);
    }

    @Override
    public Map<TileMeasure, TileFigure> figures(TileTimes times) {
        NowStore.Steps steps = store.steps(times.now());
        List<StepsThen> then = store.stepsAt(instants(times));
        List<Running> clocks = clocks(times);
        List<Long> clocksThen = store.clocksAt(times.weeks(), DAYS);
        long past = clocks.stream().filter(each -> each.lastDay().isBefore(times.today())).count();
        return Map.of(TileMeasure.OVERDUE, figure(steps.overdue(), steps.open(), times, then, StepsThen::overdue),
                TileMeasure.UNOWNED, new TileFigure(steps.unowned(), "Of " + TileUnit.COUNT.say(steps.open())
                        + " open steps.", steps.open(), List.of(),
                        points(times, then, StepsThen::unowned, then.get(then.size() - 1).unowned()), false),
                TileMeasure.CLOCKS, new TileFigure((long) clocks.size(), past == 0 ? null : past + " of them "
                        + (past == 1 ? "has" : "have") + " run out already.", clocks.size(), List.of(),
                        points(times, clocksThen, each -> each, clocks.size()), false));
    }

    private static TileFigure figure(long value, long open, TileTimes times, List<StepsThen> then,
                                     ToLongFunction<StepsThen> what) {
        return new TileFigure(value, "Of " + TileUnit.COUNT.say(open) + " open steps.", open, List.of(),
                points(times, then, what, value), false);
    }

    /** The line ends at what there is now. */
    private static <T> List<TilePoint> points(TileTimes times, List<T> then, ToLongFunction<T> what, long now) {
        List<LocalDate> weeks = times.weeks();
        return IntStream.range(0, weeks.size()).mapToObj(at -> new TilePoint(TileTimes.words(weeks.get(at)),
                at == weeks.size() - 1 ? now : what.applyAsLong(then.get(at)))).toList();
    }

    /** The end of each week's day, and now. */
    private List<Instant> instants(TileTimes times) {
        return times.weeks().stream()
                .map(day -> day.equals(times.today()) ? times.now() : deadlines.endOf(day)).toList();
    }

    private List<Running> clocks(TileTimes times) {
        return store.clocks(times.today().plusDays(DAYS));
    }

    @Override
    public List<NowItem> items(TileMeasure measure, TileTimes times) {
        return switch (measure) {
            case OVERDUE -> store.steps(true, times.now()).stream().map(step -> late(step, times.now())).toList();
            case UNOWNED -> store.steps(false, times.now()).stream().map(step -> new NowItem(step.reference(),
                    step.stepId(), step.name(), null, null, 0, step.openedOn())).toList();
            case CLOCKS -> clocks(times).stream().map(each -> clock(each, times.today())).toList();
            default -> throw new IllegalArgumentException("No measure of this source: " + measure);
        };
    }

    private static NowItem late(Open step, Instant now) {
        long days = ChronoUnit.DAYS.between(step.dueAt(), now);
        return new NowItem(step.reference(), step.stepId(), step.name(), null, days == 0 ? "Less than a day"
                : days + (days == 1 ? " day" : " days"), days, step.openedOn());
    }

    private NowItem clock(Running each, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, each.lastDay());
        return new NowItem(each.reference(), null, rules.nameOf(each.kind()), null, left < 0 ? "Ran out " + days(-left)
                + " ago" : left == 0 ? "Ends today" : days(left), -left, each.lastDay());
    }

    private static String days(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
