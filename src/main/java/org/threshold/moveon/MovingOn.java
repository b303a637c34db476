package org.threshold.moveon;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.moveon.store.MovingOnStore;

/** Everybody to whom a settled home is owed, and what stands in their way. */
@Service
public class MovingOn {

    public static final int MOST = 200;
    /** In place of a route or a kind: all of them. */
    public static final String ALL = "ALL";
    /** In place of a route: those for whom none is chosen. */
    public static final String NONE = "NONE";

    private final MovingOnStore store;
    private final MoveOnRecord record;

    MovingOn(MovingOnStore store, MoveOnRecord record) {
        this.store = store;
        this.record = record;
    }

    /** @param route a route's name, {@link #NONE} or {@link #ALL} */
    @Needs(Permission.SEE_ALL_WORK)
    @Transactional(readOnly = true)
    public List<MovingOnRow> households(String route) {
        return store.households(route, today(), MOST);
    }

    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public Map<BarrierKind, BarrierRow.Count> counts() {
        return store.counts(today());
    }

    /** @param kind a kind's name, or {@link #ALL} */
    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public List<BarrierRow> barriers(String kind) {
        return store.barriers(kind, MOST);
    }

    private LocalDate today() {
        return record.today();
    }
}
