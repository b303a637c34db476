package org.threshold.access;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What time alone changes about restricted cases: emergencies run out, and managers leave. */
@Component
class RestrictionWatch {

    private final EmergencyAccess emergencies;
    private final Managers managers;
    private final CurrentOfficer current;

    RestrictionWatch(EmergencyAccess emergencies, Managers managers, CurrentOfficer current) {
        this.emergencies = emergencies;
        this.managers = managers;
        this.current = current;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void emergenciesRunOut() {
        current.asService(() -> {
            emergencies.closeRunOut();
            return null;
        });
    }

    /** Before the working day, so that no case waits for somebody who has left. */
    @Scheduled(cron = "0 40 6 * * *", zone = "Europe/London")
    void managersLeave() {
        current.asService(() -> {
            managers.tellOfCasesWithoutManager();
            return null;
        });
    }
}
