package org.threshold.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
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
    private final Clock clock;

    WhereItWaits(WhereStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Every element of every process, counted now. Reads for itself what is committed, in no transaction of others. */
    public WhereAnswer everywhere(WhereFilter filter) {
        return everywhere(filter, store.hidden());
    }

    private WhereAnswer everywhere(WhereFilter filter, List<String> hidden) {
        Instant now = clock.instant();
        Instant from = now.minus(Duration.ofDays(7L * filter.weeks()));
        WhereStore.Counted counted = store.count(filter, from, now, hidden);
        return new WhereAnswer(filter, now, from, counted.figures(), counted.choices());
    }

    /** One element with the distribution of its times and its oldest open cases. */
    public WhereElement element(String processKey, String elementId, WhereFilter filter) {
        List<String> hidden = store.hidden();
        WhereAnswer answer = everywhere(filter, hidden);
        WhereFigures figures = answer.of(processKey).stream().filter(each -> each.elementId().equals(elementId))
                .findFirst().orElse(null);
        List<WhereElement.Bucket> buckets = figures == null || figures.took() == null ? List.of()
                : store.buckets(processKey, elementId, filter, answer.from(), answer.asOf(), hidden,
                        BucketWidth.of(figures.took().p90(), BUCKETS), BUCKETS);
        return new WhereElement(answer, figures, buckets, store.oldest(processKey, elementId, filter, OLDEST));
    }
}
