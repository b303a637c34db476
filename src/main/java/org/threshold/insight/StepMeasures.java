package org.threshold.insight;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.insight.store.ElementQueries;

/** Where steps wait and for what; about no case and no person. */
@Service
public class StepMeasures {

    private final ElementQueries queries;
    private final Clock clock;

    StepMeasures(ElementQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** Each element at which something happened or is open, the one with the largest delay first; one statement. */
    @Needs(Permission.VIEW_BOARD)
    @Transactional(readOnly = true)
    public List<ElementMeasures> perElement(MeasureFilter filter) {
        return queries.perElement(filter, clock.instant());
    }
}
