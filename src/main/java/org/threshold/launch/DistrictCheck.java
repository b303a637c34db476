package org.threshold.launch;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Districts;
import org.threshold.accommodation.HomeDistrict;

/**
 * Which accommodation is out of the borough, and whether the host council must be told, hangs on the council's own
 * district: with a code that is none the service does not start.
 */
@Component
class DistrictCheck implements SmartLifecycle {

    private final Districts districts;
    private final HomeDistrict home;
    private boolean running;

    DistrictCheck(Districts districts, HomeDistrict home) {
        this.districts = districts;
        this.home = home;
    }

    @Override
    public void start() {
        if (!districts.known(home.district())) {
            throw new CannotStart("THRESHOLD_COUNCIL_DISTRICT is ‘" + home.district() + "’, which is no district of "
                    + "England by the Office for National Statistics. Set it to the council’s own, such as E06000032");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anybody can ask for a page. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
