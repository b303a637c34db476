package org.threshold.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once a week of the played time how far it has come, and how long the rest takes at this pace. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final int WIDTH = 30;
    private static final int DAYS_OF_WEEK = 7;

    private final PlayedYear year;
    private final long began = System.nanoTime();

    Progress(PlayedYear year) {
        this.year = year;
    }

    void played(LocalDate day, int households, int steps) {
        long whole = ChronoUnit.DAYS.between(year.firstDay(), year.lastDay()) + 1;
        long done = ChronoUnit.DAYS.between(year.firstDay(), day) + 1;
        if (done % DAYS_OF_WEEK == 0 || done == whole) {
            LOG.info(line(whole, done, ChronoUnit.DAYS.between(year.nextDay(), day) + 1,
                    Duration.ofNanos(System.nanoTime() - began), day, households, steps));
        }
    }

    /** @param now days played since the start, in the time taken */
    static String line(long whole, long done, long now, Duration taken, LocalDate day, int households, int steps) {
        int full = (int) (WIDTH * done / whole);
        long seconds = taken.toSeconds() * (whole - done) / now;
        return "[%s%s] %d%%, %s: %d households came, %d steps done, about %d min %02d s left".formatted(
                "#".repeat(full), ".".repeat(WIDTH - full), 100 * done / whole, day, households, steps, seconds / 60, seconds % 60);
    }
}
