package org.threshold.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived a Threshold which was killed. Called only while {@link InstanceLock} is held, so whatever
 * still serves the folder has no Threshold any more.
 */
class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final int SECONDS_TO_STOP = 60;

    private final Path data;

    LeftBehind(Path data) {
        this.data = data.toAbsolutePath().normalize();
    }

    /** Stops it, so that the next start recovers the data; does nothing after a clean end. */
    void clear() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid = pidIn(file);
        Optional<ProcessHandle> server = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::servesFolder);
        if (server.isPresent()) {
            stop(server.get());
            LOG.warn("An earlier start was killed and left PostgreSQL running as process {}. It has been stopped; its "
                    + "data is recovered now", pid);
        } else {
            // Were it left, PostgreSQL would refuse to start where another process has this number by now.
            Files.delete(file);
            LOG.warn("PostgreSQL was not shut down cleanly the last time. Its data is recovered now");
        }
    }

    private static long pidIn(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).trim());
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    private boolean servesFolder(ProcessHandle process) {
        boolean postgres = process.info().command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres")).orElse(false);
        return postgres && process.info().arguments().map(Arrays::asList)
                .map(arguments -> arguments.stream().anyMatch(this::isFolder)).orElse(false);
    }

    private boolean isFolder(String argument) {
        return argument.equals(data.toString());
    }

    private static void stop(ProcessHandle server) throws IOException {
        try {
            if (!interrupt(server.pid())) {
                server.destroy();
            }
            server.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            throw new CannotStart("A PostgreSQL that an earlier start left behind does not stop. End process "
                    + server.pid() + " yourself, then start again");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted");
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is written, nothing is lost. */
    private static boolean interrupt(long pid) throws InterruptedException {
        try {
            return new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
