package org.threshold.insight;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.insight.store.MeasureTable;

/** Makes the measures of steps from before they were kept, once, before anybody can work. */
@Component
class MeasuresOfBefore implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MeasuresOfBefore.class);

    private final Measures measures;
    private final MeasureTable table;
    private final CurrentOfficer officer;

    MeasuresOfBefore(Measures measures, MeasureTable table, CurrentOfficer officer) {
        this.measures = measures;
        this.table = table;
        this.officer = officer;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (table.rebuildIsDue()) {
            int made = officer.asService(measures::rebuild);
            table.rebuilt();
            LOG.info("The measures of {} steps were made from their facts", made);
        }
    }
}
