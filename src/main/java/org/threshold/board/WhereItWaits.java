package org.threshold.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.board.store.WhereStore;

/**
 * Where cases lose their time: the elapsed time of steps at each element of each process. Elements are ranked by total
 * delay, which is what a change there could save, and not by how long one step takes. Cases that are hidden from
 * whoever asks are neither listed nor counted.
 */
@Service
@Needs(Permission.VIEW_BOARD)
public class WhereItWaits {

    /** Most cases listed of an element. */
    public static final int OLDEST = 20;

    private static final int BUCKETS = 12;

    private final WhereStore store;
    private final WhereCache cache;
    private final Clock clock;

    WhereItWaits(WhereStore store, WhereCache cache, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.clock = clock;
    }

    /** Every element of every process; at most a minute old. */
    @Transactional(readOnly = true)
    public WhereAnswer everywhere(WhereFilter filter) {
        List<String> hidden = store.hidden();
        return cache.get(new WhereCache.Key(filter, hidden), () -> count(filter, hidden));
    }

    private WhereAnswer count(WhereFilter filter, List<String> hidden) {
        Instant now = clock.instant();
        Instant from = now.minus(Duration.ofDays(7L * filter.weeks()));
        return new WhereAnswer(filter, now, from, store.figures(filter, from, now, hidden),
                store.choices(from, now, hidden));
    }

    /** One element with the distribution of its times and its oldest open cases. */
    @Transactional(readOnly = true)
    public WhereElement element(String processKey, String elementId, WhereFilter filter) {
        WhereAnswer answer = everywhere(filter);
        WhereFigures figures = answer.of(processKey).stream().filter(each -> each.elementId().equals(elementId))
                .findFirst().orElse(null);
        List<WhereElement.Bucket> buckets = figures == null || figures.took() == null ? List.of()
                : store.buckets(processKey, elementId, filter, answer.from(), answer.asOf(), store.hidden(),
                        BucketWidth.of(figures.took().p90(), BUCKETS), BUCKETS);
        return new WhereElement(answer, figures, buckets, store.oldest(processKey, elementId, filter, OLDEST));
    }
}
