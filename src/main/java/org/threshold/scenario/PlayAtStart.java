package org.threshold.scenario;

import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.threshold.clock.ServiceClock;

/** {@code --play-scenario}: plays the months up to today before the first page opens, or goes on where it stopped. */
@Component
@Profile("demonstration & !test")
class PlayAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PlayAtStart.class);
    private static final int A_YEAR = 12;

    private final Play play;
    private final YearCheck check;
    private final Environment settings;
    private final ServiceClock clock;

    PlayAtStart(Play play, YearCheck check, Environment settings, ServiceClock clock) {
        this.play = play;
        this.check = check;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String scenario = settings.getProperty("play-scenario");
        if (scenario == null) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        Duration offset = clock.offset();
        LocalDate first = today.minusMonths(settings.getProperty("months", Integer.class, A_YEAR));
        try {
            Play.Report report = play.play(new PlayedYear(Scenario.of(scenario),
                    settings.getProperty("seed", Long.class, 1L), settings.getProperty("scale", Integer.class, 1),
                    first, today.minusDays(1), first));
            LOG.info("Played: {} households came, {} steps were done; not done at the end: {}", report.households(),
                    report.steps(), report.couldNot());
            check.table(report.year()).forEach(LOG::info);
        } finally {
            clock.setOffset(offset);
        }
    }
}
