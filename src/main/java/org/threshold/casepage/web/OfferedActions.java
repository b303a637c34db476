package org.threshold.casepage.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.access.CaseAccess;
import org.threshold.casefile.CaseFile;

/**
 * All that is offered on the overview of a case, by group and in order: only what the page behind the link would do for
 * whoever asks. A group without actions is left out.
 */
@Component
class OfferedActions {

    private final List<CaseActions> offers;
    private final PathOperations operations;
    private final CaseAccess access;

    OfferedActions(List<CaseActions> offers, PathOperations operations, CaseAccess access) {
        this.offers = offers;
        this.operations = operations;
        this.access = access;
    }

    Map<CaseAction.Group, List<CaseAction>> on(CaseFile file, boolean running) {
        return offers.stream().flatMap(offer -> offer.on(file, running).stream())
                .filter(action -> operations.of(action.path()).allMatch(needed -> access.allows(needed, file.reference())))
                .sorted(Comparator.comparingInt(CaseAction::order))
                .collect(Collectors.groupingBy(CaseAction::group, () -> new EnumMap<>(CaseAction.Group.class),
                        Collectors.toList()));
    }
}
