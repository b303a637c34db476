package org.threshold.casepage.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFile;

/** All that is offered on the overview of a case, by group and in order; a group without actions is left out. */
@Component
class OfferedActions {

    private final List<CaseActions> offers;

    OfferedActions(List<CaseActions> offers) {
        this.offers = offers;
    }

    Map<CaseAction.Group, List<CaseAction>> on(CaseFile file, boolean running) {
        return offers.stream().flatMap(offer -> offer.on(file, running).stream())
                .sorted(Comparator.comparingInt(CaseAction::order))
                .collect(Collectors.groupingBy(CaseAction::group, () -> new EnumMap<>(CaseAction.Group.class),
                        Collectors.toList()));
    }
}
