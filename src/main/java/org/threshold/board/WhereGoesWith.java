package org.threshold.board;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.board.store.GoesWithStore;
import org.threshold.statistics.GoesWith;

/**
 * What long times at one step go with, by what is known of the steps completed there, never by who the household is. It
 * is a place to look and no cause. What fewer than {@link GoesWith#SMALLEST} have, or have not, is not told.
 */
@Service
@Needs(Permission.VIEW_BOARD)
public class WhereGoesWith {

    /** So many steps are compared at most: no page may need memory without bound. */
    public static final int MOST = 20_000;

    private final GoesWithStore store;

    WhereGoesWith(GoesWithStore store) {
        this.store = store;
    }

    /**
     * @param n        how many steps are compared: those completed in the period, the newest {@link #MOST} at most
     * @param findings the largest contribution first; attributes are names of {@link WhereAttribute}, durations seconds
     */
    public record Ranking(int n, List<GoesWith.Finding> findings) {
    }

    /** @param answer whose period and filter hold here too */
    @Transactional(readOnly = true)
    public Ranking of(String processKey, String elementId, WhereAnswer answer) {
        List<GoesWith.Case> steps = store.completed(processKey, elementId, answer.filter(), answer.from(),
                answer.asOf(), MOST);
        return new Ranking(steps.size(), GoesWith.of(steps, GoesWith.SMALLEST));
    }
}
