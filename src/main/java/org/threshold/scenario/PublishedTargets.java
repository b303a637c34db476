package org.threshold.scenario;

import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.board.Targets;
import org.threshold.board.TileMeasure;
import org.threshold.demonstration.Desk;

/** What the council of a scenario has said that it wants, as far as that is published, divided by the scale. */
@Component
@Profile("demonstration")
class PublishedTargets {

    private final Targets targets;
    private final Desk desk;

    PublishedTargets(Targets targets, Desk desk) {
        this.targets = targets;
        this.desk = desk;
    }

    /** From the first day of the year on; a measure of which somebody has set a target since keeps it. */
    void set(PlayedYear year) {
        desk.as(Supervisor.NAME, () -> {
            Map<TileMeasure, ?> before = targets.history();
            Tables.of(year.scenario()).targets().forEach((measure, wanted) -> {
                if (!before.containsKey(TileMeasure.valueOf(measure))) {
                    targets.set(TileMeasure.valueOf(measure), Math.round(wanted / year.scale()), Supervisor.NAME,
                            year.firstDay(), null, "As the council has published it");
                }
            });
            return null;
        });
    }
}
