package org.threshold.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;
import org.threshold.access.Needs;
import org.threshold.access.Permission;

/** Reads a log that somebody sends and says what it holds. Nothing of it is kept. */
@Service
public class EventLogs {

    /** Bytes of a file as it is sent, gzipped or not. */
    public static final int LARGEST_FILE = 32 * 1024 * 1024;

    /** Each may take some hundred megabytes of memory while it runs. */
    private static final int AT_ONCE = 2;

    private final Semaphore room;

    public EventLogs() {
        this(new Semaphore(AT_ONCE));
    }

    /** @param room for analyses at once */
    EventLogs(Semaphore room) {
        this.room = room;
    }

    /**
     * Takes all of it in before it takes up room, so that whoever sends slowly keeps nobody waiting.
     *
     * @param in XES or CSV, either of them gzipped or not; it is not closed
     * @throws LogRefused  where the log cannot be read, in one sentence; {@link TooLarge} where there is too much of it
     * @throws LogsBusy    where too many are being analysed
     * @throws IOException where the bytes do not come
     */
    @Needs(Permission.ANALYSE_LOGS)
    public LogAnalysis analyse(InputStream in, LogMapping mapping) throws IOException {
        try (InputStream whole = WholeFile.of(new BoundedStream(in, LARGEST_FILE, TooLarge::new))) {
            if (!room.tryAcquire()) {
                throw new LogsBusy();
            }
            try {
                return LogAnalyser.analyse(new EventLogReader(mapping, Limits.OF_SERVICE).read(whole));
            } finally {
                room.release();
            }
        }
    }
}
