package org.threshold.process.deployment;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;

/** Looks at the designers' folders once a second, in the demonstration only. */
@Component
@Profile("demonstration & !test")
class WatchFolders implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WatchFolders.class);

    private final ModelSource source;
    private final Deployer deployer;
    private final CurrentOfficer officer;
    private ScheduledExecutorService timer;

    WatchFolders(ModelSource source, Deployer deployer, CurrentOfficer officer) {
        this.source = source;
        this.deployer = deployer;
        this.officer = officer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (source.root().isEmpty()) {
            return;
        }
        HotRedeploy folders = new HotRedeploy(source, deployer, officer);
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "watch-models");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(() -> look(folders), 1, 1, TimeUnit.SECONDS);
        LOG.info("Watching bpmn/ and forms/ in {}: a changed file is checked and deployed within seconds",
                source.root().get());
    }

    /** One bad look must not end the watch. */
    private static void look(HotRedeploy folders) {
        try {
            folders.look();
        } catch (RuntimeException e) {
            LOG.error("The designers' folders could not be looked at; trying again in a second", e);
        }
    }

    @Override
    public void destroy() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
