package org.threshold.demonstration;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.board.Targets;
import org.threshold.board.TileMeasure;

/** What the made-up council wants of some of its measures; the others are data only. */
@Component
@Profile("demonstration & !test")
class DemonstrationTargets {

    private static final Map<TileMeasure, Long> WANTED = Map.of(TileMeasure.IN_TA, 12L, TileMeasure.NIGHTLY, 3L,
            TileMeasure.FAMILIES_IN_BED_AND_BREAKFAST, 0L, TileMeasure.SIGN_UPS, 95L, TileMeasure.DESK_CLAIMS, 90L,
            TileMeasure.OVERDUE, 2L);

    private final Desk desk;
    private final Targets targets;

    DemonstrationTargets(Desk desk, Targets targets) {
        this.desk = desk;
        this.targets = targets;
    }

    void from(LocalDate first) {
        desk.as("manager", () -> {
            WANTED.forEach((measure, value) -> targets.set(measure, value, "manager", first, null,
                    "The recovery plan of the made-up council"));
            return null;
        });
    }
}
