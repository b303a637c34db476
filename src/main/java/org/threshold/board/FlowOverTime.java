package org.threshold.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.board.store.FlowStore;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.DutyKind;

/**
 * How work came and went: cumulative flow, how long it took, whether a month differs, how long people stay, and how it
 * ends.
 */
@Service
public class FlowOverTime {

    /** Came; prevention, relief and main duty or beyond; gone. */
    private static final int STAGES_OF_CASES = 5;
    /** Came, picked up, gone. */
    private static final int STAGES_OF_STEPS = 3;

    private final FlowStore store;
    private final Clock clock;

    FlowOverTime(FlowStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Four statements, however many cases there are; none counts a case that is hidden from whoever asks. */
    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public FlowAnswer answer(FlowFilter filter) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ServiceClock.LONDON);
        LocalDate from = today.withDayOfMonth(1).minusMonths(filter.months());
        int stages = filter.ofSteps() ? STAGES_OF_STEPS : STAGES_OF_CASES;
        List<FlowReached> reached = store.reached(filter, from);
        FlowBands bands = FlowBands.of(reached, stages, from, today);
        FlowTimes times = FlowTimes.of(store.ended(filter, from.minusDays(FlowTimes.WINDOW_DAYS)), from, bands.days());
        List<FlowStay> stays = store.stays(filter.team(), from, today);
        List<FlowDuty> duties = store.duties(filter.team(), from, today);
        return new FlowAnswer(filter, from, today, bands, times,
                FlowMonths.of(reached, 0, from, today, filter.screened()),
                FlowMonths.of(reached, stages - 1, from, today, filter.screened()),
                FlowStays.of(stays, today), FlowEnds.ofStays(stays, today),
                FlowEnds.ofDuties(duties, DutyKind.PREVENTION, today),
                FlowEnds.ofDuties(duties, DutyKind.RELIEF, today));
    }
}
