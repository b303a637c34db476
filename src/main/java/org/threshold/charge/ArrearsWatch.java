package org.threshold.charge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.charge.store.ArrearsStore;
import org.threshold.charge.store.ProposalStore;
import org.threshold.charge.store.ProposalStore.Reached;

/**
 * Proposes what to do about arrears when an account comes to one of the points that the council has set. Each point
 * proposes once for the time in which something is owed; what was rejected is not proposed again.
 */
@Component
class ArrearsWatch {

    private final Arrears arrears;
    private final ArrearsStore store;
    private final ProposalStore proposals;
    private final Clock clock;

    ArrearsWatch(Arrears arrears, ArrearsStore store, ProposalStore proposals, Clock clock) {
        this.arrears = arrears;
        this.store = store;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** @return how many are new */
    @Transactional
    int propose() {
        LocalDate today = LocalDate.now(clock);
        Instant known = clock.instant().plusSeconds(1);
        List<ArrearsRow> rows = arrears.rows(today, false);
        Map<Long, LocalDate> since = store.owedSince(rows.stream().map(row -> row.account().id()).toList(), today, known);
        List<ArrearsPoint> points = proposals.points();
        List<Reached> reached = new ArrayList<>();
        for (ArrearsRow row : rows) {
            LocalDate from = since.get(row.account().id());
            point(points, row, from, today).ifPresent(point -> reached.add(new Reached(row.account().id(),
                    point.code(), from, row.owed())));
        }
        return proposals.insert(reached, clock.instant());
    }

    /** The last point that an account has come to. One that is being paid off is left in peace. */
    private static Optional<ArrearsPoint> point(List<ArrearsPoint> points, ArrearsRow row, LocalDate since,
                                                LocalDate today) {
        boolean claim = row.split().mostlyClaim();
        if (row.arranged() && !claim) {
            return Optional.empty();
        }
        Account account = row.account();
        LocalDate from = account.ended() && account.endedOn().isAfter(since) ? account.endedOn() : since;
        long days = ChronoUnit.DAYS.between(from, today);
        return points.stream().filter(point -> point.reached(days, row.owed(), claim, account.ended()))
                .max(Comparator.comparingInt(ArrearsPoint::days));
    }
}
